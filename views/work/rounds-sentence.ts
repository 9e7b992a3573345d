/** What all open rounds come to, in a sentence for those who run the programme. There is at least one. */
import { formatCount } from '../format.ts'
import { lateWords, reopenedWords, submittedOf } from '../rounds/round-words.ts'

type Counted = { audits: number; submitted: number; late: number; reopened?: number | undefined }

const total = (rounds: readonly Counted[], field: keyof Counted): number =>
  rounds.reduce((sum, round) => sum + (round[field] ?? 0), 0)

export const roundsSentence = (rounds: readonly Counted[]): string => {
  const audits = total(rounds, 'audits')
  const submitted = total(rounds, 'submitted')
  const late = total(rounds, 'late')
  const where = rounds.length === 1 ? 'the open round' : `${formatCount(rounds.length)} open rounds`
  if (audits === 0) return `There are no audits in ${where}.`
  if (audits === 1) {
    const state = submitted === 1 ? 'submitted' : late === 1 ? 'late' : 'not submitted yet'
    return `The only audit in ${where} is ${state}.`
  }
  if (submitted === audits) return `All ${formatCount(audits)} audits in ${where} are submitted.`
  const reopened = total(rounds, 'reopened')
  const again = reopened > 0 ? `; ${reopenedWords(reopened)}` : ''
  return `${submittedOf(submitted, audits, `audits in ${where}`)}${again}; ${lateWords(late)}.`
}
