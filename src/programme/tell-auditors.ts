/**
 * Tells auditors what was done to their audits: of one audit in its own words, of several in one notice with their
 * number, so that nobody finds thirty notices for one thing that was done.
 */
import type { TransactionContext } from '../db/transaction.ts'
import { notify } from '../notices/notify.ts'
import type { NoticeKind } from '../notices/rules/notice-kind.ts'
import { findRound } from '../rounds/store.ts'

/** The notice of one audit, and the one that stands for several. */
const several = {
  reminder: 'reminder_several',
  audit_extended: 'audits_extended',
  audit_allocated: 'audits_allocated',
  audit_taken_away: 'audits_taken_away',
  audit_withdrawn: 'audits_withdrawn',
} as const satisfies Partial<Record<NoticeKind, NoticeKind>>

export interface ToldAudit {
  readonly id: string
  readonly auditorId: string | null
  readonly reference: string
  readonly caseReference: string | null
  /** London date, where the notice names one. */
  readonly dueOn?: string | null
}

const earliest = (rows: readonly ToldAudit[]): string | undefined =>
  rows.flatMap(({ dueOn }) => dueOn ?? []).toSorted()[0]

/** Nobody is told of what they did themselves. */
export const tellAuditors = async (
  tx: TransactionContext,
  input: {
    readonly roundId: string
    readonly kind: keyof typeof several
    readonly rows: readonly ToldAudit[]
  }
): Promise<void> => {
  const own = tx.actor.kind === 'user' ? tx.actor.id : null
  const told = input.rows.filter(({ auditorId }) => auditorId !== null && auditorId !== own)
  const round = told.length > 1 ? await findRound(tx.db, input.roundId) : undefined
  for (const [auditorId, rows] of Map.groupBy(told, (row) => row.auditorId ?? '')) {
    const [first] = rows
    if (!first) continue
    const dueOn = earliest(rows)
    await notify(tx, {
      to: [auditorId],
      ...(rows.length === 1
        ? {
            kind: input.kind,
            about: { kind: 'audit', id: first.id },
            reference: first.caseReference ?? first.reference,
          }
        : {
            kind: several[input.kind],
            about: { kind: 'round', id: input.roundId },
            reference: `${rows.length} of your audits in ${round?.name ?? 'the round'}`,
          }),
      ...(dueOn === undefined ? {} : { dueOn }),
    })
  }
}
