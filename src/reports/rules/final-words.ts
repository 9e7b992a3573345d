/** A model with what was written for it: the sentence as edited, else as proposed, and the words under each figure. */
import {
  type ChapterKey,
  type ModelFigure,
  placeOf,
  type ReportModel,
  type WrittenWords,
} from './report-model.ts'

export type WordsByPlace = ReadonlyMap<string, WrittenWords>

export type FigureFinal = ModelFigure & { readonly sentence: string; readonly narrative: string }

export const withWords = (
  chapter: ChapterKey,
  figure: ModelFigure,
  words: WordsByPlace
): FigureFinal => {
  const written = words.get(placeOf(chapter, figure.key))
  return {
    ...figure,
    sentence: written?.sentence ?? figure.proposed,
    narrative: written?.narrative ?? '',
  }
}

/** Everything that somebody typed and that stands in the report, with its place. */
export const wordsShown = (
  model: ReportModel,
  words: WordsByPlace
): { readonly place: string; readonly title: string; readonly text: string }[] =>
  model.chapters.flatMap((chapter) =>
    chapter.figures.flatMap((figure) => {
      const place = placeOf(chapter.key, figure.key)
      const written = words.get(place)
      const text = [written?.sentence ?? '', written?.narrative ?? ''].join('\n').trim()
      return text === '' ? [] : [{ place, title: `${chapter.title}: ${figure.title}`, text }]
    })
  )

/** Titles of figures whose sentence was edited against other figures than those of now. */
export const changedSentences = (
  model: ReportModel,
  words: readonly {
    readonly place: string
    readonly sentence: string | null
    readonly proposed: string | null
  }[]
): string[] =>
  model.chapters.flatMap((chapter) =>
    chapter.figures.flatMap((figure) => {
      const written = words.find(({ place }) => place === placeOf(chapter.key, figure.key))
      return written && written.sentence !== null && written.proposed !== figure.proposed
        ? [`${chapter.title}: ${figure.title}`]
        : []
    })
  )
