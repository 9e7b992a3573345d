/** A grade as it looks everywhere: its letter, its word, its colour (a pattern in print). */
import { gradeLabel, gradeLetter } from '../format.ts'
import { joinClasses } from './attributes.ts'

export type GradeTagProps = {
  /** A grade's key, `not_applicable`, `not_enough_evidence` or `none`. */
  grade: string
  class?: string | undefined
}

export const GradeTag = ({ grade, class: extra }: GradeTagProps) => {
  const letter = gradeLetter(grade)
  return (
    <span
      class={joinClasses(
        'pl-grade',
        letter === '' ? 'pl-grade--none' : `pl-grade--${grade}`,
        extra
      )}
    >
      {letter === '' ? (
        ''
      ) : (
        <span class="pl-grade__letter" aria-hidden="true">
          {letter}
        </span>
      )}
      {gradeLabel(grade)}
    </span>
  )
}
