/** What all open rounds come to, in a sentence for those who run the programme. There is at least one. */
import { formatCount, plural } from '../format.ts'

type Counted = { audits: number; submitted: number; late: number }

const total = (rounds: readonly Counted[], field: keyof Counted): number =>
  rounds.reduce((sum, round) => sum + round[field], 0)

export const roundsSentence = (rounds: readonly Counted[]): string => {
  const [audits, submitted, late] = [
    total(rounds, 'audits'),
    total(rounds, 'submitted'),
    total(rounds, 'late'),
  ]
  const where = rounds.length === 1 ? 'the open round' : `${formatCount(rounds.length)} open rounds`
  if (submitted === audits) {
    return audits === 1
      ? `The only audit in ${where} is submitted.`
      : `All ${formatCount(audits)} audits in ${where} are submitted.`
  }
  const lateWords =
    late === 0 ? 'none is late' : `${formatCount(late)} ${late === 1 ? 'is' : 'are'} late`
  return `${formatCount(submitted)} of ${plural(audits, 'audit')} in ${where} ${submitted === 1 ? 'is' : 'are'} submitted; ${lateWords}.`
}
