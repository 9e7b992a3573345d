/** What was found again in three rounds running for a team or service, and what was done about it. */
import type { Frame } from '../../src/analytics/load-frame.ts'
import type { RepeatFinding, Repeats } from '../../src/analytics/load-repeat.ts'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { NumberedPages } from '../components/numbered-pages.tsx'
import { Select } from '../components/select.tsx'
import { formatCount, formatMonth, plural } from '../format.ts'
import { carriedFilters } from './carried-filters.ts'
import {
  FrameFaults,
  FrameFilters,
  frameAddress,
  frameWords,
  teamsWords,
} from './frame-filters.tsx'
import { repeatWords } from './repeat-words.ts'
import { ResultsTabs } from './results-tabs.tsx'

export type RepeatPageProps = {
  frame: Frame
  repeats: Repeats
  csvHref: string | undefined
  isLinked: boolean
  /** Under so many graded in all its rounds, a finding rests on a very small sample. */
  small: number
}

/** `5 set: 3 done, 1 late, 1 open`. */
export const actionWords = ({ set, done, late }: RepeatFinding['actions']): string => {
  if (set === 0) return 'none set'
  const open = set - done - late
  const parts = [
    done > 0 ? `${done} done` : '',
    late > 0 ? `${late} late` : '',
    open > 0 ? `${open} open` : '',
  ].filter((part) => part !== '')
  return `${set} set: ${parts.join(', ')}`
}

const Sentence = ({ repeats }: RepeatPageProps) => {
  const { total, findings, by, pages } = repeats
  const without = findings.filter(({ actions }) => actions.set === 0).length
  return (
    <p class="pl-lead">
      {`${repeatWords(total, by)} `}
      {without === 0
        ? ''
        : `${pages > 1 ? 'On this page, for ' : 'For '}${formatCount(without)} of them no action was set in those rounds.`}
    </p>
  )
}

const Found = ({ props, one }: { props: RepeatPageProps; one: RepeatFinding }) => {
  const title = props.frame.titleOf(one.theme)
  const href = frameAddress('/results/audits', props.frame, {
    theme: one.theme,
    item: one.item,
    team: one.groupKey,
    value: 'in_n',
    back: frameAddress('/results/repeat-findings', props.frame, {
      by: props.repeats.by,
      page: String(props.repeats.page),
    }),
  })
  return (
    <>
      {props.isLinked ? <a href={href}>{one.label}</a> : one.label}
      <br />
      <span class="pl-muted">{title}</span>
    </>
  )
}

const gradedOf = ({ rounds }: RepeatFinding): number =>
  rounds.reduce((sum, { graded }) => sum + graded, 0)

const Table = (props: RepeatPageProps) => (
  <DataTable
    id="repeats"
    caption="Repeat findings"
    isCaptionHidden
    columns={[
      { header: props.repeats.by === 'team' ? 'Team' : 'Service' },
      { header: 'Found' },
      { header: 'Rounds running', isNumber: true },
      { header: 'Below good, of those graded, the latest round first' },
      { header: 'Actions set for it in those rounds' },
    ]}
    rows={props.repeats.findings.map((one) => [
      one.group,
      <Found props={props} one={one} />,
      one.rounds.length,
      <>
        <ul class="pl-plain-list">
          {one.rounds.map(({ round, graded, weak }) => (
            <li>{`${formatMonth(round.date)}: ${weak} of ${graded}`}</li>
          ))}
        </ul>
        {gradedOf(one) < props.small ? (
          <span class="pl-mix__few">{`${plural(gradedOf(one), 'audit')} in all: very small sample`}</span>
        ) : (
          ''
        )}
      </>,
      one.actions.set === 0 ? <strong class="pl-gap">none set</strong> : actionWords(one.actions),
    ])}
  />
)

export const RepeatPage = (props: RepeatPageProps) => {
  const { frame, repeats } = props
  const all = { ...frame, faults: [...frame.faults, ...repeats.faults] }
  return (
    <>
      <ResultsTabs
        current="repeat"
        seesTeams={frame.teams.length > 0}
        carried={carriedFilters(frame.filters, '1y')}
      />
      <FrameFaults frame={all} />
      <h1>Repeat findings</h1>
      {repeats.total === 0 ? '' : <Sentence {...props} />}
      <FrameFilters
        frame={all}
        action="/results/repeat-findings"
        fields={['theme', 'team', 'kind', 'period']}
        anyTheme="Every theme"
        csvHref={props.csvHref}
      >
        <Select
          name="by"
          label={{ text: 'Found in' }}
          error={repeats.faults[0]?.message}
          value={repeats.by}
          items={[
            { value: 'team', text: 'A team' },
            { value: 'service', text: 'A service' },
          ]}
        />
      </FrameFilters>
      <p class="pl-muted">
        {`Shown: ${frameWords(frame, teamsWords(frame))}. A round counts where half or more of what was graded in it was below good; rounds that did not look at it there are passed over. That an action was done is its owner’s word until somebody verifies it.`}
      </p>
      {repeats.total === 0 ? (
        <EmptyState title="Nothing was found three times running">
          <p>
            {frame.rounds.length < 3
              ? 'There are fewer than three rounds of this kind in this period. Choose a longer one.'
              : 'No criterion was below good in three rounds running under these filters.'}
          </p>
        </EmptyState>
      ) : (
        <>
          <Table {...props} />
          <NumberedPages
            page={repeats.page}
            pages={repeats.pages}
            addressOf={(page) =>
              frameAddress('/results/repeat-findings', frame, {
                by: repeats.by,
                page: String(page),
              })
            }
          />
        </>
      )}
    </>
  )
}
