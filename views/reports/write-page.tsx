/** The draft of a report to write in: every figure as it is now, with its sentence and its box of words. */

import type { SamePeriod } from '../../src/reports/beside-draft-store.ts'
import type { ReportSummary } from '../../src/reports/report-store.ts'
import type { ReportModel } from '../../src/reports/rules/report-model.ts'
import type { WordsQuestion } from '../../src/reports/rules/words-check.ts'
import type { FigureWords } from '../../src/reports/words-store.ts'
import { BackLink } from '../components/back-link.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { InsetText } from '../components/inset-text.tsx'
import { Textarea } from '../components/textarea.tsx'
import { FigureForm, type FigureFormProps } from './figure-form.tsx'
import { FigureView, idOf } from './figure-view.tsx'
import { ReportContents } from './report-body.tsx'
import { audienceWords, spanWords } from './report-words.ts'

export type WritePageProps = {
  report: ReportSummary
  model: ReportModel
  words: readonly FigureWords[]
  questions: readonly WordsQuestion[]
  /** Others about the same period for the same readers. */
  same: readonly SamePeriod[]
  todayOn: string
  csrf: string
  /** Words of one figure that were sent and not stored. */
  again?: (NonNullable<FigureFormProps['again']> & { place: string }) | undefined
}

const Ways = ({ report }: { report: ReportSummary }) => (
  <ul class="govuk-list pl-report__ways">
    {[
      ['', 'Preview'],
      ['/settings', 'Change period, filters and chapters'],
      ['/freeze', 'Freeze'],
      ['/discard', 'Discard'],
    ].map(([path, label]) => (
      <li>
        <a class="govuk-link" href={`/reports/${report.id}${path}`}>
          {label}
        </a>
      </li>
    ))}
  </ul>
)

/** Said before much is written: a second report of a quarter leaves readers with two, and nothing says which one counts. */
const Same = ({ same }: Pick<WritePageProps, 'same'>) => {
  if (same.length === 0) return null
  const hasFrozen = same.some(({ number }) => number !== null)
  return (
    <InsetText>
      <p class="govuk-body">
        There is already{' '}
        {same.map(({ id, number }, place) => (
          <>
            {place === 0 ? '' : place === same.length - 1 ? ' and ' : ', '}
            <a
              class="govuk-link"
              href={number === null ? `/reports/${id}/write` : `/reports/${id}`}
            >
              {number === null ? 'another draft' : `report ${number}`}
            </a>
          </>
        ))}{' '}
        about the same period for the same readers.
        {hasFrozen
          ? ' To correct a frozen report, issue it anew from its own page: readers are then led from the old one to the new.'
          : ''}
      </p>
    </InsetText>
  )
}

/** Words of figures that this period or these chapters do not have: kept, and shown so that nobody misses them. */
const Elsewhere = ({ model, words }: Pick<WritePageProps, 'model' | 'words'>) => {
  const shown = new Set(
    model.chapters.flatMap(({ key, figures }) => figures.map((figure) => `${key}/${figure.key}`))
  )
  const rest = words.filter(({ place, narrative }) => !shown.has(place) && narrative !== '')
  if (rest.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">Words kept for figures that are not in this draft</h2>
      {rest.map(({ place, narrative }) => (
        <Textarea
          id={`kept-${idOf(place)}`}
          name="kept"
          rows={3}
          label={place}
          value={narrative}
          attributes={{ readonly: true }}
        />
      ))}
    </section>
  )
}

export const WritePage = (props: WritePageProps) => {
  const { report, model, again } = props
  return (
    <>
      <BackLink href="/reports">Reports</BackLink>
      {again === undefined ? (
        ''
      ) : (
        <ErrorSummary
          title="This was not saved"
          errors={[
            {
              text:
                again.state.kind === 'refused'
                  ? again.state.messages.join(' ')
                  : 'Somebody else changed this after you opened it: both are shown below',
              href: `#words-${idOf(again.place)}`,
            },
          ]}
        />
      )}
      <span class="govuk-caption-l">{`Draft · ${audienceWords(report.audience)}`}</span>
      <h1 class="govuk-heading-l">{report.title}</h1>
      <p class="govuk-body">
        {`${model.periodWords} (${spanWords(model.period)}).`}
        {model.filters.length === 0 ? ' The whole council.' : ` ${model.filters.join('. ')}.`}
      </p>
      {report.replacesNumber === null ? (
        ''
      ) : (
        <InsetText>
          {`This draft issues report ${report.replacesNumber} anew: ${report.reissueReason ?? ''}`}
        </InsetText>
      )}
      <Same same={props.same} />
      <p class="pl-muted">
        Sentences follow the figures until you edit them; empty one to have it proposed again.{' '}
        <span class="pl-report__by-itself">What you type saves itself.</span>
        <span class="pl-report__by-hand">Save what you type with the button below it.</span>
      </p>
      <Ways report={report} />
      <ReportContents model={model} />
      {model.chapters.map((chapter) => (
        <section class="pl-report__chapter">
          <h2 class="govuk-heading-m" id={`chapter-${chapter.key}`}>
            {chapter.title}
          </h2>
          {chapter.empty === undefined ? '' : <p class="govuk-body">{chapter.empty}</p>}
          {chapter.figures.map((figure) => {
            const place = `${chapter.key}/${figure.key}`
            return (
              <section class="pl-report__figure" id={idOf(place)}>
                <h3 class="govuk-heading-s">{figure.title}</h3>
                <FigureView figure={figure} place={place} />
                <FigureForm
                  reportId={report.id}
                  place={place}
                  figure={figure}
                  words={props.words.find((one) => one.place === place)}
                  question={props.questions.find((one) => one.place === place)}
                  todayOn={props.todayOn}
                  csrf={props.csrf}
                  again={again?.place === place ? again : undefined}
                />
              </section>
            )
          })}
        </section>
      ))}
      <Elsewhere model={model} words={props.words} />
    </>
  )
}
