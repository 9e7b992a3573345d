/** The stages of a dispute as they are, a form with a row for each, and what they were before. */
import type { LadderVersion } from '../../src/alerts/ladder-store.ts'
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { Details } from '../components/details.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Fieldset } from '../components/fieldset.tsx'
import { Input } from '../components/input.tsx'
import { Select } from '../components/select.tsx'
import { formatInstant, plural } from '../format.ts'
import { FormErrorSummary, type FormErrors } from '../rounds/form-errors.tsx'

type Option = { readonly value: string; readonly text: string }

export type DisputeStagesPageProps = {
  /** The version that disputes enter now. */
  current: LadderVersion | undefined
  /** Newest first. */
  earlier: readonly LadderVersion[]
  /** Working days of all stages together, and in which the whole is to end. */
  sum: number
  total: number
  /** How many stages the form has room for. */
  rows: number
  /** The steps of the line of management. */
  line: readonly Option[]
  values: Readonly<Record<string, string>>
  errors: FormErrors
  csrf: string
}

const CHOSEN = 'Chosen by whoever takes it there'

const Stages = (props: { version: LadderVersion; line: readonly Option[] }) => (
  <DataTable
    id={`version-${props.version.number}`}
    caption={`Version ${props.version.number}, by ${props.version.createdBy ?? 'the program'} on ${formatInstant(props.version.createdAt)}`}
    columns={[
      { header: 'Stage' },
      { header: 'Called' },
      { header: 'Working days', isNumber: true },
      { header: 'Who answers' },
    ]}
    rows={props.version.stages.map(({ name, days, level }, index) => [
      String(index + 1),
      name,
      String(days),
      props.line.find(({ value }) => value === String(level))?.text ?? CHOSEN,
    ])}
  />
)

const Row = ({ row, props }: { row: number; props: DisputeStagesPageProps }) => (
  <Fieldset legend={{ text: `Row ${row}`, class: 'govuk-fieldset__legend--s' }}>
    <Input
      name={`name-${row}`}
      label="Called"
      value={props.values[`name-${row}`]}
      error={props.errors[`name-${row}`]}
      class="govuk-input--width-20"
      autocomplete="off"
    />
    <Input
      name={`days-${row}`}
      label="Working days to answer"
      value={props.values[`days-${row}`]}
      error={props.errors[`days-${row}`]}
      class="govuk-input--width-2"
      inputmode="numeric"
      autocomplete="off"
    />
    <Select
      name={`level-${row}`}
      label="Who answers"
      value={props.values[`level-${row}`]}
      error={props.errors[`level-${row}`]}
      items={[{ value: '', text: CHOSEN }, ...props.line]}
    />
  </Fieldset>
)

export const DisputeStagesPage = (props: DisputeStagesPageProps) => {
  const { current, earlier, sum, total } = props
  const rows = Array.from({ length: props.rows }, (_, index) => index + 1)
  return (
    <div class="pl-narrow">
      <BackLink href="/admin/settings">Settings</BackLink>
      <FormErrorSummary errors={props.errors} />
      <h1 class="govuk-heading-l">Stages of a dispute</h1>
      <p class="govuk-body">
        A formal alert that is not settled goes up these stages, one after the other or past some
        with a reason. Each has its own working days to answer in.
      </p>
      <div class="govuk-inset-text">
        A change holds for alerts that enter the stages from now on. Those on them already keep the
        stages they entered.
      </div>
      {current ? (
        <>
          <Stages version={current} line={props.line} />
          <p class="govuk-body">
            {`Together ${plural(sum, 'working day')}. The whole is to end within ${total}, `}
            <a class="govuk-link" href="/admin/settings#setting-dispute_total_days">
              which is a setting
            </a>
            .
          </p>
          {sum > total ? (
            <p class="govuk-body">
              <strong>
                {`The stages take longer than the whole may. An alert that goes through all of them will be past its ${total} working days, which is shown and stops nothing.`}
              </strong>
            </p>
          ) : (
            ''
          )}
        </>
      ) : (
        <EmptyState title="No stages yet" />
      )}
      <h2 class="govuk-heading-m">Change the stages</h2>
      <p class="govuk-body">
        From below to the top. Rows left empty are no stages. Who answers is a step of the line of
        management above the child’s team.
      </p>
      <form method="post" action="/admin/dispute-stages" novalidate>
        <input type="hidden" name="_csrf" value={props.csrf} />
        <input type="hidden" name="number" value={String(current?.number ?? 0)} />
        {rows.map((row) => (
          <Row row={row} props={props} />
        ))}
        <Button preventDoubleClick>Save these stages</Button>
      </form>
      {earlier.length === 0 ? (
        ''
      ) : (
        <Details summary="Earlier versions">
          {earlier.map((version) => (
            <Stages version={version} line={props.line} />
          ))}
        </Details>
      )}
    </div>
  )
}
