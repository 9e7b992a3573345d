/** What every chapter is laid out from: the figures, the names, and how a line is printed for the audience. */
import type { LineStory } from './period-line.ts'
import type { PrintLine } from './printed-line.ts'
import type { Audience, Figure } from './report.ts'
import type { ReportFigures, ThemeName } from './report-figures.ts'
import type { Cell } from './report-model.ts'
import { kindWords, lowerFirst } from './report-words.ts'

export type ChapterFacts = {
  readonly figures: ReportFigures
  readonly themes: ReadonlyMap<string, ThemeName>
  readonly print: PrintLine
  readonly audience: Audience
  /** London date as of which actions are late or not. */
  readonly today: string
}

/** `audit` has no rubric; history may have themes of which no rubric knows. */
export const themeTitle = (facts: Pick<ChapterFacts, 'themes'>, theme: string): string =>
  theme === 'audit' ? 'Overall grade of the audit' : (facts.themes.get(theme)?.title ?? theme)

export const itemTitle = (
  facts: Pick<ChapterFacts, 'themes'>,
  theme: string,
  item: string | null
): string =>
  item === null
    ? theme === 'audit'
      ? 'Overall grade'
      : 'Grade of the theme'
    : (facts.themes.get(theme)?.items.get(item) ?? item)

/** `Child in need plan`; of other rounds than learning audits `Child in need plan: thematic audits`. */
export const storyTitle = (facts: ChapterFacts, { theme, roundKind }: LineStory): string =>
  roundKind === 'learning'
    ? themeTitle(facts, theme)
    : `${themeTitle(facts, theme)}: ${kindWords(roundKind)}`

/** The key of a figure about a theme: the same from report to report. */
export const storyKey = ({ theme, roundKind }: LineStory): string =>
  roundKind === 'learning' ? theme : `${theme}.${roundKind}`

export const themeWords = (facts: ChapterFacts, theme: string): string =>
  lowerFirst(themeTitle(facts, theme))

/** The overall grade first, then themes by title; the theme grade first, then items as the rubric has them, then by text. */
export const storiesInOrder = (facts: ChapterFacts): LineStory[] => {
  const place = ({ theme, item }: LineStory): number => {
    if (item === null) return -1
    const known = [...(facts.themes.get(theme)?.items.keys() ?? [])].indexOf(item)
    return known < 0 ? Number.MAX_SAFE_INTEGER : known
  }
  const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return facts.figures.stories.toSorted(
    (a, b) =>
      Number(b.theme === 'audit') - Number(a.theme === 'audit') ||
      byText(themeTitle(facts, a.theme), themeTitle(facts, b.theme)) ||
      Number(b.roundKind === 'learning') - Number(a.roundKind === 'learning') ||
      byText(a.roundKind, b.roundKind) ||
      place(a) - place(b) ||
      byText(a.item ?? '', b.item ?? '')
  )
}

/** Where a figure is suppressed anywhere in rows. */
const hasSuppressed = (rows: readonly (readonly Cell[])[]): boolean =>
  rows.some((row) => row.includes('c'))

const SUPPRESSED =
  'c stands for a number from 1 to 5, and for any figure that would give such a number away.'

export const suppressionNotes = (rows: readonly (readonly Cell[])[]): string[] =>
  hasSuppressed(rows) ? [SUPPRESSED] : []

export const isNumber = (figure: Figure | undefined): figure is number => typeof figure === 'number'

export const counted = (n: number, one: string, many: string = `${one}s`): string =>
  `${String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ',')} ${n === 1 ? one : many}`
