/** A report to read and to print: a draft as a preview, or a frozen one as it was frozen. */
import type { WordsByPlace } from '../../src/reports/rules/final-words.ts'
import type { ModelChapter, ReportModel } from '../../src/reports/rules/report-model.ts'
import { FigureView, idOf } from './figure-view.tsx'

const Paragraphs = ({ text }: { text: string }) => (
  <>
    {text
      .split(/\r?\n(?:\s*\r?\n)+/)
      .filter((one) => one.trim() !== '')
      .map((one) => (
        <p class="govuk-body pl-words">{one.trim()}</p>
      ))}
  </>
)

const Chapter = ({ chapter, words }: { chapter: ModelChapter; words: WordsByPlace }) => (
  <section class="pl-report__chapter">
    <h2 class="govuk-heading-m" id={`chapter-${chapter.key}`}>
      {chapter.title}
    </h2>
    {chapter.empty === undefined ? '' : <p class="govuk-body">{chapter.empty}</p>}
    {chapter.figures.map((figure) => {
      const place = `${chapter.key}/${figure.key}`
      const written = words.get(place)
      return (
        <section class="pl-report__figure" id={idOf(place)}>
          <h3 class="govuk-heading-s">{figure.title}</h3>
          <Paragraphs text={written?.sentence ?? figure.proposed} />
          <FigureView figure={figure} place={place} />
          <Paragraphs text={written?.narrative ?? ''} />
        </section>
      )
    })}
  </section>
)

export const ReportContents = ({ model }: { model: ReportModel }) => (
  <nav aria-label="Chapters" class="pl-report__contents">
    <ul class="govuk-list">
      {model.chapters.map(({ key, title }) => (
        <li>
          <a class="govuk-link" href={`#chapter-${key}`}>
            {title}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

export const ReportBody = ({ model, words }: { model: ReportModel; words: WordsByPlace }) => (
  <>
    <ReportContents model={model} />
    {model.chapters.map((chapter) => (
      <Chapter chapter={chapter} words={words} />
    ))}
  </>
)
