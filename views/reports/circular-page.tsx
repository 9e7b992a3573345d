/** A learning circular to read, to print and to take out. */
import type { StoredCircular } from '../../src/reports/circular-store.ts'
import type { CircularSheet } from '../../src/reports/rules/circular.ts'
import { BackLink } from '../components/back-link.tsx'
import { InsetText } from '../components/inset-text.tsx'
import { dateOf, formatDate } from '../format.ts'
import { CircularSheetView } from './circular-sheet.tsx'

export type CircularPageProps = {
  circular: StoredCircular
  sheet: CircularSheet
  /** Of the audits, in words. */
  period: string
  council: string
  mayWrite: boolean
}

/** Where its words come from, at the foot. */
export const sourceWords = (
  issuedAt: string | null,
  period: string,
  { themeTitle, version }: Pick<CircularSheet, 'themeTitle' | 'version'>
): string =>
  `From audits of ${themeTitle.toLowerCase()}, ${period}.${version === '' ? '' : ` What good looks like is taken from version ${version} of its questions.`}${issuedAt === null ? '' : ` Published ${formatDate(dateOf(issuedAt))}.`}`

const State = ({ circular }: Pick<CircularPageProps, 'circular'>) =>
  circular.state === 'draft' ? (
    <InsetText>This is a draft. Only QA leads can see it.</InsetText>
  ) : circular.state === 'withdrawn' ? (
    <InsetText>This circular was withdrawn. Only QA leads can see it.</InsetText>
  ) : null

export const CircularPage = (props: CircularPageProps) => {
  const { circular, sheet, council, mayWrite } = props
  const here = `/reports/circulars/${circular.id}`
  return (
    <>
      <BackLink href="/reports/circulars">Learning circulars</BackLink>
      <span class="govuk-caption-l">{`Learning circular · ${council}`}</span>
      <h1 class="govuk-heading-l">{sheet.title || 'Without a title'}</h1>
      <State circular={circular} />
      <ul class="govuk-list pl-report__ways">
        <li>
          <a class="govuk-link" href={`${here}/circular.docx`}>
            Word
          </a>
        </li>
        {mayWrite && circular.state === 'draft' ? (
          <>
            <li>
              <a class="govuk-link" href={`${here}/write`}>
                Write and change
              </a>
            </li>
            <li>
              <a class="govuk-link" href={`${here}/publish`}>
                Publish
              </a>
            </li>
          </>
        ) : (
          ''
        )}
        {mayWrite && circular.state === 'issued' ? (
          <li>
            <a class="govuk-link" href={`${here}/withdraw`}>
              Withdraw
            </a>
          </li>
        ) : (
          ''
        )}
      </ul>
      <CircularSheetView sheet={sheet} />
      <p class="pl-muted">{sourceWords(circular.issuedAt, props.period, sheet)}</p>
    </>
  )
}
