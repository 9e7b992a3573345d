/** What the filters of the results page offer, and what somebody's choice means; a choice that means nothing is told. */
import type { JudgementKind } from '../../grading/rules/judgement.ts'
import { roundKinds } from '../../rounds/rules/round-kind.ts'
import { eitherOf, nearestNames } from '../../rubrics/rules/nearest-names.ts'
import { auditThemeKey, commonKey } from '../../rubrics/rules/rubric.ts'
import { serviceStatuses } from '../../rubrics/rules/service-status.ts'
import type { PublishedTheme } from './published-theme.ts'
import type { RoundFacts, Tally } from './tally.ts'

export type Choice = { readonly key: string; readonly label: string }

/** An item that the page can show; `key` '' is the theme grade. */
export type ItemChoice = Choice & { readonly kind: JudgementKind }

export type FilterFault = { readonly field: string; readonly message: string }

/** The audit grade first, then themes by title; those without a rubric under the name they were imported with. */
export const themeChoices = (
  published: readonly { readonly key: string; readonly title: string }[],
  counted: readonly string[]
): Choice[] => {
  const history = counted
    .filter((key) => key !== auditThemeKey && !published.some((theme) => theme.key === key))
    .map((key) => ({ key, label: key }))
  const themes = [...published.map(({ key, title }) => ({ key, label: title })), ...history]
  return [
    { key: auditThemeKey, label: 'Overall grade of the audit' },
    ...themes.toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB')),
  ]
}

/** The overall grade where there is one, else the first theme that has been counted. */
export const defaultTheme = (counted: readonly string[]): string =>
  counted.includes(auditThemeKey) ? auditThemeKey : (counted[0] ?? auditThemeKey)

/** The theme grade, the rubric's items in its order, then items that only history knows. */
export const itemChoices = (
  theme: string,
  published: PublishedTheme | undefined,
  counted: readonly { readonly item: string; readonly kind: JudgementKind }[]
): ItemChoice[] => {
  const graded =
    theme === commonKey ? [] : [{ key: '', label: 'Grade of the theme', kind: 'grade' as const }]
  const items = (published?.items ?? []).flatMap((item): ItemChoice[] =>
    item.kind === 'text' ? [] : [{ key: item.key, label: item.short, kind: item.kind }]
  )
  const others = counted
    .filter(({ item }) => item !== '' && !items.some((choice) => choice.key === item))
    .map(({ item, kind }) => ({ key: item, label: item, kind }))
  return [...graded, ...items, ...others]
}

/** Kinds of round in which there are judgements, in the order of the kinds. */
export const kindsCounted = (
  tallies: readonly Tally[],
  rounds: readonly RoundFacts[]
): string[] => {
  const judged = new Set(tallies.map((tally) => tally.roundId))
  const kinds = new Set(rounds.filter((round) => judged.has(round.id)).map((round) => round.kind))
  return roundKinds.filter((kind) => kinds.has(kind))
}

/** Those, and the one that was asked for, so that the choice stays on the page where it has nothing. */
export const kindsOffered = (counted: readonly string[], asked: string | undefined): string[] =>
  roundKinds.filter((kind) => kind === asked || counted.includes(kind))

export const findStatus = (typed: string | undefined) =>
  serviceStatuses.find((status) => status === typed)

/**
 * The sentence for a filter that names nothing.
 * @param known what might have been meant; the nearest are named
 */
export const notOffered = (
  field: string,
  what: string,
  typed = '',
  known: readonly string[] = []
): FilterFault => {
  const near = nearestNames(typed, known)
  const meant = near.length === 0 ? '' : `. Did you mean ${eitherOf(near)}?`
  return {
    field,
    message: `The address asks for ${what} that is not there${meant === '' ? '.' : meant} Choose one from the list`,
  }
}
