/** The page of a case, and the copy of everything about it, looked at in a real browser. */
import { describe, test } from 'vitest'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import { answerAll, asPerson } from '../support/audit-answers.ts'
import { run } from '../support/results-file.ts'
import { addCaseWith, openAudit } from '../support/round-builders.ts'
import { hasChromium } from './chromium.ts'
import { lookAt, type Visit } from './look-at.ts'
import { type Site, useSite } from './site.ts'

const audited = async (site: Site) => {
  const open = await openAudit(site.context(), {
    auditorId: site.people.qa_lead,
    ownTeamReason: 'Nobody else is free in this round',
    case: {
      teamId: site.teamId,
      reference: '4417',
      workerId: site.people.practitioner,
      iroId: site.people.iro,
      nextReviewOn: '2026-01-20',
    },
  })
  await answerAll(site.context(), open)
  await submitAudit(asPerson(site.context(), open.auditorId), { auditId: open.auditId })
  await run(
    site.context(),
    'audit_ref,round,audited_on,theme,item,grade,case_ref,team\nH1,Old audit,2024-03-10,cp_plan,,inadequate,4417,North 1'
  )
  return open.caseId
}

const heading = 'Case 4417'

const pages: Readonly<Record<string, Visit>> = {
  'a case, for its manager': {
    heading,
    as: 'manager',
    path: async (site) => `/cases/${await audited(site)}`,
  },
  'a case, actions alone': {
    heading,
    as: 'qa_lead',
    path: async (site) => `/cases/${await audited(site)}?show=action`,
  },
  'a case, nothing yet': {
    heading,
    as: 'iro',
    path: async (site) =>
      `/cases/${await addCaseWith(site.context(), { reference: '4417', iroId: site.people.iro })}`,
  },
  'a copy of everything': {
    heading: 'Everything about case 4417',
    as: 'qa_lead',
    path: async (site) => `/cases/${await audited(site)}/copy`,
  },
}

describe.skipIf(!hasChromium)('pages of a case in Chromium', { timeout: 60_000 }, () => {
  const newSite = useSite()

  test.each(Object.entries(pages))('%s', async (name, visit) => {
    await lookAt(await newSite(), name, visit)
  })
})
