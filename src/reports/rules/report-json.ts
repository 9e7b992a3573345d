/** A built report as JSON: the figures of contracts.md §8, and beside them its chapters as they are printed. */
import { type WordsByPlace, withWords } from './final-words.ts'
import type { ReportModel } from './report-model.ts'

export const reportJson = ({
  model,
  words,
  number,
  frozenAt,
  replaces,
  replacedBy,
}: {
  readonly model: ReportModel
  readonly words: WordsByPlace
  readonly number: number | null
  /** An instant; null for a draft. */
  readonly frozenAt: string | null
  readonly replaces?: { readonly number: number; readonly reason: string } | undefined
  readonly replacedBy?: number | undefined
}) => ({
  ...model.data,
  report: {
    number,
    frozenAt,
    replaces: replaces ?? null,
    replacedBy: replacedBy ?? null,
    council: model.council,
    title: model.title,
    filters: model.filters,
    chapters: model.chapters.map((chapter) => ({
      key: chapter.key,
      title: chapter.title,
      figures: chapter.figures.map((figure) => {
        const { key, title, sentence, narrative, table } = withWords(chapter.key, figure, words)
        return { key, title, sentence, narrative, table: table ?? null }
      }),
    })),
  },
})
