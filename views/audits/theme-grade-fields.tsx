/** The auditor's own grade of a theme or of the audit, which may differ from the indicative one with a reason. */
import type { ThemeGrade } from '../../src/audits/rules/audit-work.ts'
import { AutosaveItem } from '../components/autosave-item.tsx'
import { SavedStatus, type SavedStatusProps } from '../components/saved-status.tsx'
import { Textarea } from '../components/textarea.tsx'
import { NameQuestion } from './name-question.tsx'

export type ThemeGradeFieldsProps = {
  address: string
  /** `Your grade for Child protection plan`. */
  question: string
  hint: string
  /** What can be chosen, best first. */
  choices: readonly { readonly key: string; readonly label: string }[]
  grade: Pick<ThemeGrade, 'theme' | 'revision' | 'savedAt'>
  value: string
  reason: string
  state?: SavedStatusProps['state'] | undefined
  todayOn?: string | undefined
  /** What looks like a name in the reason. */
  names?: readonly string[] | undefined
}

export const GradeStatus = (props: {
  grade: Pick<ThemeGrade, 'revision' | 'savedAt'>
  state?: SavedStatusProps['state'] | undefined
  todayOn?: string | undefined
}) => (
  <SavedStatus
    id="saved-grade"
    revisionName="grade_revision"
    revision={props.grade.revision}
    state={
      props.state ??
      (props.grade.savedAt === null
        ? { kind: 'empty' }
        : { kind: 'saved', at: props.grade.savedAt, todayOn: props.todayOn })
    }
  />
)

export const ThemeGradeFields = (props: ThemeGradeFieldsProps) => (
  <AutosaveItem
    id="grade"
    class="pl-item--grade"
    action={`${props.address}/themes/${props.grade.theme}/grade`}
  >
    <fieldset class="pl-picker" aria-describedby="grade-hint">
      <legend class="pl-picker__legend">
        <h2 class="pl-item__question">{props.question}</h2>
      </legend>
      <p class="pl-item__guidance" id="grade-hint">
        {props.hint}
      </p>
      <div class="pl-picker__other">
        {props.choices.map(({ key: grade, label }, index) => {
          const id = index === 0 ? 'grade-choice' : `grade-choice-${grade}`
          return (
            <label class="pl-picker__other-choice" for={id}>
              <input
                class="pl-picker__radio"
                type="radio"
                id={id}
                name="grade"
                value={grade}
                checked={props.value === grade}
              />
              {label}
            </label>
          )
        })}
      </div>
    </fieldset>
    <div class="pl-item__evidence">
      <Textarea
        name="grade_reason"
        id="grade-reason"
        rows={2}
        label={{
          text: 'If your grade differs from the indicative grade, say why',
          class: 'govuk-label--s',
        }}
        value={props.reason}
      />
    </div>
    <GradeStatus grade={props.grade} state={props.state} todayOn={props.todayOn} />
    <NameQuestion id="grade" names={props.names} />
  </AutosaveItem>
)
