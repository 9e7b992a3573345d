/** Every page of the results over several rounds, looked at in a real browser. */
import { describe, test } from 'vitest'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import { answerAll, asPerson } from '../support/audit-answers.ts'
import { run } from '../support/results-file.ts'
import { openAudit } from '../support/round-builders.ts'
import { hasChromium } from './chromium.ts'
import { lookAt, type Visit } from './look-at.ts'
import { withHistory } from './programme-records.ts'
import { type Site, useSite } from './site.ts'

const RECENT = ['2025-03', '2025-06', '2025-11']

/** Three rounds in which a criterion was below good in two teams, with a measure and the grades of theme and audit. */
const recent = (): string =>
  [
    'audit_ref,round,audited_on,theme,item,grade,team,service_status',
    ...RECENT.flatMap((month, round) =>
      Array.from({ length: 14 }, (_, place) => {
        const start = `R${round}-${place},${month} audit,${month}-19`
        const end = place % 2 === 0 ? 'North 1,cp' : 'Care 1,care'
        return [
          `${start},audit,,${place % 3 === 0 ? 'good' : 'requires improvement'},${end}`,
          `${start},cp_plan,,${place % 3 === 0 ? 'inadequate' : 'good'},${end}`,
          `${start},cp_plan,cp.clarity,requires improvement,${end}`,
          `${start},cp_plan,cp.visit_within_4_weeks,${place % 3 === 0 ? 'no' : 'yes'},${end}`,
        ]
      }).flat()
    ),
  ].join('\n')

const withRecent = (path: string) => async (site: Site) => {
  await run(site.context(), recent())
  return path
}

/** Audits of cases of the practitioner, so many that their grades are shown. */
const withOwn = (pathOf: (site: Site) => string) => async (site: Site) => {
  for (let made = 0; made < 5; made++) {
    const ctx = site.context()
    const workerId = site.people.practitioner
    const audit = await openAudit(ctx, {
      auditorId: site.people.iro,
      case: { teamId: site.otherTeamId, workerId },
    })
    await answerAll(ctx, audit)
    await submitAudit(asPerson(ctx, audit.auditorId), { auditId: audit.auditId })
  }
  return pathOf(site)
}

const pages: Readonly<Record<string, Visit>> = {
  'overview, none': {
    heading: 'What needs attention now',
    as: 'practitioner',
    path: () => '/results/overview',
  },
  overview: {
    heading: 'What needs attention now',
    as: 'qa_lead',
    path: withRecent('/results/overview'),
  },
  'heat, none': { heading: 'Themes by team', as: 'manager', path: () => '/results/heat' },
  heat: { heading: 'Themes by team', as: 'qa_lead', path: withRecent('/results/heat') },
  'heat by age': {
    heading: 'Themes by age',
    as: 'practitioner',
    path: withRecent('/results/heat?by=age'),
  },
  'heat, wrong filter': {
    heading: 'Themes by team',
    hasErrors: true,
    as: 'qa_lead',
    path: withRecent('/results/heat?team=Nroth&theme=cp+plna&from=2026-02-30'),
  },
  measures: {
    heading: 'Measures: Child protection plan',
    as: 'qa_lead',
    path: withRecent('/results/measures?theme=cp_plan'),
  },
  coverage: {
    heading: 'What audits have reached',
    as: 'qa_lead',
    path: withRecent('/results/coverage'),
  },
  equality: {
    heading: 'by what is known of the child',
    as: 'qa_lead',
    path: withRecent('/results/equality'),
  },
  'repeat findings, none': {
    heading: 'Repeat findings',
    as: 'manager',
    path: () => '/results/repeat-findings',
  },
  'repeat findings': {
    heading: 'Repeat findings',
    as: 'qa_lead',
    path: withRecent('/results/repeat-findings'),
  },
  'compare, every theme': {
    heading: 'Compare',
    as: 'qa_lead',
    path: withRecent('/results/compare'),
  },
  'compare, items of a theme': {
    heading: 'Compare',
    as: 'qa_lead',
    path: withHistory('/results/compare?theme=cp_plan'),
  },
  'over time with trial limits': {
    heading: 'Child protection plan over time',
    as: 'qa_lead',
    path: withRecent('/results/over-time?theme=cp_plan'),
  },
  'own results, none': {
    heading: 'Your own results',
    as: 'partner',
    path: () => '/results/people',
  },
  'own results': {
    heading: 'Your own results',
    as: 'practitioner',
    path: withOwn(() => '/results/people'),
  },
  'results of somebody else': {
    heading: 'Results of The practitioner',
    as: 'qa_lead',
    path: withOwn(({ people }) => `/results/people?person=${people.practitioner}`),
  },
  'choosing a person': {
    heading: 'Choose whose results to see',
    as: 'qa_lead',
    path: () => '/results/people/choose',
  },
  'choosing a person, nobody found': {
    heading: 'Choose whose results to see',
    as: 'manager',
    path: () => '/results/people/choose?name=zzz',
  },
  'audits behind figures of several rounds': {
    heading: 'Overall grade of the audit',
    as: 'qa_lead',
    path: withRecent('/results/audits?theme=audit&value=in_n'),
  },
}

describe.skipIf(!hasChromium)('pages of the results in Chromium', { timeout: 60_000 }, () => {
  const startSite = useSite()

  test.each(Object.entries(pages))('%s', async (name, visit) => {
    await lookAt(await startSite(), `results ${name}`, visit)
  })
})
