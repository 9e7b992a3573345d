/** The SQL of one person's results: audits that they made, and audits of cases that they worked. */
import type { Db } from '../db/schema.ts'
import { auditThemeKey } from '../rubrics/rules/rubric.ts'

export const resultSides = ['auditor', 'worker'] as const
export type ResultSide = (typeof resultSides)[number]

export type OwnGrade = {
  readonly side: ResultSide
  readonly roundId: string
  readonly value: string
  readonly auditorValue: string
  readonly count: number
}

/** Overall grades of counted audits, by round: as the person gave them, and as they were given to the person's cases. */
export const listOwnGrades = async (
  db: Db,
  personId: string,
  roundIds: readonly string[]
): Promise<OwnGrade[]> => {
  if (roundIds.length === 0) return []
  const of = (side: OwnGrade['side'], column: 'audit.auditor_id' | 'audit.worker_id') =>
    db
      .selectFrom('audit')
      .innerJoin('judgement', 'judgement.audit_id', 'audit.id')
      .select((eb) => [
        eb.val(side).as('side'),
        'judgement.round_id as roundId',
        'judgement.value as value',
        'judgement.auditor_value as auditorValue',
        eb.fn.countAll<number>().as('count'),
      ])
      .where(column, '=', personId)
      .where('audit.is_counted', '=', 1)
      .where('judgement.theme', '=', auditThemeKey)
      .where('judgement.item', '=', '')
      .where('judgement.round_id', 'in', roundIds)
      .groupBy(['judgement.round_id', 'judgement.value', 'judgement.auditor_value'])
  const rows = await of('auditor', 'audit.auditor_id')
    .unionAll(of('worker', 'audit.worker_id'))
    .execute()
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}
