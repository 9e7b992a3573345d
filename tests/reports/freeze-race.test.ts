/** Two reports for outside that are frozen at once do not know of each other: only one is. */
import { expect, test } from 'vitest'
import { Conflict } from '../../src/errors.ts'
import { freezeReport } from '../../src/reports/freeze-report.ts'
import { findReport } from '../../src/reports/report-store.ts'
import type { ReportSettings } from '../../src/reports/rules/report-settings.ts'
import { startReport } from '../../src/reports/start-report.ts'
import { newWorld, type World } from '../support/world.ts'

const draft = (world: World, audience: ReportSettings['audience'], from: string) =>
  startReport(world.context(), {
    ...{ title: `From ${from}`, audience, from, to: '2026-03-31', chapters: ['practice'] },
    ...{ teamId: null, status: null, kind: null },
  })

const freezeAtOnce = async (world: World, ids: readonly string[]) => {
  const freezing = ids.map((reportId) =>
    freezeReport(world.context(), { reportId, council: 'Aldermere', revision: 1 })
  )
  const outcomes = await Promise.allSettled(freezing)
  const states = await Promise.all(ids.map((id) => findReport(world.db, id)))
  return {
    numbers: states.flatMap((report) => report?.number ?? []),
    frozen: states.filter((report) => report?.state === 'frozen').length,
    refused: outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : [])),
  }
}

test('of three for outside that are frozen at once one is, and the others are asked to look again', async () => {
  const world = await newWorld()
  const ids: string[] = []
  for (const from of ['2026-01-01', '2025-04-01', '2025-10-01']) {
    ids.push(await draft(world, 'external', from))
  }
  const first = await freezeAtOnce(world, ids)
  expect(first.frozen).toBe(1)
  expect(first.numbers).toEqual([1])
  expect(first.refused).toHaveLength(2)
  for (const error of first.refused) {
    expect(error).toBeInstanceOf(Conflict)
    expect(String(error)).toContain('Another report for outside the council was frozen')
  }
  // Looked at again, the next is frozen, and its number follows: those refused took none.
  const states = await Promise.all(ids.map((id) => findReport(world.db, id)))
  const left = states.flatMap((report) => (report?.state === 'draft' ? [report.id] : []))
  const second = await freezeAtOnce(world, left.slice(0, 1))
  expect(second).toMatchObject({ numbers: [2], frozen: 1, refused: [] })
})

test('reports for inside do not stand in each other’s way', async () => {
  const world = await newWorld()
  const ids = [
    await draft(world, 'internal', '2026-01-01'),
    await draft(world, 'internal', '2025-04-01'),
  ]
  const { frozen, numbers, refused } = await freezeAtOnce(world, ids)
  expect({ frozen, refused }).toEqual({ frozen: 2, refused: [] })
  expect(numbers.toSorted()).toEqual([1, 2])
})
