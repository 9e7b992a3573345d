/** The sentence of My work about practice alerts; empty where none waits for the person. */
import type { AlertCounts } from '../../src/work/rules/alert-counts.ts'
import { plural } from '../format.ts'

const toAnswerWords = ({ toAnswer, toAnswerLate }: AlertCounts): string => {
  if (toAnswer === 0) return ''
  const waits = `${plural(toAnswer, 'practice alert')} ${toAnswer === 1 ? 'waits' : 'wait'} for your answer`
  if (toAnswerLate === 0) return waits
  if (toAnswer === 1) return `${waits} and is overdue`
  if (toAnswerLate === toAnswer) return `${waits} and are overdue`
  return `${waits}, ${toAnswerLate} of them overdue`
}

const ownWords = ({ toDecide, ownLate }: AlertCounts): string => {
  const decide =
    toDecide === 0
      ? ''
      : `${toDecide} that you raised ${toDecide === 1 ? 'was answered and waits' : 'were answered and wait'} for your decision`
  const late =
    ownLate === 0 ? '' : `${ownLate} that you raised ${ownLate === 1 ? 'is' : 'are'} overdue`
  return [decide, late].filter((part) => part !== '').join('; ')
}

export const alertsSentence = (counts: AlertCounts): string => {
  const first = toAnswerWords(counts)
  const own = ownWords(counts)
  if (first === '' && own === '') return ''
  if (first === '') return `Of your practice alerts, ${own.replaceAll(' that you raised', '')}.`
  return `${[first, own].filter((part) => part !== '').join('; ')}.`
}
