/** The pages of safety notices and what stands above an audit, looked at in a real browser. */
import { describe, test } from 'vitest'
import { saveAnswers } from '../../src/audits/save-answers.ts'
import { setCapAside } from '../../src/audits/set-cap-aside.ts'
import { acknowledgeSafetyNotice } from '../../src/safety/acknowledge-safety-notice.ts'
import { closeSafetyNotice } from '../../src/safety/close-safety-notice.ts'
import { decideSafetyNotice } from '../../src/safety/decide-safety-notice.ts'
import { recordTold } from '../../src/safety/record-told.ts'
import { toldFields } from '../safety/line.ts'
import { answerAll, asPerson, sent } from '../support/audit-answers.ts'
import { openAudit } from '../support/round-builders.ts'
import { hasChromium } from './chromium.ts'
import { lookAt, type Visit } from './look-at.ts'
import { type Site, useSite } from './site.ts'

/** How far the notice has come. */
type Stage = 'open' | 'told' | 'decided' | 'closed'

const unsafe = async (site: Site, stage: Stage) => {
  const { practitioner, senior_leader, manager } = site.people
  const { auditId } = await openAudit(site.context(), {
    auditorId: practitioner,
    case: { teamId: site.teamId, reference: '4417' },
    ownTeamReason: 'Nobody else is free in this round',
  })
  await answerAll(site.context(), { auditId, auditorId: practitioner })
  const auditor = asPerson(site.context(), practitioner)
  const words = { evidence: 'Found alone at home on Friday evening.' }
  await saveAnswers(auditor, {
    auditId,
    answers: [
      sent('common.safe_now', ['no'], { ...words, revision: 1 }),
      sent('common.already_known', ['no'], { evidence: 'Nobody had been told of it.' }),
    ],
  })
  const { id: noticeId } = await site.db
    .selectFrom('safety_notice')
    .select('id')
    .executeTakeFirstOrThrow()
  const made = { auditId, noticeId }
  if (stage === 'open') return made
  await recordTold(auditor, { noticeId, ...toldFields })
  if (stage === 'told') return made
  const head = asPerson(site.context(), senior_leader)
  await acknowledgeSafetyNotice(asPerson(site.context(), manager), { noticeId })
  await decideSafetyNotice(head, {
    noticeId,
    revision: 1,
    words: 'Visit today, then a strategy discussion.',
    dueOn: '2026-01-12',
  })
  if (stage === 'closed') await closeSafetyNotice(head, { noticeId, words: 'Seen safe at home.' })
  return made
}

const notice = (stage: Stage) => async (site: Site) =>
  `/safety-notices/${(await unsafe(site, stage)).noticeId}`

const audit = (stage: Stage, place: string) => async (site: Site) =>
  `/audits/${(await unsafe(site, stage)).auditId}${place}`

const heading = 'Safety notice for case 4417'

const pages: Readonly<Record<string, Visit>> = {
  'safety notices, none': {
    heading: 'Safety notices',
    as: 'manager',
    path: () => '/safety-notices',
  },
  'safety notices': {
    heading: 'Safety notices',
    as: 'qa_lead',
    path: async (site) => {
      await unsafe(site, 'open')
      return '/safety-notices'
    },
  },
  'safety notice, for the manager': { heading, as: 'manager', path: notice('open') },
  'safety notice, for the auditor': { heading, as: 'practitioner', path: notice('open') },
  'safety notice, for the head of service': { heading, as: 'senior_leader', path: notice('told') },
  'safety notice, to close': { heading, as: 'qa_lead', path: notice('decided') },
  'safety notice, close without a reason': {
    heading,
    hasErrors: true,
    as: 'qa_lead',
    path: notice('decided'),
    first: (page) => page.getByRole('button', { name: 'Close the notice' }).click(),
  },
  'safety notice, closed': { heading, as: 'qa_lead', path: notice('closed') },
  'audit, nobody told': {
    heading: 'Is the child safe now?',
    as: 'practitioner',
    path: audit('open', '/themes/safe-now'),
  },
  'audit, told wrongly in the panel': {
    heading: 'Is the child safe now?',
    as: 'practitioner',
    path: audit('open', '/themes/safe-now'),
    first: async (page) => {
      await page.getByRole('button', { name: 'Record who was told' }).click()
      await page.getByRole('alert').getByText('There is a problem').waitFor()
    },
  },
  'audit, somebody told': {
    heading: 'Is the child safe now?',
    as: 'practitioner',
    path: audit('told', '/themes/safe-now'),
  },
  'audit, notice closed': {
    heading: 'Audit of case 4417',
    as: 'practitioner',
    path: audit('closed', ''),
  },
  'audit, nobody told, at the check': {
    heading: 'Check your answers before you submit',
    as: 'practitioner',
    path: audit('open', '/check'),
  },
  'audit, cap to set aside': {
    heading: 'Audit of case 4417',
    as: 'qa_lead',
    path: audit('told', ''),
    first: (page) => page.getByText('Set the cap aside').first().click(),
  },
  'audit, cap set aside': {
    heading: 'Overall grade, strengths, areas, actions',
    as: 'practitioner',
    path: async (site) => {
      const { auditId } = await unsafe(site, 'told')
      const reason = 'The worker acted within the hour of hearing of it.'
      await setCapAside(asPerson(site.context(), site.people.qa_lead), { auditId, reason })
      return `/audits/${auditId}/conclusions`
    },
  },
  'my work, safety notices wait': {
    heading: 'My work',
    as: 'manager',
    path: async (site) => {
      await unsafe(site, 'open')
      return '/'
    },
  },
}

describe.skipIf(!hasChromium)('pages of safety notices in Chromium', { timeout: 60_000 }, () => {
  const newSite = useSite()

  test.each(Object.entries(pages))('%s', async (name, visit) => {
    await lookAt(await newSite(), name, visit)
  })
})
