/** A mark of everything in a draft, by which publishing knows that it is still what the publisher saw. */

export type MarkedDraft = {
  readonly revision: number
  readonly items: readonly {
    readonly id: string
    readonly revision: number
    readonly position: number
  }[]
}

/** Changes whenever anything in the draft does. */
export const draftMark = (draft: MarkedDraft): string =>
  [
    draft.revision,
    ...draft.items.map((item) => `${item.id}.${item.revision}.${item.position}`),
  ].join(' ')
