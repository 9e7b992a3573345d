/** Setting up a round, or changing one that is still a draft. */
import type { RoundField } from '../../src/rounds/rules/round-fields.ts'
import type { Applies } from '../../src/rubrics/rules/rubric.ts'
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { Checkboxes } from '../components/checkboxes.tsx'
import { DateInput } from '../components/date-input.tsx'
import { Input } from '../components/input.tsx'
import { Radios } from '../components/radios.tsx'
import { formatDate, kindLabel } from '../format.ts'
import { appliesInWords } from '../rubrics/applies-in-words.ts'
import { FormErrorSummary, type FormErrors } from './form-errors.tsx'
import { selectionLabels } from './round-words.ts'

type StoredRound = Record<'name' | 'kind' | 'selection', string> &
  Record<'windowFrom' | 'windowTo' | 'dueOn', string | null>

export type RoundFormPageProps = {
  /** Undefined for a new one. */
  roundId?: string | undefined
  csrf: string
  /** As typed or as stored: `name`, `kind`, `dueOn-day` … */
  values: Readonly<Record<string, string>>
  /** Ids of the ticked versions. */
  chosen: readonly string[]
  errors?: FormErrors | undefined
  /** What somebody else stored meanwhile. */
  stored?: { round: StoredRound; rubrics: readonly { title: string }[] } | undefined
  /** In which boxes that is not what was typed. */
  differing: readonly RoundField[]
  kinds: readonly string[]
  offered: readonly { id: string; title: string; applies: Applies }[]
}

const DATES = ['windowFrom', 'windowTo', 'dueOn']

const dateWords = (date: string | null): string => (date === null ? 'none' : formatDate(date))

/** One stored field as its form names it. */
const storedWords = (field: RoundField, round: StoredRound): string =>
  ({
    name: () => `Name: ${round.name}`,
    kind: () => `Kind: ${kindLabel(round.kind)}`,
    selection: () => `Cases selected: ${selectionLabels[round.selection]?.label}`,
    windowFrom: () => `Start of the window: ${dateWords(round.windowFrom)}`,
    windowTo: () => `End of the window: ${dateWords(round.windowTo)}`,
    dueOn: () => `Due: ${dateWords(round.dueOn)}`,
  })[field]()

const Changed = ({ stored, differing }: Pick<RoundFormPageProps, 'stored' | 'differing'>) =>
  stored === undefined ? null : (
    <div class="pl-notice pl-notice--warning" role="alert">
      <p>
        Somebody else changed this round after you opened it. Nothing of yours is saved yet; it is
        all below. Save again to put it in place of what is stored now:
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {differing.map((field) => (
          <li>{storedWords(field, stored.round)}</li>
        ))}
        <li>{`Rubrics: ${stored.rubrics.map(({ title }) => title).join(', ') || 'none'}`}</li>
      </ul>
    </div>
  )

const DateField = (props: {
  form: RoundFormPageProps
  field: string
  legend: string
  hint: string
}) => (
  <DateInput
    id={props.field}
    namePrefix={props.field}
    values={props.form.values}
    fieldset={{ legend: { text: props.legend, class: 'govuk-fieldset__legend--s' } }}
    hint={props.hint}
    error={props.form.errors?.[props.field]}
  />
)

export const RoundFormPage = (props: RoundFormPageProps) => {
  const { errors = {}, values } = props
  const address = props.roundId === undefined ? '/rounds' : `/rounds/${props.roundId}`
  return (
    <>
      <BackLink href={address}>{props.roundId === undefined ? 'Rounds' : 'The round'}</BackLink>
      <FormErrorSummary
        errors={errors}
        idOf={(field) => (DATES.includes(field) ? `${field}-day` : field)}
      />
      <Changed stored={props.stored} differing={props.differing} />
      <h1 class="govuk-heading-l">
        {props.roundId === undefined ? 'Set up a round' : 'Change this round'}
      </h1>
      <form
        method="post"
        action={props.roundId === undefined ? '/rounds/new' : `${address}/change`}
        novalidate
      >
        <input type="hidden" name="_csrf" value={props.csrf} />
        <input type="hidden" name="revision" value={values.revision ?? '0'} />
        <Input
          name="name"
          label={{ text: 'Name', class: 'govuk-label--s' }}
          hint="As auditors and reports will call it, for example January learning audit"
          value={values.name}
          error={errors.name}
          class="govuk-!-width-two-thirds"
        />
        <Radios
          name="kind"
          fieldset={{
            legend: { text: 'What kind of round is it?', class: 'govuk-fieldset__legend--s' },
          }}
          hint="Trend lines hold one kind of round"
          class="govuk-radios--small"
          value={values.kind}
          error={errors.kind}
          items={props.kinds.map((kind) => ({ value: kind, text: kindLabel(kind) }))}
        />
        <DateField
          form={props}
          field="windowFrom"
          legend="When does the window start?"
          hint="The window is the time in which the cases are audited. For example, 5 1 2026"
        />
        <DateField
          form={props}
          field="windowTo"
          legend="When does the window end?"
          hint="Results over time show the round at this date"
        />
        <DateField
          form={props}
          field="dueOn"
          legend="By when are the audits due?"
          hint="An audit is late from the day after"
        />
        <Checkboxes
          name="rubrics"
          fieldset={{ legend: { text: 'What is audited?', class: 'govuk-fieldset__legend--s' } }}
          hint="The common questions are always asked. A rubric is left out for a case that it does not apply to."
          class="govuk-checkboxes--small"
          values={[...props.chosen]}
          error={errors.rubrics}
          items={props.offered.map((rubric) => ({
            value: rubric.id,
            text: rubric.title,
            hint: appliesInWords(rubric.applies),
          }))}
        />
        <Radios
          name="selection"
          fieldset={{
            legend: { text: 'How were the cases selected?', class: 'govuk-fieldset__legend--s' },
          }}
          class="govuk-radios--small"
          value={values.selection}
          error={errors.selection}
          items={Object.entries(selectionLabels).map(([value, { label, hint }]) => ({
            value,
            text: label,
            hint,
          }))}
        />
        <Button preventDoubleClick>
          {props.roundId === undefined ? 'Save as a draft' : 'Save changes'}
        </Button>
      </form>
    </>
  )
}
