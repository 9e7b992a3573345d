/**
 * An alert as a document for the record of one child: what the concern was, to whom it went, everything that happened and who
 * was told, calls, Cafcass, what the child was told. No reference of another child stands in it.
 */
import type { PageFacts } from '../../src/alerts/rules/page-facts.ts'
import type { Block, DocumentModel } from '../../src/documents/document-model.ts'
import { formatDate, formatInstant, statusLabel } from '../format.ts'

export type AlertCopyProps = {
  facts: PageFacts
  child: { id: string; reference: string; serviceStatus: string }
  /** Takes the references of other children out of words. */
  clean: (words: string) => string
  copiedAt: string
  copiedBy: string
}

const onDate = (date: string | null): string | null => date && formatDate(date)

const named = (people: PageFacts['addressees']): string | null =>
  people
    .map(({ name, jobTitle }) => [name, jobTitle].filter((part) => part !== '').join(', '))
    .join('; ') || null

const headFacts = ({ facts, child, copiedAt, copiedBy }: AlertCopyProps) => {
  const { alert } = facts
  const rows: [string, string | null][] = [
    ['Case', child.reference],
    ['Child’s status now', statusLabel(child.serviceStatus)],
    ['Alert', facts.reference ?? ''],
    ['Kind', facts.title],
    ['State', [facts.stateLabel, facts.closedWords].filter(Boolean).join(', ')],
    ['Concerns', facts.concerns.map(({ label }) => label).join(', ') || null],
    ['Raised by', alert.raiserName],
    ['Raised on', onDate(alert.raisedOn)],
    ['Formal since', onDate(alert.formalOn)],
    ['Answer expected by', onDate(alert.expectedOn)],
    ['Closed on', onDate(alert.closedOn)],
    ['Addressed to', named(facts.addressees.filter(({ isCurrent }) => isCurrent)) ?? 'Nobody now'],
    ['Addressed to earlier', named(facts.addressees.filter(({ isCurrent }) => !isCurrent))],
    ['Copied', `${formatInstant(copiedAt)}, by ${copiedBy}`],
  ]
  return rows.flatMap(([name, words]) => (words === null ? [] : [{ name, words }]))
}

const cafcassFacts = ({ alert }: PageFacts, clean: (words: string) => string) => {
  const rows: [string, string | null][] = [
    ['Referral considered', alert.cafcassConsidered === 'yes' ? 'Yes' : 'No'],
    ['Why, or why not', alert.cafcassWhy && clean(alert.cafcassWhy)],
    ['Legal advice', onDate(alert.legalAdviceOn)],
    ['Referred', onDate(alert.referredOn)],
    ['Outcome', alert.cafcassOutcome && clean(alert.cafcassOutcome)],
    ['Date of the outcome', onDate(alert.cafcassOutcomeOn)],
  ]
  return rows.flatMap(([name, words]) => (words ? [{ name, words }] : []))
}

/** Left out with its false neighbours, so that the blocks stand as one list. */
const blocksOf = (given: readonly (Block | false)[]): readonly Block[] =>
  given.filter((each) => each !== false)

const upper = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

export const alertCopy = (props: AlertCopyProps): DocumentModel => {
  const { facts, clean, child } = props
  const { alert } = facts
  const part = (title: string, words: string) =>
    words.trim() === ''
      ? []
      : [
          { kind: 'heading' as const, level: 1 as const, text: title },
          { kind: 'paragraph' as const, words: clean(words.trim()) },
        ]
  return {
    title: `${facts.reference ?? 'Alert'}: ${facts.title}`,
    header: `Case ${child.reference}. For the child’s record`,
    footer: `Copied on ${formatInstant(props.copiedAt)} by ${props.copiedBy}`,
    blocks: blocksOf([
      { kind: 'facts', rows: headFacts(props) },
      ...part(alert.kind === 'good_practice' ? 'What was done well' : 'The concern', alert.concern),
      ...part('What it means for the child', alert.impact),
      ...part('What is asked', alert.asked),
      { kind: 'heading', level: 1, text: 'What happened' },
      ...facts.moments.map((moment) => ({
        kind: 'paragraph' as const,
        words: [
          { text: `${formatInstant(moment.at)}: `, strong: true },
          { text: `${moment.doer} ${clean(moment.sentence)}` },
          ...(moment.aside === undefined ? [] : [{ text: `\n${clean(moment.aside)}` }]),
          ...(moment.words.trim() === '' ? [] : [{ text: `\n${clean(moment.words.trim())}` }]),
          ...(moment.told.length === 0 ? [] : [{ text: `\nTold: ${moment.told.join(', ')}.` }]),
        ],
      })),
      facts.rang.length > 0 && { kind: 'heading', level: 1, text: 'Calls' },
      facts.rang.length > 0 && {
        kind: 'list',
        items: facts.rang.map(
          (call) =>
            `${formatInstant(call.rangAt)}: ${call.byName || 'Somebody'} reached ${[call.name, call.role].filter((each) => each !== '').join(', ')} (${call.means.replaceAll('_', ' ')})`
        ),
      },
      alert.cafcassConsidered !== null && { kind: 'heading', level: 1, text: 'Cafcass' },
      alert.cafcassConsidered !== null && { kind: 'facts', rows: cafcassFacts(facts, clean) },
      { kind: 'heading', level: 1, text: 'What the child was told' },
      {
        kind: 'facts',
        rows: [
          { name: 'Told about it', words: upper(facts.childToldLabel) },
          ...(alert.childToldWhy === ''
            ? []
            : [{ name: 'Why, or what was said', words: clean(alert.childToldWhy) }]),
          { name: 'Offered an advocate', words: upper(facts.advocateLabel) },
          ...(alert.advocateWhy === ''
            ? []
            : [{ name: 'About the advocate', words: clean(alert.advocateWhy) }]),
        ],
      },
    ]),
  }
}
