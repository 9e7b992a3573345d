/** What was read from the references: which cases are known, which are new and need a status, and which lines are wrong. */
import type { ReadCases } from '../../src/rounds/read-cases.ts'
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Select } from '../components/select.tsx'
import { Textarea } from '../components/textarea.tsx'
import { plural } from '../format.ts'
import { CasePasteForm } from './case-paste-form.tsx'
import { NewCases } from './new-cases.tsx'

export type AddCasesPageProps = {
  round: { id: string; name: string; state: 'draft' | 'open' | 'closed' }
  csrf: string
  /** As typed. */
  references?: string
  /** Why the references have to be typed again. */
  error?: string | undefined
  /** Undefined before anything was read. */
  read?: ReadCases | undefined
  /** Somebody has tried to add them, so what is missing is told. */
  isRefused?: boolean
  /** Who can audit what is added, where the round is open. */
  people?: readonly { id: string; name: string; teamName: string | null }[]
  auditor?: string
  ownTeamReason?: string
  /** Why the chosen auditor cannot have them. */
  allocation?: { field: string; message: string } | undefined
}

const Summary = ({ error, read, isRefused, allocation }: AddCasesPageProps) => {
  const missing = isRefused === true && error === undefined ? (read?.newCases ?? []) : []
  const errors = [
    ...(allocation === undefined
      ? []
      : [{ text: allocation.message, href: `#${allocation.field}` }]),
    ...(error === undefined ? [] : [{ text: error, href: '#references' }]),
    ...(read?.faults ?? []).map(({ line, typed, message }) => ({
      text: `Line ${line}, “${typed}”: ${message}`,
      href: '#references',
    })),
    ...missing.flatMap((one) =>
      Object.entries(one.errors).map(([field, text]) => ({ text, href: `#${field}-${one.id}` }))
    ),
  ]
  return errors.length === 0 ? null : <ErrorSummary errors={errors} />
}

const List = (props: { title: string; references: readonly string[] }) =>
  props.references.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-s">{props.title}</h2>
      <p class="govuk-body pl-references">{props.references.join(', ')}</p>
    </>
  )

const Repeated = ({ repeated }: Pick<ReadCases, 'repeated'>) =>
  repeated.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-s">Named twice, counted once</h2>
      <ul class="govuk-list">
        {repeated.map(({ line, reference, first }) => (
          <li>
            {line === first
              ? `Line ${line}: ${reference} is there twice`
              : `Line ${line}: ${reference} is on line ${first} already`}
          </li>
        ))}
      </ul>
    </>
  )

const addWords = ({ known, newCases }: ReadCases): string => {
  if (newCases.length === 0) return `Add ${plural(known.length, 'case')}`
  if (known.length === 0) return `Add ${plural(newCases.length, 'new case')}`
  return `Add ${plural(known.length + newCases.length, 'case')}, ${newCases.length} of them new`
}

/** In an open round a case added late goes to its auditor in the same step. */
const Auditor = ({ people = [], auditor, ownTeamReason, allocation }: AddCasesPageProps) => {
  const errorOf = (field: string) => (allocation?.field === field ? allocation.message : undefined)
  if (people.length === 0) return null
  return (
    <>
      <Select
        name="auditor"
        label="Auditor"
        hint="They are told at once. Leave it empty to allocate later."
        value={auditor}
        error={errorOf('auditor')}
        items={[
          { value: '', text: 'Nobody yet' },
          ...people.map(({ id, name, teamName }) => ({
            value: id,
            text: teamName === null ? name : `${name}, ${teamName}`,
          })),
        ]}
      />
      {allocation?.field === 'reason' || ownTeamReason ? (
        <Textarea
          id="reason"
          name="ownTeamReason"
          label="Why it has to be this auditor"
          rows={2}
          value={ownTeamReason}
          error={errorOf('reason')}
        />
      ) : (
        ''
      )}
    </>
  )
}

const Preview = (props: AddCasesPageProps & { read: ReadCases }) => (
  <form method="post" action={`/rounds/${props.round.id}/cases`} novalidate>
    <input type="hidden" name="_csrf" value={props.csrf} />
    <input type="hidden" name="references" value={props.references} />
    <List
      title={`${plural(props.read.known.length, 'case is', 'cases are')} known`}
      references={props.read.known}
    />
    {props.read.newCases.length === 0 ? (
      ''
    ) : (
      <NewCases
        cases={props.read.newCases}
        teams={props.read.teams}
        forAll={props.read.forAll}
        showErrors={props.isRefused === true}
      />
    )}
    <Auditor {...props} />
    <div class="govuk-button-group">
      <Button name="step" value="add" preventDoubleClick>
        {addWords(props.read)}
      </Button>
      <Button name="step" value="edit" class="govuk-button--secondary">
        Change the references
      </Button>
    </div>
  </form>
)

export const AddCasesPage = (props: AddCasesPageProps) => {
  const { read, round } = props
  const canAdd =
    read !== undefined && read.fault === undefined && read.known.length + read.newCases.length > 0
  return (
    <>
      {round.state === 'open' ? (
        <BackLink href={`/rounds/${round.id}/progress`}>Progress of the round</BackLink>
      ) : (
        <BackLink href={`/rounds/${round.id}`}>The round</BackLink>
      )}
      <Summary {...props} />
      <span class="govuk-caption-l">{round.name}</span>
      <h1 class="govuk-heading-l">{canAdd ? 'Check the cases to add' : 'Add cases'}</h1>
      {read === undefined || read.fault !== undefined ? (
        ''
      ) : (
        <>
          <List title="Already in this round, left as they are" references={read.inRound} />
          <Repeated repeated={read.repeated} />
        </>
      )}
      {canAdd ? (
        <Preview {...props} read={read} />
      ) : (
        <CasePasteForm
          roundId={round.id}
          csrf={props.csrf}
          references={props.references}
          error={props.error}
        />
      )}
    </>
  )
}
