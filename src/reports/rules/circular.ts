/**
 * A learning circular: one page for a theme, of what audits found, without anybody in it. What stands in it, how its words
 * become points, and what it takes over from the rubric. What may not stand in it is circular-check.ts's.
 */
import { isCriterion, type Rubric } from '../../rubrics/rules/rubric.ts'
import type { Scale } from '../../rubrics/rules/scale.ts'

/** Characters of one box: some pages more than fit, so that somebody can begin by taking in too much. */
export const CIRCULAR_LONGEST = 5000

/** What is typed. A line of `strong`, `change` and `next` is a point. */
export type CircularWords = {
  readonly title: string
  readonly strong: string
  readonly change: string
  readonly next: string
}

/** What a rubric says of an item that is good. */
export type GoodLook = { readonly key: string; readonly short: string; readonly words: string }

/** The rubric as it was when the circular was issued. */
export type IssuedLooks = {
  readonly themeTitle: string
  readonly version: string
  readonly looks: readonly GoodLook[]
}

export type CircularContent = {
  readonly words: CircularWords
  /** Keys of the items of which it says what good looks like. */
  readonly looks: readonly string[]
  /** Findings whose words were taken in, by id; readers never see them. */
  readonly findings: readonly string[]
  /** Set when it is issued, and never changed. */
  readonly issued?: IssuedLooks | undefined
}

/** What a reader sees. */
export type CircularSheet = IssuedLooks & {
  readonly title: string
  readonly strong: readonly string[]
  readonly change: readonly string[]
  readonly next: readonly string[]
}

export const newContent = (themeTitle: string): CircularContent => ({
  words: { title: `Learning from audits: ${themeTitle}`, strong: '', change: '', next: '' },
  looks: [],
  findings: [],
})

/** Each line is a point; a bullet typed before it is left off. */
export const pointsOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*[-•*–]\s+/, '').trim())
    .filter((line) => line !== '')

/** Points put below those that are there; one that is there already is not put twice. */
export const withPoints = (text: string, added: readonly string[]): string => {
  const there = new Set(pointsOf(text))
  const more = added
    .map((words) => words.replace(/\s+/g, ' ').trim())
    .filter((words) => words !== '' && !there.has(words))
  return [text.trimEnd(), ...new Set(more)].filter((part) => part !== '').join('\n')
}

/** The version of a theme's rubric that is in force. */
export type ThemeNow = Pick<Rubric, 'title' | 'version' | 'items'> & { readonly scale: Scale }

/**
 * What can be said to be good: the criteria of the rubric, in its order, in its words for good; on scales of another make
 * in those for the least of the values that count as good.
 */
export const goodLooks = ({ items, scale }: ThemeNow): GoodLook[] => {
  const good = scale.values.findLast(({ isPositive }) => isPositive)?.key ?? ''
  return items.filter(isCriterion).flatMap(({ key, short, descriptors }) => {
    const words = descriptors[good] ?? ''
    return words === '' ? [] : [{ key, short, words }]
  })
}

/** @param now undefined where every version is withdrawn */
export const looksNow = (
  theme: string,
  content: CircularContent,
  now: ThemeNow | undefined
): IssuedLooks => ({
  themeTitle: now?.title ?? theme,
  version: now?.version ?? '',
  looks: now ? goodLooks(now).filter(({ key }) => content.looks.includes(key)) : [],
})

export const sheetOf = (content: CircularContent, looks: IssuedLooks): CircularSheet => ({
  ...(content.issued ?? looks),
  title: content.words.title.trim(),
  strong: pointsOf(content.words.strong),
  change: pointsOf(content.words.change),
  next: pointsOf(content.words.next),
})
