/** Of several children that an alert is about, a copy for one child's record names that child alone. */

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** What stands in place of another child's reference. */
const OTHER_CHILD = '[another child]'

/** Words without the references of the other children of the alert, however they are written. */
export const withoutReferences = (words: string, others: readonly string[]): string =>
  others.reduce(
    (text, reference) =>
      text.replace(
        new RegExp(`(?<![\\p{L}\\p{N}])${escaped(reference)}(?![\\p{L}\\p{N}])`, 'giu'),
        OTHER_CHILD
      ),
    words
  )
