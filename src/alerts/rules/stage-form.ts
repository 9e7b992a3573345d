/** The stages of a dispute as a form has them: one row of boxes a stage, an empty row is no stage. */
import { lineSteps } from '../../safety/rules/addressees.ts'
import type { Stage } from './standard-lists.ts'

/** More is no ladder but a wall. */
export const MOST_STAGES = 8

const MOST_DAYS = 60
const LONGEST_NAME = 80

type Boxes = Readonly<Record<string, string>>

/** Boxes are `name-1`, `days-1`, `level-1` and so on. */
export const stageBoxes = (stages: readonly Stage[]): Boxes =>
  Object.fromEntries(
    stages.flatMap(({ name, days, level }, index) => [
      [`name-${index + 1}`, name],
      [`days-${index + 1}`, String(days)],
      [`level-${index + 1}`, level === null ? '' : String(level)],
    ])
  )

const levels: readonly string[] = ['', ...lineSteps.map(({ level }) => String(level))]

/**
 * @returns the stages from below, without empty rows, and every fault by box; the stages count only without faults
 */
export const readStages = (
  boxes: Boxes
): { readonly stages: readonly Stage[]; readonly faults: Boxes } => {
  const faults: Record<string, string> = {}
  const stages: Stage[] = []
  for (let row = 1; row <= MOST_STAGES; row += 1) {
    const [name = '', days = '', level = ''] = ['name', 'days', 'level'].map((field) =>
      (boxes[`${field}-${row}`] ?? '').trim()
    )
    if (`${name}${days}${level}` === '') continue
    if (name === '') faults[`name-${row}`] = `Enter who answers in row ${row}, or empty the row`
    else if (name.length > LONGEST_NAME) {
      faults[`name-${row}`] = `Row ${row}: the name can have at most ${LONGEST_NAME} characters`
    } else if (stages.some((stage) => stage.name.toLowerCase() === name.toLowerCase())) {
      faults[`name-${row}`] = `Row ${row}: there is a stage ‘${name}’ above already`
    }
    if (!/^\d{1,2}$/.test(days) || Number(days) < 1 || Number(days) > MOST_DAYS) {
      faults[`days-${row}`] =
        `Row ${row}: enter a whole number of working days from 1 to ${MOST_DAYS}`
    }
    if (!levels.includes(level)) {
      faults[`level-${row}`] = `Row ${row}: choose from the list who answers`
    }
    stages.push({ name, days: Number(days), level: level === '' ? null : Number(level) })
  }
  if (stages.length === 0) faults['name-1'] = 'Enter at least one stage'
  return { stages, faults }
}

export const sameStages = (one: readonly Stage[], other: readonly Stage[]): boolean =>
  one.length === other.length &&
  one.every(({ name, days, level }, index) => {
    const stage = other[index]
    return stage?.name === name && stage.days === days && stage.level === level
  })

export const sumOfDays = (stages: readonly Stage[]): number =>
  stages.reduce((sum, { days }) => sum + days, 0)
