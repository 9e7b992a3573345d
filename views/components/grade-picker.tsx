/**
 * Choosing a grade: radios side by side, each with what that grade looks like, so that the auditor reads while
 * choosing. Besides the grades, "not applicable" and "not enough evidence", which ask for a reason (shown by CSS alone).
 * Which grades there are comes from the rubric's scale; what follows from an answer is the server's.
 */
import type { Child } from 'hono/jsx'
import { gradeLabel } from '../format.ts'
import { type Attributes, joinClasses, joinIds } from './attributes.ts'
import { ErrorMessage } from './error-message.tsx'
import { Heading } from './heading.tsx'
import { Textarea } from './textarea.tsx'

export type GradePickerProps = {
  /** The control's name; its value is a grade's key, `not_applicable` or `not_enough_evidence`. */
  name: string
  /** Where links of an error summary lead: the id of the first radio. */
  id: string
  question: Child
  questionLevel?: 2 | 3 | 4
  guidance?: Child
  isCritical?: boolean
  /** In the scale's order, best first, each with its descriptor; one of the four grades needs no label. */
  grades: { grade: string; label?: string | undefined; descriptor: string }[]
  value?: string | undefined
  /** The reason's control; without it the two other choices are not offered. */
  reason?: { name: string; value?: string | undefined; error?: string | undefined } | undefined
  /** False for items that apply to every child. */
  allowNotApplicable?: boolean
  error?: string | undefined
  attributes?: Attributes | undefined
}

const Radio = (props: {
  id: string
  name: string
  value: string
  chosen: string | undefined
  class?: string
}) => (
  <input
    class={joinClasses('pl-picker__radio', props.class)}
    type="radio"
    id={props.id}
    name={props.name}
    value={props.value}
    checked={props.value === props.chosen}
  />
)

const Tiles = (props: GradePickerProps) => (
  <div class="pl-picker__tiles">
    {props.grades.map(({ grade, label, descriptor }, index) => {
      const id = index === 0 ? props.id : `${props.id}-${grade}`
      return (
        <label class="pl-picker__tile" for={id}>
          <span class="pl-picker__name">
            <Radio id={id} name={props.name} value={grade} chosen={props.value} />
            {label ?? gradeLabel(grade)}
          </span>{' '}
          {descriptor}
        </label>
      )
    })}
  </div>
)

const OtherChoices = (props: GradePickerProps) => (
  <div class="pl-picker__other">
    {props.allowNotApplicable === false ? (
      ''
    ) : (
      <label class="pl-picker__other-choice" for={`${props.id}-na`}>
        <Radio
          id={`${props.id}-na`}
          name={props.name}
          value="not_applicable"
          chosen={props.value}
          class="pl-picker__radio--reasoned"
        />
        Not applicable to this child
      </label>
    )}
    <label class="pl-picker__other-choice" for={`${props.id}-ne`}>
      <Radio
        id={`${props.id}-ne`}
        name={props.name}
        value="not_enough_evidence"
        chosen={props.value}
        class="pl-picker__radio--reasoned"
      />
      Not enough evidence
    </label>
  </div>
)

export const GradePicker = (props: GradePickerProps) => {
  const guidanceId = props.guidance ? `${props.id}-guidance` : undefined
  const errorId = props.error ? `${props.id}-error` : undefined
  const described = { 'aria-describedby': joinIds(guidanceId, errorId) }
  return (
    <fieldset class="pl-picker" {...described} {...props.attributes}>
      <legend class="pl-picker__legend">
        <Heading level={props.questionLevel ?? 2} class="pl-item__question">
          {props.question}
          {props.isCritical === true ? (
            <>
              {' '}
              <span class="pl-critical">critical</span>
            </>
          ) : (
            ''
          )}
        </Heading>
      </legend>
      {props.guidance ? (
        <p class="pl-item__guidance" id={guidanceId}>
          {props.guidance}
        </p>
      ) : (
        ''
      )}
      {props.error ? <ErrorMessage id={errorId}>{props.error}</ErrorMessage> : ''}
      <Tiles {...props} />
      {props.reason === undefined ? (
        ''
      ) : (
        <>
          <OtherChoices {...props} />
          <div class="pl-picker__reason">
            <Textarea
              name={props.reason.name}
              id={`${props.id}-reason`}
              rows={2}
              label={
                props.allowNotApplicable === false
                  ? 'What evidence was missing?'
                  : 'Why is it not applicable, or what evidence was missing?'
              }
              value={props.reason.value}
              error={props.reason.error}
            />
          </div>
        </>
      )}
    </fieldset>
  )
}
