/** The reader's own results, as an auditor and as the worker of audited cases. Nobody is compared with anybody. */
import type { Frame } from '../../src/analytics/load-frame.ts'
import type { OwnResults } from '../../src/analytics/load-own-results.ts'
import type { Distribution } from '../../src/analytics/rules/distribution.ts'
import { DataTable } from '../components/data-table.tsx'
import { GradeTag } from '../components/grade-tag.tsx'
import { formatCount, plural } from '../format.ts'
import { FrameFaults, FrameFilters, frameWords } from './frame-filters.tsx'
import { ResultsTabs } from './results-tabs.tsx'
import { intervalWords } from './share-words.ts'

export type PeoplePageProps = {
  frame: Frame
  name: string
  own: OwnResults
  fewest: number
  small: number
}

const words = (props: PeoplePageProps, figures: Distribution | undefined): string => {
  if (figures === undefined) return 'No audits.'
  const { n, goodOrBetter } = figures
  if (n < props.fewest) {
    return `${plural(n, 'audit')}: grades are shown from ${props.fewest} on.`
  }
  const share =
    goodOrBetter === null
      ? ''
      : `: ${goodOrBetter.count} good or better (${goodOrBetter.percent}%, 95% interval ${intervalWords(goodOrBetter)})`
  return `${plural(n, 'audit')}${share}${n < props.small ? '. That is a very small sample' : ''}.`
}

const Grades = ({
  props,
  id,
  title,
  figures,
}: {
  props: PeoplePageProps
  id: string
  title: string
  figures: Distribution | undefined
}) => (
  <>
    <h2>{title}</h2>
    <p>{words(props, figures)}</p>
    {figures === undefined || figures.n < props.fewest ? (
      ''
    ) : (
      <DataTable
        id={id}
        caption={title}
        isCaptionHidden
        columns={[{ header: 'Overall grade' }, { header: 'Audits', isNumber: true }]}
        rows={Object.entries(figures.counts).map(([grade, count]) => [
          <GradeTag grade={grade} />,
          formatCount(count),
        ])}
      />
    )}
  </>
)

export const PeoplePage = (props: PeoplePageProps) => {
  const { frame, name, own } = props
  const { asAuditor } = own
  return (
    <>
      <ResultsTabs current="people" seesTeams={frame.teams.length > 0} />
      <FrameFaults frame={frame} />
      <h1>Your own results</h1>
      <p class="pl-lead">
        {`These are the results of ${name}, for ${name} to learn from. Nobody is ranked, and nobody else’s results are on this page.`}
      </p>
      <FrameFilters frame={frame} action="/results/people" fields={['kind', 'period']} />
      <p class="pl-muted">{`Shown: ${frameWords(frame)}`}</p>
      <Grades props={props} id="as-auditor" title="Audits that you made" figures={asAuditor} />
      {asAuditor === undefined || asAuditor.n < props.fewest ? (
        ''
      ) : (
        <p>{`${plural(own.changed, 'of these grades was', 'of these grades were')} changed by moderation.`}</p>
      )}
      <Grades
        props={props}
        id="as-worker"
        title="Audits of cases that you worked"
        figures={own.asWorker}
      />
      <p class="pl-muted">
        Few cases of one person say little about their practice: which cases were drawn, and how
        hard they were, weighs more than anything a table can show.
      </p>
    </>
  )
}
