/** What is said when a category of concern cannot be called so. */

export const categoryTaken = (same: {
  readonly label: string
  readonly retiredAt: string | null
}): string =>
  same.retiredAt === null
    ? `There is a category ‘${same.label}’ already: choose other words`
    : `The category ‘${same.label}’ is retired: bring it back, or choose other words`

/** Said where nothing would be left to choose. */
export const KEEP_ONE =
  'This is the only category that is offered, and an alert needs one. Add another before you retire it.'
