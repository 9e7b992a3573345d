/** The studio's pages ask the database at most eight times, however many versions and items there are. */
import { expect, test } from 'vitest'
import { findRubric } from '../../src/rubrics/store.ts'
import { startDraft } from '../../src/studio/start-draft.ts'
import { findDraft } from '../../src/studio/store.ts'
import { countQueries } from '../support/count-queries.ts'
import { newWorld } from '../support/world.ts'

test('every page of the studio takes at most eight queries', async () => {
  const world = await newWorld()
  const browser = await world.as('qa_lead')
  const version = await findRubric(world.db, 'cp_plan', '1')
  const ctx = world.context()
  const draftId = await startDraft(ctx, { from: 'version', versionId: version?.id ?? '' })
  const itemId = (await findDraft(world.db, draftId))?.items[0]?.id ?? ''
  const places = ['', `/items/${itemId}`, '/about', '/rules', '/form', '/changes', '/publish']
  const paths = [
    '/rubrics',
    '/rubrics/cp_plan/1',
    '/rubrics/cp_plan/compare',
    '/rubrics/cp_plan/1/withdraw',
    '/studio/new',
    ...places.map((place) => `/studio/${draftId}${place}`),
  ]
  const over: [string, number][] = []
  for (const path of paths) {
    await browser.get(path)
    const { response, queries } = await countQueries(world, browser, path)
    expect([path, response.status]).toEqual([path, 200])
    if (queries > 8) over.push([path, queries])
  }
  expect(over).toEqual([])
})
