/** The draft as its auditors would meet it, to be tried out: answers are graded and never kept. */
import type { ItemForm } from '../../src/audits/rules/item-form.ts'
import type { ScaleGrade } from '../../src/grading/rules/scale-grade.ts'
import type { Scale } from '../../src/rubrics/rules/scale.ts'
import { Gate } from '../audits/audit-item.tsx'
import { MeasureFields } from '../audits/measure-fields.tsx'
import type { Attributes } from '../components/attributes.ts'
import { Button } from '../components/button.tsx'
import { GradePicker } from '../components/grade-picker.tsx'
import { GradeTag } from '../components/grade-tag.tsx'
import { DraftHeading, type DraftHeadingProps } from './draft-heading.tsx'

export type FormPageProps = Omit<DraftHeadingProps, 'current'> & {
  /** Undefined while faults stand in the way. */
  forms: readonly ItemForm[] | undefined
  tried: TriedGradeProps
  csrf: string
}

export type TriedGradeProps = {
  indicative: ScaleGrade | undefined
  /** What was sent that no auditor could answer. */
  faults: readonly string[]
  scale: Scale | undefined
}

const TriedGrade = ({ indicative, faults, scale }: TriedGradeProps) => (
  <section id="tried" class="pl-studio__tried" role="status">
    <h2>Indicative grade</h2>
    {faults.map((fault) => (
      <p class="govuk-error-message">{fault}</p>
    ))}
    {indicative?.grade === undefined ? (
      <p class="pl-muted">Choose some answers to see the grade that these rules give.</p>
    ) : (
      <>
        <p>
          <GradeTag
            grade={scale?.values.find(({ key }) => key === indicative.grade) ?? indicative.grade}
          />{' '}
          {indicative.soFar ? 'so far' : ''}
        </p>
        {indicative.reasons.length === 0 ? (
          <p class="pl-muted">This is where the answers point; nothing limits it.</p>
        ) : (
          <ul class="govuk-list govuk-list--bullet">
            {indicative.reasons.map((reason) => (
              <li>{reason}</li>
            ))}
          </ul>
        )}
        {indicative.needsSecondLook ? (
          <p class="pl-muted">Needs a second look: somewhere there was not enough evidence.</p>
        ) : (
          ''
        )}
      </>
    )}
  </section>
)

/** After a change: the grade, and the follow-ups that came or went. */
export const TriedAnswer = (props: TriedGradeProps & { forms: readonly ItemForm[] }) => (
  <>
    <TriedGrade {...props} />
    {props.forms
      .filter(({ item }) => item.showsWhen !== undefined)
      .map((form) => (
        <hx-partial hx-target={`#gate-${form.id}`} hx-swap="outerMorph">
          <Gate id={form.id} isOpen={form.isShown} />
        </hx-partial>
      ))}
  </>
)

const TriedItem = ({ form }: { form: ItemForm }) => (
  <>
    {form.item.showsWhen === undefined ? '' : <Gate id={form.id} isOpen={form.isShown} />}
    <section class="pl-item">
      {form.item.kind === 'grade' ? (
        <GradePicker
          name={`value:${form.item.key}`}
          id={form.id}
          question={form.item.question}
          guidance={form.item.guidance}
          isCritical={form.item.critical}
          grades={[...form.descriptors]}
          value={form.values[0]}
          reason={{ name: `reason:${form.item.key}`, value: form.reason }}
          allowNotApplicable={form.offersNotApplicable}
        />
      ) : (
        <MeasureFields form={form} error={undefined} />
      )}
    </section>
  </>
)

export const FormPage = (props: FormPageProps) => {
  const action = `/studio/${props.draft.id}/form`
  const trying: Attributes = {
    'hx-post': action,
    'hx-trigger': 'change',
    'hx-target': '#tried',
    'hx-swap': 'outerMorph',
    'hx-sync': 'this:replace',
  }
  return (
    <>
      <DraftHeading {...props} current="form" />
      {props.forms === undefined ? (
        <p class="govuk-body">
          Put right what stands in the way of publishing first; then the form can be shown as
          auditors would meet it.
        </p>
      ) : (
        <>
          <p class="pl-muted">
            Answer as an auditor would. Nothing is kept: this shows the form, its follow-ups and the
            grade that the rules give.
          </p>
          <form method="post" action={action} autocomplete="off" {...trying}>
            <input type="hidden" name="_csrf" value={props.csrf} />
            <div class="pl-studio__trial">
              <div>
                {props.forms.map((form) => (
                  <TriedItem form={form} />
                ))}
              </div>
              <TriedGrade {...props.tried} />
            </div>
            <Button class="govuk-button--secondary">Show the grade</Button>
          </form>
        </>
      )}
    </>
  )
}
