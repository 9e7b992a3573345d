/** What a report is about: a quarter or dates of one's own, for whom, of which cases, and with which chapters. */
import type { SettingBeside } from '../../src/reports/rules/settings-beside.ts'
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { Checkboxes } from '../components/checkboxes.tsx'
import { DateInput } from '../components/date-input.tsx'
import { Input } from '../components/input.tsx'
import { Radios } from '../components/radios.tsx'
import { Select } from '../components/select.tsx'
import { FormErrorSummary, type FormErrors } from '../rounds/form-errors.tsx'

export type ReportFormPageProps = {
  heading: string
  action: string
  back: string
  button: string
  /** As typed; of lists the values joined. */
  values: Readonly<Record<string, string>>
  chapters: readonly string[]
  quarters: readonly { value: string; text: string; hint: string }[]
  chapterChoices: readonly { value: string; text: string }[]
  teams: readonly { value: string; text: string }[]
  statuses: readonly { value: string; text: string }[]
  kinds: readonly { value: string; text: string }[]
  errors: FormErrors
  csrf: string
  /** What somebody else saved meanwhile, where it is not what was typed. */
  beside?: readonly SettingBeside[] | undefined
  /** The revision that a change builds on. */
  revision?: number | undefined
}

const legend = (text: string) => ({ legend: { text, class: 'govuk-fieldset__legend--s' } })

const OwnDates = ({ values, errors }: Pick<ReportFormPageProps, 'values' | 'errors'>) => (
  <>
    {(['from', 'to'] as const).map((name) => (
      <DateInput
        id={name}
        namePrefix={name}
        fieldset={legend(name === 'from' ? 'First day' : 'Last day')}
        values={{
          [`${name}-day`]: values[`${name}-day`],
          [`${name}-month`]: values[`${name}-month`],
          [`${name}-year`]: values[`${name}-year`],
        }}
        error={errors[`${name}-day`]}
      />
    ))}
  </>
)

const Beside = ({ rows }: { rows: readonly SettingBeside[] }) => (
  <table class="govuk-table">
    <caption class="govuk-table__caption govuk-table__caption--s">What differs</caption>
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        {['Setting', 'As it is saved now', 'As you chose'].map((text) => (
          <th scope="col" class="govuk-table__header">
            {text}
          </th>
        ))}
      </tr>
    </thead>
    <tbody class="govuk-table__body">
      {rows.map(({ label, theirs, mine }) => (
        <tr class="govuk-table__row">
          <th scope="row" class="govuk-table__header">
            {label}
          </th>
          <td class="govuk-table__cell">{theirs}</td>
          <td class="govuk-table__cell">{mine}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

export const ReportFormPage = (props: ReportFormPageProps) => {
  const { values, errors } = props
  return (
    <div class="pl-narrow">
      <BackLink href={props.back}>Back</BackLink>
      <FormErrorSummary
        errors={errors}
        idOf={(field) => (/^(from|to)-/.test(field) ? `${field.split('-')[0]}-day` : field)}
      />
      <h1 class="govuk-heading-l">{props.heading}</h1>
      {props.beside === undefined ? '' : <Beside rows={props.beside} />}
      <form method="post" action={props.action} novalidate>
        <input type="hidden" name="_csrf" value={props.csrf} />
        {props.revision === undefined ? (
          ''
        ) : (
          <input type="hidden" name="revision" value={props.revision} />
        )}
        <Radios
          name="period"
          fieldset={legend('Period')}
          hint="A round counts in the period in which its window ends."
          error={errors.period}
          value={values.period}
          items={[
            ...props.quarters.map(({ value, text, hint }) => ({ value, text, hint })),
            {
              value: 'own',
              text: 'Dates of your own',
              conditional: <OwnDates values={values} errors={errors} />,
            },
          ]}
        />
        <Radios
          name="audience"
          fieldset={legend('Who it is for')}
          error={errors.audience}
          value={values.audience}
          items={[
            { value: 'internal', text: 'Inside the council' },
            {
              value: 'external',
              text: 'Outside the council',
              hint: 'Numbers from 1 to 5 are suppressed, and figures that would give them away. No case references and no names of staff.',
            },
          ]}
        />
        <Select
          name="team"
          label="Team"
          hint="With the teams below it"
          error={errors.team}
          value={values.team}
          items={[{ value: '', text: 'The whole council' }, ...props.teams]}
        />
        <Select
          name="status"
          label="Service status"
          error={errors.status}
          value={values.status}
          items={[{ value: '', text: 'Every status' }, ...props.statuses]}
        />
        <Select
          name="kind"
          label="Kind of round"
          hint="Kinds are never added to each other."
          error={errors.kind}
          value={values.kind}
          items={[{ value: '', text: 'Every kind, each on its own' }, ...props.kinds]}
        />
        <Checkboxes
          name="chapters"
          class="govuk-checkboxes--small"
          fieldset={legend('Chapters')}
          error={errors.chapters}
          values={[...props.chapters]}
          items={[...props.chapterChoices]}
        />
        <Input
          name="title"
          label="Title"
          hint="Leave it empty to have it named after the period."
          error={errors.title}
          value={values.title}
        />
        <Button preventDoubleClick>{props.button}</Button>
      </form>
    </div>
  )
}
