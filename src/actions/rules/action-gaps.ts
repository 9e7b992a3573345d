/** What an action still needs before its audit can be submitted: somebody has to be able to do it, and say that it is done. */

export interface ActionWords {
  readonly what: string
  readonly intendedChange: string
  readonly ownerId: string | null
  readonly dueOn: string | null
}

export type ActionField = keyof ActionWords

export const actionGaps = (
  action: ActionWords
): readonly { field: ActionField; message: string }[] => [
  ...(action.what.trim() === ''
    ? [{ field: 'what' as const, message: 'Say what has to be done' }]
    : []),
  ...(action.ownerId === null
    ? [{ field: 'ownerId' as const, message: 'Choose who will do it' }]
    : []),
  ...(action.dueOn === null
    ? [{ field: 'dueOn' as const, message: 'Enter the date by which it will be done' }]
    : []),
  ...(action.intendedChange.trim() === ''
    ? [{ field: 'intendedChange' as const, message: 'Say what it should change for the child' }]
    : []),
]
