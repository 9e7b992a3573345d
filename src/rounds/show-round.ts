/** Everything that the page of one round shows, read in a handful of queries whatever the number of audits. */
import type { Db } from '../db/schema.ts'
import { grants } from '../people/rules/permissions.ts'
import type { RowFault } from './allocate-audits.ts'
import {
  AUDITS_A_PAGE,
  listAuditorProgress,
  listAuditors,
  listAuditsOfRound,
  listRubricTitles,
} from './list-store.ts'
import type { AuditOrder } from './rules/audit-order.ts'
import type { Round } from './store.ts'

/** An allocation that could not be saved: what was chosen, and what was wrong with it. */
export interface FailedAllocation {
  readonly rows: readonly {
    readonly auditId: string
    readonly auditorId: string | null
    readonly ownTeamReason: string
  }[]
  readonly faults: readonly RowFault[]
}

/** By the id of the box that is wrong; each names its case, since the summary stands apart from the rows. */
const faultsOf = (
  rows: readonly { readonly id: string; readonly caseReference: string | null }[],
  failed: FailedAllocation | undefined
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (failed?.faults ?? []).map(({ auditId, field, message }) => {
      const reference = rows.find(({ id }) => id === auditId)?.caseReference
      return [`${field}-${auditId}`, reference ? `Case ${reference}: ${message}` : message]
    })
  )

const auditing = Object.keys(grants['audits.complete'])

export const showRound = async (
  db: Db,
  round: Round,
  view: {
    readonly page: number
    readonly order: AuditOrder
    readonly todayOn: string
    readonly failed?: FailedAllocation
  }
) => {
  const progress = await listAuditorProgress(db, round.id, view.todayOn)
  const sum = (field: 'audits' | 'submitted' | 'late' | 'withdrawn' | 'reopened'): number =>
    progress.reduce((total, row) => total + row[field], 0)
  const audits = sum('audits')
  const pages = Math.max(1, Math.ceil(audits / AUDITS_A_PAGE))
  const page = Math.min(view.page, pages)
  const canAllocate = round.state !== 'closed' && round.origin === 'product'
  const rows = await listAuditsOfRound(db, round.id, { page, order: view.order })
  return {
    rubrics: await listRubricTitles(db, round.id),
    totals: {
      audits,
      submitted: sum('submitted'),
      late: sum('late'),
      withdrawn: sum('withdrawn'),
      reopened: sum('reopened'),
      toAllocate: progress.find((row) => row.name === null)?.audits ?? 0,
    },
    auditors: progress.filter((row) => row.audits > 0),
    errors: faultsOf(rows, view.failed),
    audits: {
      page,
      order: view.order,
      pages,
      count: audits,
      people: canAllocate && audits > 0 ? await listAuditors(db, auditing) : [],
      rows: rows.map((row) => {
        const typed = view.failed?.rows.find(({ auditId }) => auditId === row.id)
        const fault = view.failed?.faults.find(({ auditId }) => auditId === row.id)
        const isOpen = row.state !== 'submitted'
        return {
          ...row,
          isLate: isOpen && row.dueOn !== null && row.dueOn < view.todayOn,
          ...(typed
            ? { typed: { auditorId: typed.auditorId ?? '', reason: typed.ownTeamReason } }
            : {}),
          ...(fault ? { fault } : {}),
        }
      }),
    },
  }
}
