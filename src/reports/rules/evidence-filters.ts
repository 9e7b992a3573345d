/** What an evidence pack is asked for, as typed and as understood. */
import { readDate } from '../../analytics/rules/read-date.ts'

export type EvidenceField = 'from' | 'to' | 'team' | 'themes'

export interface TypedEvidence {
  readonly from: string
  readonly to: string
  /** Id of a team or service; '' is the whole council. */
  readonly team: string
  /** None is all. */
  readonly themes: readonly string[]
  readonly hasReferences: boolean
}

export interface EvidenceFault {
  readonly field: EvidenceField
  readonly message: string
}

/** Dates include both ends; null is open. */
export interface EvidencePeriod {
  readonly from: string | null
  readonly to: string | null
}

/** The twelve months up to and with the day. */
export const lastTwelveMonths = (todayOn: string): { from: string; to: string } => {
  const day = new Date(`${todayOn}T00:00:00Z`)
  day.setUTCFullYear(day.getUTCFullYear() - 1)
  day.setUTCDate(day.getUTCDate() + 1)
  return { from: day.toISOString().slice(0, 10), to: todayOn }
}

const dateOf = (typed: string) =>
  typed === '' ? ({ ok: true, date: null } as const) : readDate(typed)

/** @returns the period, and a message for each date that is none or comes before the other */
export const readEvidencePeriod = (
  typed: Pick<TypedEvidence, 'from' | 'to'>
): { readonly period: EvidencePeriod; readonly faults: readonly EvidenceFault[] } => {
  const from = dateOf(typed.from)
  const to = dateOf(typed.to)
  const faults: EvidenceFault[] = []
  if (!from.ok) faults.push({ field: 'from', message: from.message })
  if (!to.ok) faults.push({ field: 'to', message: to.message })
  const period = { from: from.ok ? from.date : null, to: to.ok ? to.date : null }
  if (period.from !== null && period.to !== null && period.from > period.to) {
    faults.push({
      field: 'to',
      message: `${period.to} is before ${period.from}; give the earlier date first`,
    })
  }
  return { period, faults }
}
