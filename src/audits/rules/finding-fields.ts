/** A finding and an action of an audit as their forms show them, and two of each side by side. */
import type { ConflictField } from './conflict-fields.ts'

export type FindingKind = 'strength' | 'area'

export const findingNames: Readonly<Record<FindingKind, string>> = {
  strength: 'strength',
  area: 'area to improve',
}

export type FindingFields = {
  readonly id: string
  readonly kind: FindingKind
  /** '' for none in particular. */
  readonly itemKey: string
  readonly words: string
  readonly revision: number
}

export const findingFieldsOf = (finding: {
  readonly id: string
  readonly kind: FindingKind
  readonly itemKey: string | null
  readonly words: string
  readonly revision: number
}): FindingFields => ({ ...finding, itemKey: finding.itemKey ?? '' })

export const findingConflict = (
  mine: FindingFields,
  theirs: FindingFields,
  shortOf: (itemKey: string) => string
): readonly ConflictField[] =>
  [
    {
      label: 'Words',
      name: 'words',
      theirsValue: [theirs.words],
      mine: mine.words,
      theirs: theirs.words,
    },
    {
      label: 'Question',
      name: 'item',
      theirsValue: [theirs.itemKey],
      mine: shortOf(mine.itemKey),
      theirs: shortOf(theirs.itemKey),
    },
  ].filter((field) => field.mine !== field.theirs)

export type ActionFields = {
  readonly id: string
  readonly itemKey: string
  readonly what: string
  readonly intendedChange: string
  /** '' for nobody yet. */
  readonly ownerId: string
  /** As typed. */
  readonly day: string
  readonly month: string
  readonly year: string
  readonly revision: number
}

/** A date's boxes; all blank for none. */
export const dateBoxes = (date: string | null): Pick<ActionFields, 'day' | 'month' | 'year'> => {
  const [year = '', month = '', day = ''] = (date ?? '').split('-')
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year }
}

/**
 * The date in the boxes. While a box is still empty there is none yet; three full boxes have to be a real date.
 *
 * @returns the date as YYYY-MM-DD, null for none yet, or undefined for boxes that are no date
 */
export const dateInBoxes = (
  boxes: Pick<ActionFields, 'day' | 'month' | 'year'>
): string | null | undefined => {
  const [day, month, year] = [boxes.day.trim(), boxes.month.trim(), boxes.year.trim()]
  if (day === '' || month === '' || year === '') return null
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return undefined
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = Date.parse(`${date}T00:00:00Z`)
  const isReal = !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === date
  return isReal ? date : undefined
}

export const actionFieldsOf = (action: {
  readonly id: string
  readonly itemKey: string | null
  readonly what: string
  readonly intendedChange: string
  readonly ownerId: string | null
  readonly dueOn: string | null
  readonly revision: number
}): ActionFields => ({
  id: action.id,
  itemKey: action.itemKey ?? '',
  what: action.what,
  intendedChange: action.intendedChange,
  ownerId: action.ownerId ?? '',
  ...dateBoxes(action.dueOn),
  revision: action.revision,
})

const dateWords = ({ day, month, year }: Pick<ActionFields, 'day' | 'month' | 'year'>): string =>
  [day, month, year].filter((part) => part !== '').join(' ')

export const actionConflict = (
  mine: ActionFields,
  theirs: ActionFields,
  words: {
    readonly shortOf: (itemKey: string) => string
    readonly nameOf: (personId: string) => string
  }
): readonly ConflictField[] => {
  const text = (label: string, name: string, field: 'what' | 'intendedChange') => ({
    label,
    name,
    theirsValue: [theirs[field]],
    mine: mine[field],
    theirs: theirs[field],
  })
  const isOtherDate = dateWords(mine) !== dateWords(theirs)
  return [
    text('What has to be done', 'what', 'what'),
    text('What it should change', 'intended_change', 'intendedChange'),
    {
      label: 'Who',
      name: 'owner',
      theirsValue: [theirs.ownerId],
      mine: words.nameOf(mine.ownerId),
      theirs: words.nameOf(theirs.ownerId),
    },
    {
      label: 'Question',
      name: 'item',
      theirsValue: [theirs.itemKey],
      mine: words.shortOf(mine.itemKey),
      theirs: words.shortOf(theirs.itemKey),
    },
    ...(['day', 'month', 'year'] as const).flatMap((part) =>
      isOtherDate
        ? [
            {
              label: `By when: ${part}`,
              name: `due-${part}`,
              theirsValue: [theirs[part]],
              mine: mine[part],
              theirs: theirs[part],
            },
          ]
        : []
    ),
  ].filter((field) => field.mine !== field.theirs)
}
