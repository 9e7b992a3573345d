/** The sentence that My work begins with. */
import type { DueSummary } from '../../src/work/rules/due-summary.ts'
import { formatCount, formatDate } from '../format.ts'

const dueWords = (dueOn: string, todayOn: string): string =>
  dueOn === todayOn ? `today, ${formatDate(dueOn)}` : `by ${formatDate(dueOn)}`

/** True in every case, down to one audit and none. */
export const dueSentence = (summary: DueSummary, todayOn: string): string => {
  const { total, late, nextDueOn, dueNext } = summary
  if (total === 0) return 'You have no audits to do.'
  if (total === 1) {
    if (late === 1) return 'Your audit is late.'
    return nextDueOn === undefined
      ? 'You have 1 audit to do.'
      : `Your audit is due ${dueWords(nextDueOn, todayOn)}.`
  }
  if (late === total) {
    return total === 2
      ? 'Both your audits are late.'
      : `All ${formatCount(total)} of your audits are late.`
  }
  const of = `of your ${formatCount(total)} audits`
  const lateWords = `${formatCount(late)} ${of} ${late === 1 ? 'is' : 'are'} late`
  if (nextDueOn === undefined) {
    return late > 0 ? `${lateWords}.` : `You have ${formatCount(total)} audits to do.`
  }
  const due = dueWords(nextDueOn, todayOn)
  const are = dueNext === 1 ? 'is' : 'are'
  if (late > 0) {
    const rest = late + dueNext === total ? 'the other' : ''
    if (rest !== '') {
      return `${lateWords}; ${dueNext === 1 ? rest : `${rest} ${formatCount(dueNext)}`} ${are} due ${due}.`
    }
    return `${lateWords}, and ${formatCount(dueNext)} more ${are} due ${due}.`
  }
  if (dueNext === total) {
    return total === 2
      ? `Both your audits are due ${due}.`
      : `All ${formatCount(total)} of your audits are due ${due}.`
  }
  return `${formatCount(dueNext)} ${of} ${are} due ${due}.`
}
