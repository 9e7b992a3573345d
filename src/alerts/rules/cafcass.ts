/**
 * What is recorded of Cafcass: whether a referral was considered and why or why not, legal advice, the referral and what
 * came of it. For children in care alone; at any stage and beside it. Source: domain §3.1 (P:barnet, P:notts, P:hull).
 */
import { longDate } from '../../people/rules/date-words.ts'
import { type DateBoxes, typedDate } from '../../people/rules/typed-date.ts'
import { TEXT_LIMIT } from './draft.ts'

export type TypedCafcass = {
  readonly considered: string
  readonly why: string
  readonly advice: DateBoxes
  readonly referred: DateBoxes
  readonly outcome: string
  readonly outcomeOn: DateBoxes
}

export type Cafcass = {
  readonly considered: 'yes' | 'no'
  readonly why: string
  readonly legalAdviceOn: string | null
  readonly referredOn: string | null
  readonly outcome: string
  readonly outcomeOn: string | null
}

export const NOT_IN_CARE =
  'No child of this alert is in care. Cafcass takes referrals of children in care alone'

const isEmpty = ({ day, month, year }: DateBoxes): boolean => `${day}${month}${year}`.trim() === ''

const textFault = (text: string): string | undefined =>
  text.trim().length > TEXT_LIMIT
    ? `Use ${TEXT_LIMIT.toLocaleString('en-GB')} characters or fewer; you used ${text.trim().length.toLocaleString('en-GB')}`
    : undefined

export const readCafcass = (
  typed: TypedCafcass,
  today: string
):
  | { readonly ok: true; readonly cafcass: Cafcass }
  | { readonly ok: false; readonly faults: Readonly<Record<string, string>> } => {
  const faults: Record<string, string> = {}
  const pastDate = (field: string, label: string, boxes: DateBoxes): string | null => {
    if (isEmpty(boxes)) return null
    const read = typedDate(boxes, label)
    if (!read.ok) {
      faults[`${field}-day`] = read.fault
      return null
    }
    if (read.date > today) {
      faults[`${field}-day`] =
        `${longDate(read.date)} has not come yet. Record it once it has happened`
    }
    return read.date
  }
  const { considered } = typed
  if (considered !== 'yes' && considered !== 'no') {
    faults.considered = 'Say whether a referral to Cafcass was considered'
  }
  if (typed.why.trim() === '') {
    faults.why =
      considered === 'no'
        ? 'Write why it was not considered'
        : 'Write what speaks for and against it'
  }
  for (const [field, text] of [
    ['why', typed.why],
    ['outcome', typed.outcome],
  ] as const) {
    const fault = textFault(text)
    if (fault) faults[field] = fault
  }
  const legalAdviceOn = pastDate('advice', 'The date of the legal advice', typed.advice)
  const referredOn = pastDate('referred', 'The date of the referral', typed.referred)
  const outcomeOn = pastDate('outcome', 'The date of the outcome', typed.outcomeOn)
  if (considered === 'no' && !isEmpty(typed.referred)) {
    faults.considered ??= 'You recorded a referral: then it was considered'
  }
  if (typed.outcome.trim() !== '' && isEmpty(typed.referred)) {
    faults['referred-day'] ??= 'Enter when it was referred: an outcome follows a referral'
  }
  if (outcomeOn !== null && typed.outcome.trim() === '') {
    faults.outcome ??= 'Write what came of the referral'
  }
  if (outcomeOn !== null && referredOn !== null && outcomeOn < referredOn) {
    faults['outcome-day'] ??= 'The outcome cannot be earlier than the referral'
  }
  if (Object.keys(faults).length > 0 || (considered !== 'yes' && considered !== 'no')) {
    return { ok: false, faults }
  }
  return {
    ok: true,
    cafcass: {
      considered,
      why: typed.why.trim(),
      legalAdviceOn,
      referredOn,
      outcome: typed.outcome.trim(),
      outcomeOn,
    },
  }
}
