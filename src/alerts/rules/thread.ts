/** The life of an alert in sentences: what each step was, in whose name, and what it set. */
import { longDate } from '../../people/rules/date-words.ts'
import { advocateLabels, childToldLabels } from './child-told.ts'

export type ThreadStep = {
  readonly action: string
  readonly byName: string | null
  readonly actedAs: string | null
  readonly forName: string | null
  readonly toStage: number
  readonly oldDueOn: string | null
  readonly newDueOn: string | null
  readonly detail: Readonly<Record<string, unknown>>
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** "Ines Iro", and for whom: "Colm Colleague, covering for Ines Iro,". */
const doerOf = (step: ThreadStep): string => {
  const name = step.byName ?? 'Plumbline'
  if (step.forName === null) return name
  return step.actedAs === 'iro_manager'
    ? `${name}, IRO manager, on behalf of ${step.forName},`
    : `${name}, covering for ${step.forName},`
}

const dueWords = ({ newDueOn }: ThreadStep): string =>
  newDueOn === null ? '' : ` An answer is expected by ${longDate(newDueOn)}.`

const movedWords = ({ oldDueOn, newDueOn }: ThreadStep): string =>
  oldDueOn === null || oldDueOn === newDueOn || newDueOn === null
    ? ''
    : ` Before, it was ${longDate(oldDueOn)}.`

const childWords = ({ detail }: ThreadStep): string => {
  const told = text(detail.childTold)
  const advocate = text(detail.advocateOffered)
  const toldWords = Object.hasOwn(childToldLabels, told)
    ? childToldLabels[told as keyof typeof childToldLabels]
    : ''
  const advocateWords = Object.hasOwn(advocateLabels, advocate)
    ? advocateLabels[advocate as keyof typeof advocateLabels]
    : ''
  return `recorded whether the child was told (${toldWords.toLowerCase()}) and offered an advocate (${advocateWords.toLowerCase()}).`
}

const cafcassWords = ({ detail }: ThreadStep): string => {
  const referredOn = text(detail.referredOn)
  if (referredOn !== '') return `recorded the referral to Cafcass of ${longDate(referredOn)}.`
  return detail.considered === 'yes'
    ? 'recorded that a referral to Cafcass was considered.'
    : 'recorded that a referral to Cafcass was not considered.'
}

/** The names of those who were ever addressed, by id. */
export type NamesOf = ReadonlyMap<string, string>

const namesOf = (ids: unknown, names: NamesOf): string =>
  (Array.isArray(ids) ? ids : [])
    .map((id) => names.get(text(id)) ?? 'somebody whose name is no longer kept')
    .join(' and ')

const readdressWords = ({ detail }: ThreadStep, names: NamesOf): string =>
  `addressed it to ${namesOf(detail.to, names)} instead of ${namesOf(detail.instead, names)}.`

/** What was done, after the name of who did it. */
const stepSentence = (step: ThreadStep, names: NamesOf): string => {
  switch (step.action) {
    case 'raise':
      return `raised it.${dueWords(step)}`
    case 'respond':
      return 'answered.'
    case 'acknowledge':
      return 'acknowledged it.'
    case 'accept':
      return 'accepted the answer and closed it as resolved.'
    case 'not_accept':
      return `did not accept the answer.${dueWords(step)}`
    case 'resolve':
      return 'closed it as resolved.'
    case 'withdraw':
      return 'withdrew it.'
    case 'escalate':
      return `took it further: ${text(step.detail.label) || `stage ${step.toStage}`}.${dueWords(step)}`
    case 'extend':
      return `gave another date.${dueWords(step)}${movedWords(step)}`
    case 'readdress':
      return readdressWords(step, names)
    case 'reopen':
      return `reopened it.${dueWords(step)}`
    case 'note':
      return 'added a note.'
    case 'rang':
      return 'recorded a call.'
    case 'cafcass':
      return cafcassWords(step)
    case 'child_told':
      return childWords(step)
    case 'gone_up':
      return 'took it up the line: nobody had acknowledged it in time.'
    case 'due_told':
      return 'told those who answer that it is due.'
    case 'overdue_told':
      return 'told that it is overdue.'
    case 'total_told':
      return 'told that the total time of the dispute is over.'
    default:
      return 'recorded something.'
  }
}

/** Further words of a step beside what was typed: why stages were left out, and what was recorded beside the alert. */
const stepAside = ({ action, detail }: ThreadStep): string | undefined => {
  if (action === 'cafcass') {
    const advice = text(detail.legalAdviceOn)
    const outcome = text(detail.outcome)
    const parts = [
      text(detail.why),
      advice === '' ? '' : `Legal advice: ${longDate(advice)}.`,
      outcome === '' ? '' : `Outcome: ${outcome}`,
    ]
    return parts.filter((part) => part !== '').join('\n') || undefined
  }
  if (action === 'child_told') {
    const parts = [text(detail.childToldWhy), text(detail.advocateWhy)]
    return parts.filter((part) => part !== '').join('\n') || undefined
  }
  const skips = Array.isArray(detail.skips)
    ? detail.skips.filter((each) => typeof each === 'string')
    : []
  const why = text(detail.skipWords)
  return skips.length > 0 && why !== '' ? `Left out ${skips.join(' and ')}: ${why}` : undefined
}

/** One step as the thread shows it. */
export const momentOf = (
  step: ThreadStep & { readonly at: string; readonly words: string },
  told: readonly string[],
  names: NamesOf
) => ({
  at: step.at,
  doer: doerOf(step),
  sentence: stepSentence(step, names),
  words: step.words,
  aside: stepAside(step),
  told,
})
