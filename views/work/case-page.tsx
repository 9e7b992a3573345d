/** The page of one case: what it is, what is next, and everything that happened, as far as the reader may see it. */
import type { CaseSummary, ToCome } from '../../src/work/rules/case-summary.ts'
import type { TimelineEntry, TimelineKind } from '../../src/work/rules/case-timeline.ts'
import { pageAddress } from '../components/address-with.ts'
import { Breadcrumbs } from '../components/breadcrumbs.tsx'
import { Button } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FilterBar } from '../components/filter-bar.tsx'
import { NumberedPages } from '../components/numbered-pages.tsx'
import { SafeLink } from '../components/safe-link.tsx'
import { Select } from '../components/select.tsx'
import { SummaryList } from '../components/summary-list.tsx'
import { formatDate, plural, statusLabel } from '../format.ts'
import { CaseNext } from './case-next.tsx'
import { caseSentence } from './case-sentence.ts'
import { CaseTimeline } from './case-timeline.tsx'
import { kindLabels } from './case-words.ts'

export type CaseFacts = {
  serviceStatus: string
  teamName: string | null
  workerName: string | null
  iroName: string | null
  /** In words, as a band. */
  age: string | null
  statusStartedOn: string | null
  nextReviewOn: string | null
}

export type CasePageProps = {
  id: string
  reference: string
  /** Undefined where the case is not within the reader's scope. */
  facts: CaseFacts | undefined
  isHistory: boolean
  seesAll: boolean
  systemHref: string | undefined
  raiseHref: string | undefined
  /** For the reviewing officer: recording that progress was checked between reviews. */
  midwayHref: string | undefined
  copyHref: string | undefined
  summary: CaseSummary
  toCome: ToCome
  /** Of which there is something. */
  kinds: readonly TimelineKind[]
  show: TimelineKind | undefined
  entries: readonly TimelineEntry[]
  /** All of them, on every page. */
  count: number
  page: number
  pages: number
  readerId: string
  todayOn: string
}

const addressOf = ({ id }: CasePageProps, show: TimelineKind | undefined, page = 1): string =>
  pageAddress(`/cases/${id}`, { show }, page)

const unknown = (text: string | null): string => text ?? 'Not known'

const day = (date: string | null): string => (date === null ? 'Not known' : formatDate(date))

const Facts = ({ facts }: { facts: CaseFacts }) => (
  <SummaryList
    class="pl-facts"
    rows={[
      { key: 'Service', value: statusLabel(facts.serviceStatus) },
      { key: 'Since', value: day(facts.statusStartedOn) },
      { key: 'Team', value: unknown(facts.teamName) },
      { key: 'Worker', value: unknown(facts.workerName) },
      { key: 'IRO or chair', value: unknown(facts.iroName) },
      { key: 'Age', value: unknown(facts.age) },
    ]}
  />
)

const NotTheirs = ({ isHistory }: CasePageProps) => (
  <p class="govuk-inset-text">
    {isHistory
      ? 'This reference is known from imported history alone. Which team has the case, who works it and when it is reviewed is not known.'
      : 'This case is not with you or your team now. You see what you may read of it.'}
  </p>
)

const Buttons = ({ raiseHref, midwayHref, copyHref, systemHref }: CasePageProps) =>
  [raiseHref, midwayHref, copyHref, systemHref].every((href) => href === undefined) ? null : (
    <div class="pl-case__ways pl-no-print">
      {raiseHref === undefined ? '' : <Button href={raiseHref}>Raise a practice alert</Button>}
      {midwayHref === undefined ? (
        ''
      ) : (
        <Button href={midwayHref} class="govuk-button--secondary">
          Record a midway check
        </Button>
      )}
      {copyHref === undefined ? (
        ''
      ) : (
        <Button href={copyHref} class="govuk-button--secondary">
          Copy of everything about this child
        </Button>
      )}
      {systemHref === undefined ? (
        ''
      ) : (
        <SafeLink href={systemHref}>Open in the case system</SafeLink>
      )}
    </div>
  )

const Filter = (props: CasePageProps) => (
  <FilterBar action={`/cases/${props.id}`} label="What of this case to show">
    <Select
      name="show"
      label="Show"
      value={props.show ?? ''}
      items={[
        { value: '', text: 'Everything' },
        ...props.kinds.map((kind) => ({ value: kind, text: kindLabels[kind] })),
      ]}
    />
  </FilterBar>
)

const Nothing = ({ show, kinds, seesAll, id }: CasePageProps) =>
  show !== undefined && kinds.length > 0 ? (
    <EmptyState title={`No ${kindLabels[show].toLowerCase()} of this case`}>
      <p>
        <a class="govuk-link" href={`/cases/${id}`}>
          Show everything
        </a>
      </p>
    </EmptyState>
  ) : (
    <EmptyState title={seesAll ? 'Nothing has happened yet' : 'Nothing that you may read yet'}>
      <p>
        Audits with their grades, safety notices, actions and practice alerts appear here in the
        order in which they happened.
      </p>
    </EmptyState>
  )

const counted = ({ page, pages, count }: CasePageProps): string =>
  pages === 1
    ? `${plural(count, 'entry', 'entries')}, the newest first`
    : `${plural(count, 'entry', 'entries')}, the newest first: page ${page} of ${pages}`

export const CasePage = (props: CasePageProps) => {
  const { facts, show, kinds, page, pages } = props
  return (
    <>
      <Breadcrumbs items={[{ text: 'My work', href: '/' }, { text: `Case ${props.reference}` }]} />
      <h1 class="govuk-heading-l">{`Case ${props.reference}`}</h1>
      <p class="pl-lead">{caseSentence(props.summary, props.seesAll)}</p>
      <Buttons {...props} />
      {facts === undefined ? <NotTheirs {...props} /> : <Facts facts={facts} />}
      <CaseNext
        toCome={props.toCome}
        summary={props.summary}
        nextReviewOn={facts?.nextReviewOn}
        actionsHref={addressOf(props, 'action')}
        seesAll={props.seesAll}
        readerId={props.readerId}
        todayOn={props.todayOn}
      />
      <section aria-labelledby="history-title">
        <h2 class="govuk-heading-m" id="history-title">
          What happened
        </h2>
        {kinds.length > 1 || show !== undefined ? <Filter {...props} /> : ''}
        {props.entries.length === 0 ? (
          <Nothing {...props} />
        ) : (
          <>
            <p class="govuk-body pl-muted">{counted(props)}</p>
            <CaseTimeline entries={props.entries} />
            <NumberedPages
              page={page}
              pages={pages}
              addressOf={(to) => addressOf(props, show, to)}
            />
          </>
        )}
        {props.seesAll ? (
          ''
        ) : (
          <p class="govuk-body pl-muted">
            This page shows what you may read. Others may see more of this case, or less.
          </p>
        )}
      </section>
    </>
  )
}
