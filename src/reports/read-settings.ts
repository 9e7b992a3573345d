/** What the form of a report holds as its settings, with a fault for each field that means nothing. */
import type { Db } from '../db/schema.ts'
import { typedDate } from '../people/rules/typed-date.ts'
import { findTeam } from '../people/team-store.ts'
import { roundKinds } from '../rounds/rules/round-kind.ts'
import { serviceStatuses } from '../rubrics/rules/service-status.ts'
import { checkChapters, checkPeriod, checkTitle } from './rules/check-settings.ts'
import { type Period, periodWords, quarterOf } from './rules/quarter.ts'
import { chapterKeys } from './rules/report-model.ts'
import type { ReportSettings } from './rules/report-settings.ts'

/** As the form sends it. */
export type SentSettings = Readonly<
  Record<
    | 'period'
    | 'from-day'
    | 'from-month'
    | 'from-year'
    | 'to-day'
    | 'to-month'
    | 'to-year'
    | 'team'
    | 'status'
    | 'kind'
    | 'title',
    string
  >
> & {
  readonly audience: ReportSettings['audience']
  readonly chapters: readonly string[]
}

type Errors = Readonly<Record<string, string>>

type Read =
  | { readonly ok: true; readonly settings: ReportSettings }
  | { readonly ok: false; readonly errors: Errors }

const periodOf = (sent: SentSettings, errors: Record<string, string>): Period | undefined => {
  if (sent.period !== 'own') {
    const quarter = quarterOf(sent.period)
    if (quarter.from === sent.period) return quarter
    errors.period = 'Choose a period'
    return undefined
  }
  const date = (name: 'from' | 'to', label: string) => {
    const read = typedDate(
      { day: sent[`${name}-day`], month: sent[`${name}-month`], year: sent[`${name}-year`] },
      label
    )
    if (read.ok) return read.date
    errors[`${name}-day`] = read.fault
    return undefined
  }
  const [from, to] = [date('from', 'The first day'), date('to', 'The last day')]
  return from !== undefined && to !== undefined ? { from, to } : undefined
}

export const readSettings = async (db: Db, sent: SentSettings): Promise<Read> => {
  const errors: Record<string, string> = {}
  const period = periodOf(sent, errors)
  const title =
    sent.title.trim() ||
    (period ? `Audit and quality assurance report, ${periodWords(period)}` : 'Report')
  const faults = [
    ...(period ? checkPeriod(period) : []),
    ...checkTitle(title),
    ...checkChapters(sent.chapters),
  ]
  for (const { field, message } of faults) errors[field] ??= message
  if (sent.team !== '' && !(await findTeam(db, sent.team))) {
    errors.team = 'There is no such team any more: choose one of the list'
  }
  const status = serviceStatuses.find((one) => one === sent.status)
  if (sent.status !== '' && !status) errors.status = 'Choose a service status of the list'
  const kind = roundKinds.find((one) => one === sent.kind)
  if (sent.kind !== '' && !kind) errors.kind = 'Choose a kind of round of the list'
  if (Object.keys(errors).length > 0 || !period) return { ok: false, errors }
  return {
    ok: true,
    settings: {
      title,
      audience: sent.audience,
      from: period.from,
      to: period.to,
      teamId: sent.team || null,
      status: status ?? null,
      kind: kind ?? null,
      chapters: chapterKeys.filter((key) => sent.chapters.includes(key)),
    },
  }
}
