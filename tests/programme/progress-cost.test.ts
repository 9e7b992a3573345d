/** What the progress page costs the database: few queries for every view, and each along an index. */
import { expect, test } from 'vitest'
import { listProgress } from '../../src/programme/progress-store.ts'
import { addPersonWith } from '../support/builders.ts'
import { newContext } from '../support/context.ts'
import { countQueries } from '../support/count-queries.ts'
import { plansOf } from '../support/query-plans.ts'
import { newWorld } from '../support/world.ts'
import { openRoundOf, startIt } from './council.ts'

const view = {
  by: 'auditor',
  sort: 'saved',
  show: 'all',
  auditor: '',
  team: '',
  state: '',
  search: '',
  page: 1,
  isAllTicked: false,
  withLeft: false,
} as const

test('the last save of an audit is found along its index, without reading its answers', async () => {
  const ctx = await newContext()
  const auditorId = await addPersonWith(ctx)
  const { roundId } = await openRoundOf(ctx, { '4401': { auditorId } })
  const lines = await plansOf(ctx.db, (db) =>
    listProgress(db, roundId, view, { todayOn: '2026-01-12', soonOn: '2026-01-19' })
  )
  expect(lines.filter((line) => /answer_by_saved/.test(line)).length).toBeGreaterThan(0)
  const whole = /(?:SCAN|Seq Scan on) (?:"?audit"?|"?answer"?|"?case_file"?)\b/
  expect(lines.filter((line) => whole.test(line))).toEqual([])
})

test('every view takes at most eight queries', async () => {
  const world = await newWorld()
  const { manager } = world.people
  const { roundId, auditIds } = await openRoundOf(world.context(), {
    '4401': { auditorId: manager },
    '4402': { auditorId: null },
  })
  await startIt(world.context(), auditIds['4401'] ?? '', manager)
  const browser = await world.as('qa_lead')
  for (const query of [
    '',
    'by=team&show=late',
    'by=state&state=in_progress',
    'sort=saved',
    'sort=auditor&search=44',
    'show=stuck&tick=all',
    `auditor=${manager}&team=none`,
    'page=99',
  ]) {
    const path = `/rounds/${roundId}/progress?${query}`
    await browser.get(path)
    const { queries } = await countQueries(world, browser, path)
    expect([query, queries <= 8]).toEqual([query, true])
  }
})
