/** The end of an audit's work: the overall grade, then strengths and areas to improve, each tied to a question. */
import type { SideFacts } from '../../src/audits/rules/side-facts.ts'
import { Button } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Select } from '../components/select.tsx'
import { Textarea } from '../components/textarea.tsx'
import { type AuditCase, AuditHeading, auditAddress } from './audit-heading.tsx'
import { AuditSide } from './audit-side.tsx'
import { ThemeGradeFields, type ThemeGradeFieldsProps } from './theme-grade-fields.tsx'

export type FindingForm = {
  /** Undefined for a new one. */
  id?: string | undefined
  kind: 'strength' | 'area'
  itemKey: string
  words: string
  revision: number
  errors: Readonly<Record<string, string>>
  /** What somebody saved meanwhile, when that is not what this form was made with. */
  theirs?: string | undefined
}

/** The questions of the audit, for tying a finding to one. */
export type QuestionGroup = { title: string; items: { key: string; short: string }[] }

export type ConclusionsPageProps = {
  audit: AuditCase
  grade: Omit<ThemeGradeFieldsProps, 'address'>
  strengths: FindingForm[]
  areas: FindingForm[]
  questions: QuestionGroup[]
  /** A finding that was just removed, to be put back by one button. */
  removed?: FindingForm | undefined
  side: SideFacts
  csrf: string
}

const named = { strength: 'strength', area: 'area to improve' } as const

const idOf = (form: FindingForm, field: string): string => `${form.id ?? form.kind}-${field}`

const Finding = (props: { address: string; form: FindingForm; page: ConclusionsPageProps }) => {
  const { form, address } = props
  const isNew = form.id === undefined
  return (
    <form
      class="pl-finding"
      id={form.id ?? `new-${form.kind}`}
      method="post"
      action={`${address}/findings`}
      autocomplete="off"
    >
      <input type="hidden" name="_csrf" value={props.page.csrf} />
      <input type="hidden" name="kind" value={form.kind} />
      <input type="hidden" name="revision" value={form.revision} />
      {isNew ? '' : <input type="hidden" name="finding" value={form.id} />}
      <Textarea
        name="words"
        id={idOf(form, 'words')}
        rows={3}
        label={
          isNew
            ? `Add ${form.kind === 'strength' ? 'a' : 'an'} ${named[form.kind]}`
            : `Change this ${named[form.kind]}`
        }
        value={form.words}
        error={form.errors.words}
      />
      {form.theirs === undefined ? (
        ''
      ) : (
        <div class="govuk-inset-text">
          <p class="govuk-body">
            <strong>Not saved.</strong> You changed this in another tab or window, to the words
            below. Yours are in the field: save again to keep them, or leave the page to keep these.
          </p>
          <p class="govuk-body pl-words">{form.theirs}</p>
        </div>
      )}
      <Select
        name="item"
        id={idOf(form, 'item')}
        label="Which question is it about?"
        value={form.itemKey}
        error={form.errors.item}
        items={[
          { value: '', text: 'None in particular' },
          ...props.page.questions.flatMap((group) =>
            group.items.map(({ key, short }) => ({
              value: key,
              text: `${group.title}: ${short}`,
            }))
          ),
        ]}
      />
      <div class="govuk-button-group">
        <Button class="govuk-button--secondary">
          {isNew ? `Add the ${named[form.kind]}` : 'Save'}
        </Button>
        {isNew ? (
          ''
        ) : (
          <Button
            class="govuk-button--secondary"
            attributes={{ formaction: `${address}/findings/${form.id}/remove` }}
          >
            Remove
          </Button>
        )}
      </div>
    </form>
  )
}

const Findings = (props: {
  title: string
  hint: string
  forms: FindingForm[]
  page: ConclusionsPageProps
}) => (
  <section class="pl-item">
    <h2 class="pl-item__question">{props.title}</h2>
    <p class="pl-item__guidance">{props.hint}</p>
    {props.forms.map((form) => (
      <Finding address={auditAddress(props.page.audit)} form={form} page={props.page} />
    ))}
  </section>
)

const Removed = ({ page, form }: { page: ConclusionsPageProps; form: FindingForm }) => (
  <div class="pl-notice" role="status">
    <form method="post" action={`${auditAddress(page.audit)}/findings`}>
      <input type="hidden" name="_csrf" value={page.csrf} />
      <input type="hidden" name="finding" value={form.id} />
      <input type="hidden" name="kind" value={form.kind} />
      <input type="hidden" name="item" value={form.itemKey} />
      <input type="hidden" name="words" value={form.words} />
      <input type="hidden" name="revision" value={form.revision} />
      <span>{`The ${named[form.kind]} was removed. `}</span>
      <Button class="govuk-button--secondary">Put it back</Button>
    </form>
  </div>
)

const summaryOf = (forms: FindingForm[]) =>
  forms.flatMap((form) =>
    Object.entries(form.errors).map(([field, text]) => ({
      text,
      href: `#${idOf(form, field)}`,
    }))
  )

export const ConclusionsPage = (props: ConclusionsPageProps) => {
  const address = auditAddress(props.audit)
  const errors = summaryOf([...props.strengths, ...props.areas])
  return (
    <>
      {errors.length > 0 ? <ErrorSummary errors={errors} /> : ''}
      <AuditHeading audit={props.audit} heading="Overall grade, strengths, areas, actions" />
      <div class="pl-columns">
        <div>
          {props.removed === undefined ? '' : <Removed page={props} form={props.removed} />}
          <form method="post" action={`${address}/themes/audit/grade`} autocomplete="off">
            <input type="hidden" name="_csrf" value={props.csrf} />
            <ThemeGradeFields {...props.grade} address={address} />
            <Button class="govuk-button--secondary">Save the overall grade</Button>
          </form>
          <Findings
            title="Strengths"
            hint="What was done well, and what it changed for the child. Name no child, family member or worker."
            forms={props.strengths}
            page={props}
          />
          <Findings
            title="Areas to improve"
            hint="What has to be better, and why it matters for the child. Name no child, family member or worker."
            forms={props.areas}
            page={props}
          />
          <div class="govuk-button-group pl-audit__buttons">
            <Button href={`${address}/check`}>Check your answers</Button>
            <Button class="govuk-button--secondary" href={address}>
              Go to the list
            </Button>
          </div>
        </div>
        <AuditSide address={address} facts={props.side} />
      </div>
    </>
  )
}
