/** What a draft of an alert holds: the form as it was typed, so that nothing of it is lost. */

export const MOST_REFERENCES = 10

/** Longest of each of the three texts. */
export const TEXT_LIMIT = 4_000

export type DraftFields = {
  readonly kind: string
  /** One a line, or with commas between. */
  readonly references: string
  /** Of a case that the council does not know yet. */
  readonly newStatus: string
  readonly newTeam: string
  readonly categories: readonly string[]
  readonly concern: string
  readonly impact: string
  readonly asked: string
  /** All three empty: the date that policy gives. */
  readonly day: string
  readonly month: string
  readonly year: string
  /** Person ids that were ticked. */
  readonly to: readonly string[]
  /** Person ids that stood there to be ticked, so that somebody proposed since is not taken for unticked. */
  readonly proposed: readonly string[]
  /** Further person ids, chosen from the list of everybody. */
  readonly others: readonly string[]
  /** The call, for an immediate risk. */
  readonly rang: {
    readonly person: string
    readonly name: string
    readonly role: string
    readonly day: string
    readonly month: string
    readonly year: string
    readonly time: string
    readonly means: string
    readonly isStaff: boolean
  }
}

export const emptyDraft: DraftFields = {
  kind: '',
  references: '',
  newStatus: '',
  newTeam: '',
  categories: [],
  concern: '',
  impact: '',
  asked: '',
  day: '',
  month: '',
  year: '',
  to: [],
  proposed: [],
  others: [],
  rang: {
    person: '',
    name: '',
    role: '',
    day: '',
    month: '',
    year: '',
    time: '',
    means: '',
    isStaff: false,
  },
}

/** As typed: on lines of their own or with commas or semicolons between. Each once, in order. */
export const referencesIn = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .split(/[\n,;]+/)
      .map((each) => each.trim().replace(/\s+/g, ' '))
      .filter((each) => each !== '')
  ),
]

/** What stands between spaces in a reference that has any; else nothing. */
export const wordsIn = (reference: string): readonly string[] => {
  const words = reference.split(' ')
  return words.length < 2 ? [] : words
}

/**
 * Brothers and sisters are also typed with spaces between. A reference may have spaces itself: it is taken apart only where
 * it is no known case and each of its words is one.
 */
export const partsOf = (
  reference: string,
  isKnown: (reference: string) => boolean
): readonly string[] => {
  const words = wordsIn(reference)
  return !isKnown(reference) && words.length > 0 && words.every(isKnown) ? words : [reference]
}

/** Who is ticked: what was ticked, and whoever is proposed now and was not to be seen before. */
export const tickedOf = (
  fields: Pick<DraftFields, 'to' | 'proposed'>,
  proposals: readonly string[]
): readonly string[] => [
  ...new Set([
    ...fields.to.filter((id) => proposals.includes(id)),
    ...proposals.filter((id) => !fields.proposed.includes(id)),
  ]),
]

/** Everybody it would go to, once each. */
export const addressedOf = (
  fields: Pick<DraftFields, 'to' | 'proposed' | 'others'>,
  proposals: readonly string[]
): readonly string[] => [
  ...new Set([...tickedOf(fields, proposals), ...fields.others.filter((id) => id !== '')]),
]
