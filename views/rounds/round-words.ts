/** What the round pages say about rounds, audits and how cases were selected. */
import { formatCount, formatDate, plural } from '../format.ts'

export const roundStateLabels = { draft: 'Draft', open: 'Open', closed: 'Closed' } as const

export const selectionLabels: Record<string, { label: string; hint: string }> = {
  random: {
    label: 'At random',
    hint: 'Every case had the same chance. Reports may speak of all cases.',
  },
  census: {
    label: 'Every case',
    hint: 'All cases of the kind that is audited. Reports may speak of all cases.',
  },
  targeted: {
    label: 'Chosen for a reason',
    hint: 'Such as cases at risk of drift. Reports say “of those audited”.',
  },
  not_known: { label: 'Not known', hint: 'Reports say “of those audited”.' },
}

export const auditStateLabels: Record<string, string> = {
  to_allocate: 'Not allocated',
  allocated: 'Not started',
  in_progress: 'In progress',
  submitted: 'Submitted',
  reopened: 'Reopened',
  withdrawn: 'Withdrawn',
  voided: 'Voided',
}

export type RoundTotals = {
  audits: number
  submitted: number
  late: number
  toAllocate: number
  withdrawn: number
  reopened?: number | undefined
}

const draftSentence = ({ audits, toAllocate }: RoundTotals): string => {
  if (audits === 0) return 'This round is a draft without cases.'
  const allocated = audits - toAllocate
  const words =
    audits === 1
      ? allocated === 1
        ? 'allocated'
        : 'not allocated yet'
      : allocated === audits
        ? 'all of them allocated'
        : allocated === 0
          ? 'none of them allocated yet'
          : `${formatCount(allocated)} of them allocated`
  return `This round is a draft with ${plural(audits, 'case')}, ${words}. Nobody has been given anything to do.`
}

const openSentence = ({ audits, submitted, late, reopened = 0 }: RoundTotals): string => {
  if (audits === 0) return 'There are no audits in this round.'
  if (audits === 1) {
    if (submitted === 1) return 'The only audit is submitted.'
    return late === 1 ? 'The only audit is late.' : 'The only audit is not submitted yet.'
  }
  if (submitted === audits) return `All ${formatCount(audits)} audits are submitted.`
  const again = reopened > 0 ? `; ${reopenedWords(reopened)}` : ''
  return `${submittedOf(submitted, audits, 'audits')}${again}; ${lateWords(late)}.`
}

const closedSentence = ({ audits, submitted, withdrawn }: RoundTotals): string => {
  const all = audits + withdrawn
  if (all === 0) return 'This round was closed without audits.'
  if (all === 1) return `The only audit was ${submitted === 1 ? 'submitted' : 'withdrawn'}.`
  if (submitted === all) return `All ${formatCount(all)} audits were submitted.`
  const were = submitted === 1 ? 'was' : 'were'
  const left = `${formatCount(withdrawn)} ${withdrawn === 1 ? 'was' : 'were'} withdrawn`
  return `${formatCount(submitted)} of ${formatCount(all)} audits ${were} submitted${withdrawn === 0 ? '' : `; ${left}`}.`
}

/** `None of 16 audits is submitted yet`, `1 of 16 audits is submitted`. */
export const submittedOf = (submitted: number, total: number, audits: string): string =>
  submitted === 0
    ? `None of ${formatCount(total)} ${audits} is submitted yet`
    : `${formatCount(submitted)} of ${formatCount(total)} ${audits} ${submitted === 1 ? 'is' : 'are'} submitted`

/** `2 are reopened and count in results as they were`: why results have more audits than are submitted. */
export const reopenedWords = (reopened: number): string =>
  reopened === 1
    ? '1 is reopened and counts in results as it was'
    : `${formatCount(reopened)} are reopened and count in results as they were`

export const lateWords = (late: number): string =>
  late === 0 ? 'none is late' : `${formatCount(late)} ${late === 1 ? 'is' : 'are'} late`

/** The sentence at the head of a round's page. */
export const roundSentence = (state: 'draft' | 'open' | 'closed', totals: RoundTotals): string =>
  ({ draft: draftSentence, open: openSentence, closed: closedSentence })[state](totals)

/** `Monday 5 January 2026 to Friday 30 January 2026`; a part that is not known is left out. */
export const windowWords = (from: string | null, to: string | null): string => {
  if (from === null && to === null) return 'Not known'
  if (from === null) return `Until ${formatDate(to ?? '')}`
  return to === null ? `From ${formatDate(from)}` : `${formatDate(from)} to ${formatDate(to)}`
}
