/** The pages of practice alerts, looked at in a real browser: the door, drafts, an alert and its steps, the lists. */
import { describe, test } from 'vitest'
import { raiseAlert } from '../../src/alerts/raise-alert.ts'
import { emptyDraft } from '../../src/alerts/rules/draft.ts'
import { startDraft } from '../../src/alerts/start-draft.ts'
import { addCase } from '../../src/cases/add-case.ts'
import { asPerson } from '../support/audit-answers.ts'
import { hasChromium } from './chromium.ts'
import { lookAt, type Visit } from './look-at.ts'
import { type Site, useSite } from './site.ts'

const caseOf = (site: Site) =>
  addCase(site.context(), {
    reference: '4417',
    serviceStatus: 'care',
    teamId: site.teamId,
    workerId: site.people.practitioner,
    iroId: site.people.iro,
    nextReviewOn: '2026-02-02',
  })

const draft = (isImmediate: boolean) => async (site: Site) => {
  await caseOf(site)
  const ctx = asPerson(site.context(), site.people.iro)
  const given = { kind: 'formal', isImmediate, references: '4417', auditId: null }
  return `/alerts/${await startDraft(ctx, given)}/draft`
}

const raised = (place: string) => async (site: Site) => {
  await caseOf(site)
  const ctx = asPerson(site.context(), site.people.iro)
  const given = { kind: 'formal', isImmediate: false, references: '4417', auditId: null }
  const alertId = await startDraft(ctx, given)
  await raiseAlert(ctx, {
    alertId,
    revision: 1,
    isNoName: true,
    fields: {
      ...emptyDraft,
      kind: 'formal',
      references: '4417',
      categories: ['drift_and_delay'],
      concern: 'The assessment agreed at the review has not begun.',
      impact: 'Nobody knows whether contact is good for this child.',
      asked: 'Begin it, and say when it will be finished.',
    },
  })
  return `/alerts/${alertId}${place}`
}

const listed = (path: string) => async (site: Site) => {
  await raised('')(site)
  return path
}

const pages: Readonly<Record<string, Visit>> = {
  door: { heading: 'Raise a practice alert', as: 'iro', path: () => '/alerts/new' },
  draft: { heading: 'Practice alert', as: 'iro', path: draft(false) },
  'immediate risk': { heading: 'A child at immediate risk', as: 'iro', path: draft(true) },
  'alert of its raiser': { heading: 'Formal alert', as: 'iro', path: raised('') },
  'alert to answer': { heading: 'Formal alert', as: 'practitioner', path: raised('') },
  escalate: { heading: 'Take it further', as: 'iro', path: raised('/escalate?to=2') },
  cafcass: { heading: 'Cafcass', as: 'iro', path: raised('/cafcass') },
  'the child': { heading: 'What the child was told', as: 'iro', path: raised('/child') },
  'another date': { heading: 'Give another date', as: 'iro', path: raised('/extend') },
  'somebody else': {
    heading: 'Address it to somebody else',
    as: 'iro',
    path: raised('/readdress'),
  },
  withdraw: { heading: 'Withdraw this alert?', as: 'iro', path: raised('/withdraw') },
  'first page, none': { heading: 'Practice alerts', as: 'manager', path: () => '/alerts' },
  'first page': { heading: 'Practice alerts', as: 'iro', path: listed('/alerts') },
  register: { heading: 'Register of alerts', as: 'iro_manager', path: listed('/alerts/register') },
  'midway checks': { heading: 'Midway checks', as: 'iro', path: listed('/midway-checks') },
}

describe.skipIf(!hasChromium)('practice alerts in Chromium', { timeout: 60_000 }, () => {
  const newSite = useSite()

  test.each(Object.entries(pages))('%s', async (name, visit) => {
    await lookAt(await newSite(), `alerts ${name}`, visit)
  })
})
