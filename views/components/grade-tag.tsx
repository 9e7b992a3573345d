/** A grade as it looks everywhere: its letter, its word, its colour (a pattern in print). */
import type { ScaleValue } from '../../src/rubrics/rules/scale.ts'
import { gradeLabel, gradeLetter, scaleLook } from '../format.ts'
import { joinClasses } from './attributes.ts'

export type GradeTagProps = {
  /** A value of a rubric's scale; or the key of one of the four grades, `not_applicable`, `not_enough_evidence` or `none`. */
  grade: ScaleValue | string
  class?: string | undefined
}

export const GradeTag = ({ grade, class: extra }: GradeTagProps) => {
  const isKey = typeof grade === 'string'
  const letter = isKey ? gradeLetter(grade) : grade.letter
  const look = isKey ? (letter === '' ? 'none' : grade) : scaleLook(grade.colour)
  return (
    <span class={joinClasses('pl-grade', `pl-grade--${look}`, extra)}>
      {letter === '' ? (
        ''
      ) : (
        <span class="pl-grade__letter" aria-hidden="true">
          {letter}
        </span>
      )}
      {isKey ? gradeLabel(grade) : grade.label}
    </span>
  )
}
