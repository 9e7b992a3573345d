/** For those who run the programme: each open round, how far it is, and what is late. */
import { ProgressBar } from '../components/progress-bar.tsx'
import { TodoItem } from '../components/todo-item.tsx'
import { plural } from '../format.ts'
import { DueWords } from './due-words.tsx'

export type OpenRoundsProps = {
  rounds: readonly {
    id: string
    name: string
    dueOn: string | null
    audits: number
    submitted: number
    toAllocate: number
    late: number
  }[]
  todayOn: string
}

const More = ({ round }: { round: OpenRoundsProps['rounds'][number] }) => {
  const late = plural(round.late, 'audit is', 'audits are')
  const waiting = round.toAllocate > 0 ? `${round.toAllocate} not allocated yet` : ''
  return (
    <>
      {round.late > 0 ? (
        <a class="govuk-link pl-late" href={`/rounds/${round.id}/progress?show=late`}>
          {`${late} late`}
        </a>
      ) : (
        ''
      )}
      {round.late > 0 && waiting !== '' ? ' · ' : ''}
      {waiting}
    </>
  )
}

export const OpenRounds = ({ rounds, todayOn }: OpenRoundsProps) => (
  <>
    <h2 class="govuk-heading-m">Open rounds</h2>
    {rounds.length === 0 ? (
      <p class="govuk-body">
        No round is open.{' '}
        <a class="govuk-link" href="/rounds">
          See all rounds
        </a>{' '}
        or{' '}
        <a class="govuk-link" href="/rounds/new">
          set one up
        </a>
        .
      </p>
    ) : (
      <ul class="pl-todo">
        {rounds.map((round) => (
          <TodoItem
            href={`/rounds/${round.id}/progress`}
            text={round.name}
            more={<More round={round} />}
            due={<DueWords dueOn={round.dueOn} todayOn={todayOn} />}
            end={
              <ProgressBar
                id={`round-${round.id}`}
                done={round.submitted}
                total={round.audits}
                verb="submitted"
              />
            }
          />
        ))}
      </ul>
    )}
  </>
)
