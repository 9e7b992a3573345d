/** Who changed something meanwhile, to the one who is told: a page of your own that is still open is not somebody else. */

/**
 * Begins a sentence: `Priya Raman` changed this, or `You, in another window,` changed this.
 * @param readerId whose page it is
 */
export const changerWords = (
  readerId: string | null,
  changer: { readonly id: string | null; readonly name: string | null }
): string =>
  readerId !== null && readerId === changer.id
    ? 'You, in another window,'
    : (changer.name ?? 'Somebody else')
