/** Where a fault of a draft is to be put right, and how it is said where several items stand together. */
import type { DraftFault } from '../../src/studio/rules/check-draft.ts'
import type { DraftItem } from '../../src/studio/store.ts'
import { draftAddress } from './draft-heading.tsx'

export type LocatedFault = DraftFault & {
  /** The item's id; undefined for the head. */
  readonly itemId: string | undefined
}

export const faultAddress = (
  draft: { id: string },
  { itemId, field }: Pick<LocatedFault, 'itemId' | 'field'>
): string => {
  if (itemId !== undefined) {
    return `/studio/${draft.id}/items/${itemId}${field === undefined ? '' : `#${controlOf(field)}`}`
  }
  const place = field?.startsWith('rules') === true ? 'rules' : 'about'
  return field === undefined || field === 'items'
    ? draftAddress(draft)
    : `${draftAddress(draft, place)}#${headControlOf(field)}`
}

/** The control on the item's page that a field of the file belongs to. */
export const controlOf = (field: string): string => {
  if (field.startsWith('descriptors.')) return `descriptor:${field.slice('descriptors.'.length)}`
  if (field.startsWith('choices')) return 'choices'
  if (field === 'shows_when.is') return 'showsWhenIs'
  if (field.startsWith('shows_when')) return 'showsWhenItem'
  return field
}

export const headControlOf = (field: string): string => {
  if (field.startsWith('applies.age')) return 'ageFrom'
  if (field.startsWith('applies.flags')) return 'flags'
  if (field.startsWith('applies')) return 'status'
  return field.startsWith('rules.') ? `rule:${field.slice('rules.'.length)}` : field
}

export const nameOf = ({ content }: DraftItem): string =>
  content.short || content.question || 'Unnamed item'

/** The fault with the item that it is of. */
export const faultWords = (items: readonly DraftItem[], fault: LocatedFault): string => {
  const item = items.find(({ id }) => id === fault.itemId)
  return item === undefined ? fault.message : `${nameOf(item)}: ${fault.message}`
}
