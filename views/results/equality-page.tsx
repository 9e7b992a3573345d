/** Grades by ethnicity group, sex, disability and age, with a plain warning of what such a table cannot say. */

import type { Equality, EqualityGroup } from '../../src/analytics/load-equality.ts'
import type { Frame } from '../../src/analytics/load-frame.ts'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { WarningText } from '../components/warning-text.tsx'
import { formatCount, plural } from '../format.ts'
import { carriedFilters } from './carried-filters.ts'
import { FrameFaults, FrameFilters, frameAddress, frameWords } from './frame-filters.tsx'
import { dimensionLabel, groupLabel } from './group-words.ts'
import { ResultsTabs } from './results-tabs.tsx'
import { intervalWords, TOO_FEW } from './share-words.ts'
import { positiveWords } from './value-words.ts'

export type EqualityPageProps = {
  frame: Frame
  equality: Equality
  fewest: number
  small: number
  /** False for whoever may not read every audit: of named periods alone. */
  isWhole: boolean
  csvHref: string | undefined
  isLinked: boolean
}

const Share = ({ one, fewest, small }: { one: EqualityGroup; fewest: number; small: number }) => {
  const { figures } = one
  if (figures === undefined || figures.goodOrBetter === null || one.hidden) return <>–</>
  if (figures.n < fewest) return <>{TOO_FEW}</>
  return (
    <>
      {`${figures.goodOrBetter.percent}%`}
      {figures.n < small ? <span class="pl-mix__few">very small sample</span> : ''}
    </>
  )
}

/** How many, without telling one of a few children from another. */
export const sizeWords = ({ hidden, figures }: EqualityGroup): string =>
  hidden === 'few' ? '1 to 4' : hidden === 'beside' ? 'not shown' : formatCount(figures?.n ?? 0)

const Count = ({ props, one }: { props: EqualityPageProps; one: EqualityGroup }) => {
  const { figures } = one
  if (figures === undefined) return <span class="pl-muted">no audits</span>
  const words = sizeWords(one)
  if (!props.isLinked) return <>{words}</>
  const href = frameAddress('/results/audits', props.frame, {
    theme: props.equality.theme,
    team: '',
    value: 'in_n',
    [one.dimension]: one.group === '' ? 'not_known' : one.group,
    back: frameAddress('/results/equality', props.frame, { theme: props.equality.theme, team: '' }),
  })
  return <a href={href}>{words}</a>
}

const Table = ({ props, dimension }: { props: EqualityPageProps; dimension: string }) => {
  const { equality, fewest, small } = props
  const groups = equality.groups.filter((one) => one.dimension === dimension)
  const values = equality.scale.values.filter(({ isOutside }) => !isOutside)
  const words = positiveWords(equality.scale)
  return (
    <>
      <h2>{dimensionLabel[dimension] ?? dimension}</h2>
      <DataTable
        id={dimension}
        caption={`Grades by ${(dimensionLabel[dimension] ?? dimension).toLowerCase()}`}
        isCaptionHidden
        columns={[
          { header: dimensionLabel[dimension] ?? dimension },
          { header: 'n', isNumber: true },
          ...values.map(({ label }) => ({ header: label, isNumber: true })),
          { header: `${words.charAt(0).toUpperCase()}${words.slice(1)}`, isNumber: true },
          { header: '95% interval', isNumber: true },
        ]}
        rows={groups.map((one) => [
          groupLabel(dimension, one.group),
          <Count props={props} one={one} />,
          ...values.map(({ key }) =>
            one.figures === undefined || one.hidden
              ? '–'
              : formatCount(one.figures.counts[key] ?? 0)
          ),
          <Share one={one} fewest={fewest} small={small} />,
          one.figures?.goodOrBetter && one.figures.n >= fewest && !one.hidden
            ? intervalWords(one.figures.goodOrBetter)
            : '–',
        ])}
      />
    </>
  )
}

const knownWords = ({ equality }: EqualityPageProps): string => {
  const ofSex = equality.groups.filter(({ dimension }) => dimension === 'sex')
  const total = ofSex.reduce((sum, { figures }) => sum + (figures?.n ?? 0), 0)
  const unknown = ofSex.find(({ group }) => group === '')?.figures?.n ?? 0
  return `${plural(total, 'grade')} ${total === 1 ? 'is' : 'are'} counted here. ${unknown === 0 ? 'What is not known of a child stands in a row of its own.' : `Of ${formatCount(unknown)} nothing was recorded of the child’s sex; they stand in rows of their own, as what is not known of the others does.`}`
}

export const EqualityPage = (props: EqualityPageProps) => {
  const { frame, equality } = props
  const dimensions = [...new Set(equality.groups.map(({ dimension }) => dimension))]
  const compared = equality.groups.filter(
    ({ group, figures }) => group !== '' && figures !== undefined
  ).length
  return (
    <>
      <ResultsTabs
        current="equality"
        seesTeams={frame.teams.length > 0}
        carried={carriedFilters(frame.filters, '1y')}
      />
      <FrameFaults frame={frame} />
      <h1>{`${frame.titleOf(equality.theme)}, by what is known of the child`}</h1>
      {equality.groups.length === 0 ? '' : <p class="pl-lead">{knownWords(props)}</p>}
      <WarningText>
        {`A difference here is a reason to look, not a finding. ${compared < 2 ? 'Many groups are compared' : `${formatCount(compared)} groups are compared`} at once, so about one in twenty looks different by chance alone; most numbers are small; and a table cannot say why groups differ. Where two intervals overlap, do not speak of a difference.`}
      </WarningText>
      <FrameFilters
        frame={frame}
        action="/results/equality"
        fields={
          props.isWhole ? ['theme', 'status', 'kind', 'period'] : ['theme', 'kind', 'named_period']
        }
        csvHref={props.csvHref}
      />
      <p class="pl-muted">{`Shown: ${frameWords(frame)}. What the child was when the audit was first submitted; imported audits say nothing of it. Not by team: the numbers would be too small.`}</p>
      {props.isWhole ? (
        ''
      ) : (
        <p class="pl-muted">
          Dates and a service status are for those who may read every audit: with them two pages
          could be subtracted from each other until a few children are left.
        </p>
      )}
      {equality.groups.some(({ hidden }) => hidden) ? (
        <p class="pl-muted">
          Grades of one to four children are not shown, nor those of another group from which they
          could be worked out: somebody may know these children.
        </p>
      ) : (
        ''
      )}
      {equality.groups.length === 0 ? (
        <EmptyState title="No audits">
          <p>Nothing was graded under these filters. Choose a longer period or another theme.</p>
        </EmptyState>
      ) : (
        dimensions.map((dimension) => <Table props={props} dimension={dimension} />)
      )}
    </>
  )
}
