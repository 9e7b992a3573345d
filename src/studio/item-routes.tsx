/** The items of a draft: showing one, saving it as it is typed, adding, moving and retiring. */
import { Hono } from 'hono'
import type { SavedStatusProps } from '../../views/components/saved-status.tsx'
import {
  DraftItemChanged,
  DraftItemPage,
  type DraftItemPageProps,
  DraftItemStatus,
} from '../../views/studio/draft-item-page.tsx'
import { FieldFault, NotFound } from '../errors.ts'
import { type AppEnv, type C, contextOf, isHtmx } from '../http/env.ts'
import { form } from '../http/form.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { londonDate } from '../people/rules/london-date.ts'
import { longestShort } from '../rubrics/rules/rubric.ts'
import { fourGradeKey } from '../rubrics/rules/scale.ts'
import { addDraftItem } from './add-draft-item.ts'
import { addForm, moveForm, postedItem, retireForm } from './input.ts'
import { knownScales } from './load-check.ts'
import { moveDraftItem } from './move-draft-item.ts'
import { draftOf, kindChoices, noticeOf, studioPage, writes } from './record-routes.tsx'
import { retireDraftItem } from './retire-draft-item.ts'
import { decidersOf } from './rules/deciders.ts'
import type { DraftItemContent } from './rules/draft.ts'
import { differingControls, itemControls } from './rules/item-controls.ts'
import { saveDraftItem } from './save-draft-item.ts'
import type { DraftItem } from './store.ts'

export const draftItems = new Hono<AppEnv>()

const itemIdOf = (c: C): string => c.req.param('item') ?? ''

const draftIdOf = (c: C): string => c.req.param('id') ?? ''

type Unsaved = { content: DraftItemContent; state: SavedStatusProps['state']; status: 409 | 422 }

/** @param unsaved what was typed and is not stored, with what is said about it */
const itemProps = async (c: C, unsaved?: Unsaved): Promise<DraftItemPageProps> => {
  const { draft, faults, heading, check } = await draftOf(c)
  const stored = draft.items.find(({ id }) => id === itemIdOf(c))
  if (!stored) throw new NotFound('No such item')
  const item = unsaved ? { ...stored, content: unsaved.content } : stored
  const place = check.active.findIndex(({ id }) => id === stored.id)
  const scale = knownScales().get(draft.head.scale)
  return {
    ...heading,
    faults: faults.length,
    item,
    place: place + 1,
    of: check.active.length,
    grades: scale?.values ?? [],
    hasCritical: scale === undefined || scale.key === fourGradeKey,
    kinds: kindChoices,
    deciders: decidersOf(
      check.active.map(({ content }) => content),
      item.content.key,
      scale
    ),
    longestShort,
    itemFaults: faults.filter(({ itemId }) => itemId === stored.id),
    todayOn: londonDate(c.get('now')),
    state: unsaved?.state,
    previous: check.active[place - 1]?.id,
    next: place < 0 ? undefined : check.active[place + 1]?.id,
    csrf: csrfOf(c),
  }
}

const showItem = async (c: C, unsaved?: Unsaved) => {
  const props = await itemProps(c, unsaved)
  const title = props.item.content.short || 'Item'
  return renderPage(
    c,
    { ...studioPage(title, unsaved?.status ?? 200), ...(unsaved ? {} : noticeOf(c)) },
    <DraftItemPage {...props} />
  )
}

draftItems.get('/studio/:id/items/:item', writes, (c) => showItem(c))

const conflictWith = (mine: DraftItemContent, theirs: DraftItem): SavedStatusProps['state'] => ({
  kind: 'conflict',
  by: theirs.changedBy ?? 'Somebody else',
  at: theirs.changedAt,
  fields: differingControls(itemControls(mine), itemControls(theirs.content)),
})

/** Where a Save button leads; a change of kind shows its fields first. */
const leave = async (c: C, address: string) => {
  const go = c.get('body')?.get('go')?.[0]
  if (go === 'list') return c.redirect(address, 303)
  const here = `${address}/items/${itemIdOf(c)}?saved=item`
  if (go !== 'next') return c.redirect(here, 303)
  const { check } = await draftOf(c)
  const next = check.active[check.active.findIndex(({ id }) => id === itemIdOf(c)) + 1]
  return c.redirect(next ? `${address}/items/${next.id}` : here, 303)
}

draftItems.post('/studio/:id/items/:item', writes, async (c) => {
  const body = c.get('body') ?? new Map<string, readonly string[]>()
  const address = `/studio/${draftIdOf(c)}`
  // "Use theirs" without JavaScript: nothing of what was typed is kept.
  if (body.has('theirs')) return c.redirect(`${address}/items/${itemIdOf(c)}`, 303)
  const sent = postedItem(body)
  const todayOn = londonDate(c.get('now'))
  if (!sent.ok) {
    const state = { kind: 'refused' as const, messages: [sent.message] }
    const { item } = await itemProps(c)
    return isHtmx(c)
      ? c.html(<DraftItemStatus item={item} todayOn={todayOn} state={state} />, 422)
      : showItem(c, { content: { ...item.content, ...sent.data }, state, status: 422 })
  }
  const outcome = await saveDraftItem(contextOf(c), {
    draftId: draftIdOf(c),
    itemId: itemIdOf(c),
    content: sent.data,
    revision: sent.revision,
  })
  if (outcome.kind === 'conflict') {
    const mine = { ...outcome.item.content, ...sent.data }
    const state = conflictWith(mine, outcome.item)
    return isHtmx(c)
      ? c.html(<DraftItemStatus item={outcome.item} todayOn={todayOn} state={state} />, 409)
      : showItem(c, { content: mine, state, status: 409 })
  }
  if (isHtmx(c)) {
    const { item, fields } = outcome
    const changesFields = fields.includes('kind') || fields.includes('showsWhenItem')
    return c.html(
      changesFields ? (
        <DraftItemChanged {...(await itemProps(c))} hasNewKind={fields.includes('kind')} />
      ) : (
        <DraftItemStatus item={item} todayOn={todayOn} />
      )
    )
  }
  return leave(c, address)
})

draftItems.post('/studio/:id/items', writes, async (c) => {
  const sent = form(c, addForm)
  if (!sent.ok) throw new FieldFault('kind', sent.errors.kind ?? 'Choose what kind of item to add')
  const draftId = draftIdOf(c)
  const itemId = await addDraftItem(contextOf(c), { draftId, ...sent.data })
  return c.redirect(`/studio/${draftId}/items/${itemId}?saved=added`, 303)
})

draftItems.post('/studio/:id/items/:item/move', writes, async (c) => {
  const sent = form(c, moveForm)
  if (!sent.ok) throw new FieldFault('to', sent.errors.to ?? 'Choose up or down')
  const draftId = draftIdOf(c)
  await moveDraftItem(contextOf(c), { draftId, itemId: itemIdOf(c), ...sent.data })
  return c.redirect(`/studio/${draftId}#item-${itemIdOf(c)}`, 303)
})

draftItems.post('/studio/:id/items/:item/retire', writes, async (c) => {
  const sent = form(c, retireForm)
  if (!sent.ok) throw new FieldFault('retire', sent.errors.retire ?? '')
  const draftId = draftIdOf(c)
  const isRetired = sent.data.retire === 'yes'
  await retireDraftItem(contextOf(c), { draftId, itemId: itemIdOf(c), isRetired })
  return c.redirect(`/studio/${draftId}`, 303)
})
