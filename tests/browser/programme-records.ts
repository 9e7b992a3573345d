/** What the pages of the programme are looked at with: past results, and cases with actions to be found. */
import { saveAction } from '../../src/actions/save-action.ts'
import { run } from '../support/results-file.ts'
import { openAudit } from '../support/round-builders.ts'
import type { Site } from './site.ts'

const grades = ['outstanding', 'good', 'good', 'good', 'requires improvement', 'inadequate']

/** Four rounds of a dozen audits, one of three, and a measure. */
export const history = (): string =>
  [
    'audit_ref,round,audited_on,theme,item,grade,team,service_status',
    ...['2024-03', '2024-11', '2025-05', '2025-11', '2025-12'].flatMap((month, round) =>
      Array.from({ length: round === 4 ? 3 : 12 }, (_, place) => {
        const start = `R${round}-${place},${month} audit,${month}-19`
        const end = 'North 1,cp'
        const grade = grades[(place + round) % grades.length]
        return [
          `${start},cp_plan,,${grade},${end}`,
          `${start},cp_plan,cp.visit_within_4_weeks,${place % 3 === 0 ? 'no' : 'yes'},${end}`,
        ]
      }).flat()
    ),
  ].join('\n')

export const withHistory = (path: string) => async (site: Site) => {
  await run(site.context(), history())
  return path
}

/** Two cases with an action each, of a round and for a person whose names begin alike. */
export const found = async (site: Site) => {
  const ctx = site.context()
  for (const [place, reference] of ['AB-4417', 'AB-4418'].entries()) {
    const { auditId } = await openAudit(ctx, {
      auditorId: site.people.manager,
      case: { reference, teamId: site.otherTeamId, workerId: site.people.practitioner },
      round: { name: `The ${place + 1}. learning audit` },
    })
    await saveAction(ctx, {
      auditId,
      revision: 0,
      itemKey: null,
      what: 'Write the plan again with the parents',
      intendedChange: 'They know what has to be different',
      ownerId: site.people.practitioner,
      dueOn: '2026-02-13',
    })
  }
  await site.db
    .updateTable('audit')
    .set({ state: 'submitted', first_submitted_at: '2026-01-09T15:00:00.000Z' })
    .execute()
}
