/** References that the council does not know yet: status and team of each, and the question whether one is a name. */
import type { NewCaseChoice } from '../../src/rounds/rules/new-case.ts'
import { Checkboxes } from '../components/checkboxes.tsx'
import { Select } from '../components/select.tsx'
import { plural, statusLabel } from '../format.ts'

export type NewCasesProps = {
  cases: readonly NewCaseChoice[]
  teams: readonly { id: string; name: string }[]
  /** Chosen once for all that say nothing else. */
  forAll: { status: string; team: string }
  showErrors: boolean
}

const statuses = ['early_help', 'assessment', 'cin', 'cp', 'care', 'care_leaver', 'closed']

const statusItems = (none: string) => [
  { value: '', text: none },
  ...statuses.map((value) => ({ value, text: statusLabel(value) })),
]

const teamItems = (none: string, teams: NewCasesProps['teams']) => [
  { value: '', text: none },
  ...teams.map(({ id, name }) => ({ value: id, text: name })),
]

const Row = (props: { form: NewCasesProps; one: NewCaseChoice }) => {
  const { form, one } = props
  const errors = form.showErrors ? one.errors : {}
  const isOnly = form.cases.length === 1
  return (
    <fieldset class="govuk-fieldset pl-new-case">
      <legend class="govuk-fieldset__legend pl-new-case__name">{one.reference}</legend>
      {one.looksLikeName ? (
        <Checkboxes
          name={`reference-${one.reference}`}
          idPrefix={`reference-${one.id}`}
          class="govuk-checkboxes--small"
          hint="This looks like a name. Plumbline holds no child’s name: enter the case system’s reference instead."
          error={errors.reference}
          values={one.isReference ? ['yes'] : []}
          items={[{ value: 'yes', text: 'It is a reference of our case system, not a name' }]}
        />
      ) : (
        ''
      )}
      <Select
        name={`status-${one.reference}`}
        id={`status-${one.id}`}
        label="Status"
        value={one.status}
        error={errors.status}
        items={statusItems(isOnly ? 'Choose a status' : 'As chosen for all')}
      />
      <Select
        name={`team-${one.reference}`}
        id={`team-${one.id}`}
        label="Team"
        value={one.team}
        error={errors.team}
        items={teamItems(isOnly ? 'Not known' : 'As chosen for all', form.teams)}
      />
    </fieldset>
  )
}

export const NewCases = (props: NewCasesProps) => (
  <>
    <h2 class="govuk-heading-m">
      {`${plural(props.cases.length, 'case is', 'cases are')} new to Plumbline`}
    </h2>
    <p class="govuk-body">
      The status decides which rubrics are asked, and the team who is too near to audit the case.
    </p>
    {props.cases.length > 1 ? (
      <fieldset class="govuk-fieldset pl-filters">
        <legend class="govuk-visually-hidden">All new cases</legend>
        <Select
          name="status-all"
          label="Status of all"
          value={props.forAll.status}
          items={statusItems('Chosen one by one')}
        />
        <Select
          name="team-all"
          label="Team of all"
          value={props.forAll.team}
          items={teamItems('Not known, or chosen one by one', props.teams)}
        />
      </fieldset>
    ) : (
      ''
    )}
    {props.cases.map((one) => (
      <Row form={props} one={one} />
    ))}
  </>
)
