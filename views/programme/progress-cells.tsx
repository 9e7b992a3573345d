/** The cells of an audit in the list of a round's progress: which case, where it stands, when it is due, when it was touched. */
import type { ProgressView } from '../../src/programme/rules/progress-view.ts'
import { dateOf, dueInWords, formatShortDate, formatTime } from '../format.ts'
import { caseName, hindranceWords, notDoneLabels, stateWords } from './progress-words.ts'

export type ProgressListRow = {
  id: string
  reference: string
  caseReference: string | null
  auditorName: string | null
  teamName: string | null
  state: string
  standing: string
  hindrance: string | null
  dueOn: string | null
  firstDueOn: string | null
  answered: number
  toAnswer: number
  savedAt: string | null
  remindedAt: string | null
  endingKind: string | null
  endingReason: string | null
  endingWords: string | null
  laterRoundId: string | null
  laterRoundName: string | null
  earlierRoundId: string | null
  earlierRoundName: string | null
}

const when = (instant: string): string =>
  `${formatShortDate(dateOf(instant))} at ${formatTime(instant)}`

const More = (props: { children: unknown }) => (
  <span class="pl-todo__more">{props.children as string}</span>
)

export const CaseCell = ({
  row,
  view,
  canTick,
}: {
  row: ProgressListRow
  view: ProgressView
  canTick: boolean
}) => (
  <div class="pl-tick">
    {canTick ? (
      <input
        class="pl-tick__box"
        type="checkbox"
        name="audits"
        value={row.id}
        id={`tick-${row.id}`}
        aria-label={`Choose ${caseName(row).toLowerCase()}`}
        checked={view.isAllTicked}
      />
    ) : (
      ''
    )}
    <span>
      <a class="govuk-link" href={`/audits/${row.id}`}>
        {caseName(row)}
      </a>
      <span class="pl-todo__more">
        {[row.reference, row.teamName ?? ''].filter((part) => part !== '').join(' · ')}
        {row.caseReference === null ? (
          ''
        ) : (
          <>
            {' · '}
            <a class="govuk-link" href={`/cases/${row.id}`}>
              About the case<span class="govuk-visually-hidden">{` ${row.caseReference}`}</span>
            </a>
          </>
        )}
      </span>
      {row.earlierRoundId === null ? (
        ''
      ) : (
        <span class="pl-todo__more">
          {'Carried over from '}
          <a class="govuk-link" href={`/rounds/${row.earlierRoundId}/progress`}>
            {row.earlierRoundName}
          </a>
        </span>
      )}
    </span>
  </div>
)

export const StateCell = ({ row }: { row: ProgressListRow }) => (
  <>
    {row.state === 'voided' ? (
      <strong class="govuk-tag govuk-tag--red">Voided</strong>
    ) : (
      stateWords(row.state, row.endingKind)
    )}
    {row.hindrance === null ? (
      ''
    ) : (
      <span class="pl-stuck">{hindranceWords[row.hindrance] ?? row.hindrance}</span>
    )}
    {row.state === 'in_progress' || row.state === 'reopened' ? (
      <More>{`${row.answered} of ${row.toAnswer} answered`}</More>
    ) : (
      ''
    )}
    {row.endingKind === null ? (
      ''
    ) : (
      <More>
        {[notDoneLabels[row.endingReason ?? ''] ?? '', row.endingWords ?? '']
          .filter((part) => part !== '')
          .join(': ')}
      </More>
    )}
    {row.laterRoundId === null ? (
      ''
    ) : (
      <span class="pl-todo__more">
        {'Carried over to '}
        <a class="govuk-link" href={`/rounds/${row.laterRoundId}/progress`}>
          {row.laterRoundName}
        </a>
      </span>
    )}
  </>
)

export const DueCell = ({ row, todayOn }: { row: ProgressListRow; todayOn: string }) => {
  if (row.dueOn === null) return null
  const isOpen = !['submitted', 'withdrawn', 'voided'].includes(row.state)
  const due = dueInWords(row.dueOn, todayOn)
  const words = isOpen && (due.late || row.standing === 'soon') ? due.text : ''
  return (
    <>
      {words === '' ? '' : <strong class={due.late ? 'pl-late' : undefined}>{words}</strong>}
      {words === '' ? (
        <span class="pl-stack__label" data-label="Due">
          {formatShortDate(row.dueOn)}
        </span>
      ) : (
        <More>{formatShortDate(row.dueOn)}</More>
      )}
      {row.firstDueOn === null || row.firstDueOn === row.dueOn ? (
        ''
      ) : (
        <More>{`was ${formatShortDate(row.firstDueOn)}`}</More>
      )}
    </>
  )
}

export const TouchedCell = ({ row }: { row: ProgressListRow }) => (
  <>
    {row.savedAt === null ? (
      ''
    ) : (
      <span class="pl-stack__label" data-label="Last saved">
        {when(row.savedAt)}
      </span>
    )}
    {row.remindedAt === null ? '' : <More>{`reminded ${when(row.remindedAt)}`}</More>}
  </>
)
