/**
 * What an auditor of Aldermere writes about one item. Slots in braces are filled by fill-words.ts: {few} two or three,
 * {some} four to six, {weeks} five to nine, {month} a month shortly before, {who} somebody around the child.
 */
export interface ItemWords {
  readonly outstanding: readonly string[]
  readonly good: readonly string[]
  readonly requires_improvement: readonly string[]
  readonly inadequate: readonly string[]
  /** For the list of strengths. */
  readonly strength: readonly string[]
  /** For the list of areas to improve. */
  readonly area: readonly string[]
  readonly actions: readonly ActionWords[]
}

export interface ActionWords {
  readonly what: string
  /** What it should change for the child. */
  readonly change: string
}
