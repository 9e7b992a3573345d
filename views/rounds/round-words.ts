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
}

/** The sentence at the head of a round's page. */
export const roundSentence = (state: 'draft' | 'open' | 'closed', totals: RoundTotals): string => {
  const { audits, submitted, late, toAllocate, withdrawn } = totals
  const of = `${formatCount(submitted)} of ${plural(audits, 'audit')}`
  const are = submitted === 1 ? 'is' : 'are'
  if (state === 'draft') {
    if (audits === 0) return 'This round is a draft without cases.'
    const waiting =
      toAllocate === 0
        ? 'all of them allocated'
        : toAllocate === audits
          ? 'none of them allocated yet'
          : `${formatCount(audits - toAllocate)} of them allocated`
    const one = toAllocate === 0 ? 'allocated' : 'not allocated yet'
    return `This round is a draft with ${plural(audits, 'case')}, ${audits === 1 ? one : waiting}. Nobody has been given anything to do.`
  }
  if (state === 'closed') {
    const were = submitted === 1 ? 'was' : 'were'
    const left =
      withdrawn === 0
        ? ''
        : `; ${formatCount(withdrawn)} ${withdrawn === 1 ? 'was' : 'were'} withdrawn`
    return `${formatCount(submitted)} of ${plural(audits + withdrawn, 'audit')} ${were} submitted${left}.`
  }
  if (audits === 0) return 'There are no audits in this round.'
  if (submitted === audits) {
    return audits === 1
      ? 'The only audit is submitted.'
      : `All ${formatCount(audits)} audits are submitted.`
  }
  const lateWords =
    late === 0 ? 'none is late' : `${formatCount(late)} ${late === 1 ? 'is' : 'are'} late`
  return `${of} ${are} submitted; ${lateWords}.`
}

/** `Monday 5 January 2026 to Friday 30 January 2026`; a part that is not known is left out. */
export const windowWords = (from: string | null, to: string | null): string => {
  if (from === null && to === null) return 'Not known'
  if (from === null) return `Until ${formatDate(to ?? '')}`
  return to === null ? `From ${formatDate(from)}` : `${formatDate(from)} to ${formatDate(to)}`
}
