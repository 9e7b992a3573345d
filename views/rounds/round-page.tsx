/** One round: how far it is, who does what, its audits, and what can be done with it in the state it is in. */
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { Details } from '../components/details.tsx'
import { SummaryList } from '../components/summary-list.tsx'
import { formatDate, kindLabel } from '../format.ts'
import { AuditorProgress, type AuditorRow } from './auditor-progress.tsx'
import { CasePasteForm } from './case-paste-form.tsx'
import { FormErrorSummary, type FormErrors } from './form-errors.tsx'
import { RoundAudits, type RoundAuditsProps } from './round-audits.tsx'
import { type RoundTotals, roundSentence, selectionLabels, windowWords } from './round-words.ts'

export type ShownRound = {
  id: string
  name: string
  kind: string
  windowFrom: string | null
  windowTo: string | null
  dueOn: string | null
  selection: string
  state: 'draft' | 'open' | 'closed'
  origin: 'product' | 'import'
}

export type RoundPageProps = {
  round: ShownRound
  rubrics: readonly { key: string; version: string; title: string }[]
  totals: RoundTotals
  auditors: readonly AuditorRow[]
  audits: Omit<RoundAuditsProps, 'csrf' | 'roundId' | 'canAllocate' | 'isDraft'>
  csrf: string
  errors: FormErrors
}

const Rubrics = ({ rubrics }: Pick<RoundPageProps, 'rubrics'>) =>
  rubrics.length === 0 ? (
    <>None chosen yet</>
  ) : (
    <ul class="govuk-list pl-plain-list">
      {rubrics.map((rubric) => (
        <li>
          <a class="govuk-link" href={`/rubrics/${rubric.key}/${rubric.version}`}>
            {rubric.title}
          </a>
        </li>
      ))}
    </ul>
  )

const Facts = ({ round, rubrics }: Pick<RoundPageProps, 'round' | 'rubrics'>) => (
  <SummaryList
    class="govuk-summary-list--no-border pl-facts"
    rows={[
      { key: 'Window', value: windowWords(round.windowFrom, round.windowTo) },
      round.dueOn !== null && { key: 'Due', value: formatDate(round.dueOn) },
      round.origin === 'product' && {
        key: 'Rubrics',
        value: { text: <Rubrics rubrics={rubrics} /> },
      },
      {
        key: 'Cases selected',
        value: selectionLabels[round.selection]?.label ?? round.selection,
      },
    ]}
  />
)

const Steps = ({ round, totals }: Pick<RoundPageProps, 'round' | 'totals'>) => {
  const address = `/rounds/${round.id}`
  if (round.origin === 'import') return null
  if (round.state === 'closed') {
    return (
      <p class="govuk-body">
        <a class="govuk-link" href={`${address}/progress`}>
          What was done, what was not and why
        </a>
      </p>
    )
  }
  return (
    <div class="govuk-button-group">
      {round.state === 'draft' && totals.audits > totals.toAllocate ? (
        <Button href={`${address}/open`}>Open this round</Button>
      ) : (
        ''
      )}
      {round.state === 'draft' ? (
        <Button href={`${address}/change`} class="govuk-button--secondary">
          Change name, dates or rubrics
        </Button>
      ) : (
        <>
          <Button href={`${address}/progress`}>See its progress and chase what is late</Button>
          <a class="govuk-link" href={`${address}/close`}>
            Close this round
          </a>
        </>
      )}
    </div>
  )
}

export const RoundPage = (props: RoundPageProps) => {
  const { round, totals } = props
  const canChange = round.state !== 'closed' && round.origin === 'product'
  return (
    <>
      <BackLink href="/rounds">Rounds</BackLink>
      <FormErrorSummary errors={props.errors} />
      <span class="govuk-caption-l">{kindLabel(round.kind)}</span>
      <h1 class="govuk-heading-l">{round.name}</h1>
      <p class="pl-lead">{roundSentence(round.state, totals)}</p>
      {round.state === 'draft' ? '' : <Steps round={round} totals={totals} />}
      <Facts round={round} rubrics={props.rubrics} />
      {round.state === 'draft' ? <Steps round={round} totals={totals} /> : ''}
      {round.state === 'draft' || props.auditors.length === 0 ? (
        ''
      ) : (
        <AuditorProgress
          rows={props.auditors}
          isOpen={round.state === 'open'}
          isImported={round.origin === 'import'}
        />
      )}
      {totals.audits === 0 ? (
        ''
      ) : (
        <RoundAudits
          {...props.audits}
          roundId={round.id}
          csrf={props.csrf}
          canAllocate={canChange}
          isDraft={round.state === 'draft'}
        />
      )}
      {canChange && totals.audits === 0 ? (
        <>
          <h2 class="govuk-heading-m">Add cases</h2>
          <CasePasteForm roundId={round.id} csrf={props.csrf} />
        </>
      ) : (
        ''
      )}
      {canChange && totals.audits > 0 ? (
        <Details summary="Add cases">
          <CasePasteForm roundId={round.id} csrf={props.csrf} />
        </Details>
      ) : (
        ''
      )}
    </>
  )
}
