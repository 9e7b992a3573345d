/** Categories of concern: adding, other words, order, retiring and bringing back, two at once, and their page. */
import { expect, test } from 'vitest'
import { addCategory } from '../../src/alerts/add-category.ts'
import { findCategory, listKeptCategories } from '../../src/alerts/category-store.ts'
import { listCategories } from '../../src/alerts/list-store.ts'
import { moveCategory } from '../../src/alerts/move-category.ts'
import { renameCategory } from '../../src/alerts/rename-category.ts'
import { retireCategory } from '../../src/alerts/retire-category.ts'
import { startAlertLists } from '../../src/alerts/start-alert-lists.ts'
import type { Context } from '../../src/db/transaction.ts'
import { Conflict, FieldFault, NotFound, WrongState } from '../../src/errors.ts'
import { newContext } from '../support/context.ts'
import { plainBrowser } from '../support/page-forms.ts'
import { newWorld } from '../support/world.ts'

/** Two of them, and no more. */
const two = async () => {
  const ctx = await newContext()
  const drift = await addCategory(ctx, { label: 'Drift and delay' })
  const visits = await addCategory(ctx, { label: 'Visits' })
  return { ctx, drift, visits }
}

const labels = async (ctx: Context) =>
  (await listCategories(ctx.db)).map(({ label, isRetired }) =>
    isRetired ? `${label} (retired)` : label
  )

const changesOf = async (ctx: Context) =>
  (
    await ctx.db
      .selectFrom('event')
      .select('details')
      .where('type', '=', 'council.category_changed')
      .orderBy('number')
      .execute()
  ).map(({ details }) => (JSON.parse(details) as { change: string }).change)

test('a new one is offered last; words that are there already are refused in any case', async () => {
  const { ctx, drift } = await two()
  expect(await labels(ctx)).toEqual(['Drift and delay', 'Visits'])
  await expect(addCategory(ctx, { label: 'VISITS' })).rejects.toThrow(
    new FieldFault('label', 'There is a category ‘Visits’ already: choose other words')
  )
  await retireCategory(ctx, { id: drift, isRetired: true })
  await expect(addCategory(ctx, { label: 'drift and delay' })).rejects.toThrow(
    new FieldFault(
      'label',
      'The category ‘Drift and delay’ is retired: bring it back, or choose other words'
    )
  )
  expect(await changesOf(ctx)).toEqual(['added', 'added', 'retired'])
})

test('renaming keeps its id; not to another’s words, and not over somebody else’s change', async () => {
  const { ctx, drift } = await two()
  const rename = (label: string, revision: number) =>
    renameCategory(ctx, { id: drift, label, revision })
  expect(await rename('Drift and delay', 1)).toBe(false)
  expect(await rename('Drift', 1)).toBe(true)
  await expect(rename('Delay', 1)).rejects.toThrow(Conflict)
  await expect(rename('visits', 2)).rejects.toThrow(FieldFault)
  expect(await rename('DRIFT', 2)).toBe(true)
  await expect(renameCategory(ctx, { id: 'none', label: 'X', revision: 1 })).rejects.toThrow(
    NotFound
  )
  expect(await findCategory(ctx.db, drift)).toMatchObject({ label: 'DRIFT', revision: 3 })
  expect(await changesOf(ctx)).toEqual(['added', 'added', 'renamed', 'renamed'])
})

test('the order is moved by one place, and stays at its ends', async () => {
  const { ctx, drift, visits } = await two()
  await addCategory(ctx, { label: 'Plan' })
  expect(await moveCategory(ctx, { id: drift, to: 'up' })).toBe(false)
  expect(await moveCategory(ctx, { id: drift, to: 'down' })).toBe(true)
  expect(await labels(ctx)).toEqual(['Visits', 'Drift and delay', 'Plan'])
  expect(await moveCategory(ctx, { id: visits, to: 'down' })).toBe(true)
  expect(await moveCategory(ctx, { id: visits, to: 'down' })).toBe(true)
  expect(await moveCategory(ctx, { id: visits, to: 'down' })).toBe(false)
  expect(await labels(ctx)).toEqual(['Drift and delay', 'Plan', 'Visits'])
})

test('a retired one can be brought back; the last one that is offered stays', async () => {
  const { ctx, drift, visits } = await two()
  expect(await retireCategory(ctx, { id: drift, isRetired: true })).toBe(true)
  expect(await retireCategory(ctx, { id: drift, isRetired: true })).toBe(false)
  expect(await labels(ctx)).toEqual(['Drift and delay (retired)', 'Visits'])
  await expect(retireCategory(ctx, { id: visits, isRetired: true })).rejects.toThrow(WrongState)
  expect(await retireCategory(ctx, { id: drift, isRetired: false })).toBe(true)
  expect(await labels(ctx)).toEqual(['Drift and delay', 'Visits'])
})

test('of two who retire the last two at once, one is told', async () => {
  const { ctx, drift, visits } = await two()
  const ended = await Promise.allSettled(
    [drift, visits].map((id) => retireCategory(ctx, { id, isRetired: true }))
  )
  expect(ended.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('of two people who give two categories the same words at once, the second is told', async () => {
  const { ctx, drift, visits } = await two()
  const ended = await Promise.allSettled([
    renameCategory(ctx, { id: drift, label: 'Contact', revision: 1 }),
    renameCategory(ctx, { id: visits, label: 'contact', revision: 1 }),
    addCategory(ctx, { label: 'CONTACT' }),
  ])
  expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const end of ended) {
    if (end.status === 'rejected') expect(end.reason).toBeInstanceOf(FieldFault)
  }
})

test('the council begins with the reasons of the field, once', async () => {
  const ctx = await newContext()
  await startAlertLists(ctx)
  await startAlertLists(ctx)
  const kept = await listKeptCategories(ctx.db)
  expect(kept).toHaveLength(13)
  expect(kept.every(({ alerts, retiredAt }) => alerts === 0 && retiredAt === null)).toBe(true)
})

test('the page adds, renames, orders, retires with a question and brings back', async () => {
  const world = await newWorld()
  const browser = plainBrowser(await world.as('administrator'))
  const start = await browser.open('/admin/concern-categories')
  expect(start.words).toContain('13 categories offered, in this order')
  const wrong = await browser.press(start, 'Add this category', { label: '' })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('<a href="#label">Enter the words of the category</a>')
  const twice = await browser.press(start, 'Add this category', { label: 'Drift and Delay' })
  expect(twice.status).toBe(422)
  expect(twice.html).toContain('value="Drift and Delay"')
  const added = await browser.press(start, 'Add this category', { label: 'Handover' })
  expect(added.whole).toContain('The category is added. It is offered last.')
  const moved = await browser.press(added, 'Up: Handover', {})
  expect(moved.words.indexOf('Handover')).toBeLessThan(moved.words.indexOf('Something else'))

  const id = (await listCategories(world.db)).find(({ label }) => label === 'Handover')?.id
  const address = `/admin/concern-categories/${id}`
  const rename = await browser.open(`${address}/rename`)
  expect(rename.words).toContain('If it is to mean something else, retire it and add a new one.')
  const renamed = await browser.press(rename, 'Save', { label: 'Handover between teams' })
  expect(renamed.whole).toContain('The category has its new words.')
  const second = await browser.press(rename, 'Save', { label: 'Transfer' })
  expect(second.status).toBe(409)
  expect(second.words).toContain('It is ‘Handover between teams’ now. Save again to use yours')
  expect(second.html).toContain('value="Transfer"')
  const again = await browser.press(second, 'Save', { label: 'Transfer' })
  expect(again.words).toContain('Transfer')

  const sure = await browser.open(`${address}/retire`)
  expect(sure.words).toContain('0 alerts have it and will keep it')
  const retired = await browser.press(sure, 'Retire this category', {})
  expect(retired.words).toContain('Retired: kept on the alerts that have them, not offered')
  expect((await browser.open(`${address}/retire`)).status).toBe(409)
  const back = await browser.press(retired, 'Bring back: Transfer', {})
  expect(back.whole).toContain('The category is offered again.')
})
