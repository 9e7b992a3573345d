/** Reads the audits behind a figure of several rounds, for one reader: those that the filters of its page leave. */
import type { Db } from '../db/schema.ts'
import { ageBands } from '../grading/rules/age-band.ts'
import { auditThemeKey } from '../rubrics/rules/rubric.ts'
import {
  type ChildColumn,
  countAuditsBehind,
  type FigureQuery,
  listAuditsBehind,
} from './audit-store.ts'
import { AUDITS_A_PAGE } from './load-audits-behind.ts'
import type { Frame } from './load-frame.ts'
import type { Reader } from './load-results.ts'

/** Written in an address where what a child is, is not known. */
export const NOT_KNOWN = 'not_known'

/** Written in an address for everything that is in *n*. */
export const IN_N = 'in_n'

type Asked = {
  readonly item?: string | undefined
  readonly value?: string | undefined
  readonly after?: string | undefined
  readonly age?: string | undefined
  readonly sex?: string | undefined
  readonly ethnicity?: string | undefined
  readonly disability?: string | undefined
  /** True where the page asks for cases without a status. */
  readonly isStatusless?: boolean
}

const childOf = (asked: Asked): Partial<Record<ChildColumn, string>> =>
  Object.fromEntries(
    (
      [
        ['child_sex', asked.sex],
        ['child_ethnicity', asked.ethnicity],
        ['child_disability', asked.disability],
      ] as const
    ).flatMap(([column, value]) =>
      value === undefined ? [] : [[column, value === NOT_KNOWN ? '' : value]]
    )
  )

const agesOf = (age: string | undefined): FigureQuery['ages'] =>
  age === undefined
    ? undefined
    : age === NOT_KNOWN
      ? 'not_known'
      : (ageBands.find(({ key }) => key === age) ?? { from: -1, to: -1 })

export const loadFramedAudits = async (db: Db, reader: Reader, frame: Frame, asked: Asked) => {
  const { filters, teamIds, rounds } = frame
  if (rounds.length === 0 || frame.faults.length > 0) {
    return { audits: [], counted: 0, next: undefined }
  }
  const child = childOf(asked)
  const query: FigureQuery = {
    theme: filters.theme === '' ? auditThemeKey : filters.theme,
    item: asked.item ?? null,
    roundIds: rounds.map(({ id }) => id),
    values: asked.value === undefined || asked.value === IN_N ? undefined : [asked.value],
    isInN: asked.value === IN_N,
    teamIds,
    status: asked.isStatusless ? '' : filters.status === '' ? undefined : filters.status,
    ...(Object.keys(child).length === 0 ? {} : { child }),
    ages: agesOf(asked.age),
  }
  const found = await listAuditsBehind(db, query, reader, {
    after: asked.after ?? '',
    size: AUDITS_A_PAGE,
  })
  const audits = found.slice(0, AUDITS_A_PAGE)
  return {
    audits,
    counted: await countAuditsBehind(db, query),
    next: found.length > AUDITS_A_PAGE ? audits.at(-1)?.referenceKey : undefined,
  }
}
