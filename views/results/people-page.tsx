/** One person's results, as an auditor and as the worker of audited cases. Nobody is compared with anybody. */
import type { Frame } from '../../src/analytics/load-frame.ts'
import type { OwnResults } from '../../src/analytics/load-own-results.ts'
import type { Distribution } from '../../src/analytics/rules/distribution.ts'
import { DataTable } from '../components/data-table.tsx'
import { GradeTag } from '../components/grade-tag.tsx'
import { formatCount, plural } from '../format.ts'
import { carriedFilters } from './carried-filters.ts'
import { FrameFaults, FrameFilters, frameWords } from './frame-filters.tsx'
import { ResultsTabs } from './results-tabs.tsx'
import { intervalWords } from './share-words.ts'

export type PeoplePageProps = {
  frame: Frame
  /** Whose results, and which sides of them the reader may see. */
  person: {
    id: string
    name: string
    isOwn: boolean
    sides: readonly ('auditor' | 'worker')[]
  }
  results: OwnResults
  fewest: number
  small: number
  /** Whether the reader sees the other parts of the results. */
  hasParts: boolean
  /** Of named periods alone: of a side the reader may not read the single audits. */
  isNamed: boolean
  maySeeOthers: boolean
}

const words = (
  props: PeoplePageProps,
  figures: Distribution | undefined,
  isKept: boolean
): string => {
  if (figures === undefined) return 'No audits.'
  if (isKept && figures.n >= props.fewest) {
    return `Not shown: fewer than ${props.fewest} audits more than in a shorter period, whose grades would be the difference.`
  }
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
  isKept,
}: {
  props: PeoplePageProps
  id: string
  title: string
  figures: Distribution | undefined
  isKept: boolean
}) => (
  <>
    <h2>{title}</h2>
    <p>{words(props, figures, isKept)}</p>
    {figures === undefined || figures.n < props.fewest || isKept ? (
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

const Lead = ({ person }: PeoplePageProps) => (
  <p class="pl-lead">
    {person.isOwn
      ? `These are the results of ${person.name}, for ${person.name} to learn from. Nobody is ranked, and nobody else’s results are on this page. QA leads and your line can see them too.`
      : `These are the results of ${person.name}, to talk about with ${person.name}. Nobody is ranked, and nobody else’s results are on this page.`}
  </p>
)

const AsAuditor = (props: PeoplePageProps) => {
  const { asAuditor, changed, kept } = props.results
  const isKept = kept.includes('auditor')
  return (
    <>
      <Grades
        props={props}
        id="as-auditor"
        title={props.person.isOwn ? 'Audits that you made' : 'Audits that they made'}
        figures={asAuditor}
        isKept={isKept}
      />
      {asAuditor === undefined || asAuditor.n < props.fewest || isKept ? (
        ''
      ) : (
        <p>{`${plural(changed, 'of these grades was', 'of these grades were')} changed by moderation.`}</p>
      )}
    </>
  )
}

export const PeoplePage = (props: PeoplePageProps) => {
  const { frame, person, results } = props
  return (
    <>
      {props.hasParts ? (
        <ResultsTabs
          current="people"
          seesTeams={frame.teams.length > 0}
          carried={carriedFilters(frame.filters, '2y')}
        />
      ) : (
        ''
      )}
      <FrameFaults frame={frame} />
      <h1>{person.isOwn ? 'Your own results' : `Results of ${person.name}`}</h1>
      <Lead {...props} />
      {props.maySeeOthers ? (
        <p>
          <a href="/results/people/choose">
            {person.isOwn ? 'See the results of somebody else' : 'Choose somebody else'}
          </a>
        </p>
      ) : (
        ''
      )}
      <FrameFilters
        frame={frame}
        action="/results/people"
        fields={['kind', props.isNamed ? 'named_period' : 'period']}
      >
        {person.isOwn ? '' : <input type="hidden" name="person" value={person.id} />}
      </FrameFilters>
      <p class="pl-muted">{`Shown: ${frameWords(frame, '')}`}</p>
      {person.sides.includes('auditor') ? <AsAuditor {...props} /> : ''}
      {person.sides.includes('worker') ? (
        <Grades
          props={props}
          id="as-worker"
          title={
            person.isOwn ? 'Audits of cases that you worked' : 'Audits of cases that they worked'
          }
          figures={results.asWorker}
          isKept={results.kept.includes('worker')}
        />
      ) : (
        ''
      )}
      <p class="pl-muted">
        Few cases of one person say little about their practice: which cases were drawn, and how
        hard they were, weighs more than anything a table can show.
      </p>
    </>
  )
}
