/** Cover and closure days of the demonstration, played among its people alone. */
import { expect, test } from 'vitest'
import { addPeople } from '../../src/demo/add-people.ts'
import { newAgenda } from '../../src/demo/agenda.ts'
import { playClosureDays, playCover } from '../../src/demo/play-cover.ts'
import { newStage } from '../../src/demo/stage.ts'
import { coverOf } from '../../src/people/cover-store.ts'
import { loadClosureDays } from '../../src/settings/load-closure-days.ts'
import { newContext } from '../support/context.ts'

test.each([
  ['a Monday', '2026-11-23', '2026-11-20', ['2024-12-27', '2025-12-29', '2026-12-29']],
  ['between the years', '2026-12-30', '2026-12-29', ['2024-12-27', '2025-12-29', '2026-12-29']],
  [
    'in January',
    '2027-01-20',
    '2027-01-19',
    ['2024-12-27', '2025-12-29', '2026-12-29', '2027-12-29'],
  ],
])('made on %s, somebody is away and covered that day', async (_what, today, lastDay, closed) => {
  const { db } = await newContext()
  const stage = newStage(db, today)
  const staff = await addPeople(stage, '2024-03-01')
  const agenda = newAgenda()
  await playClosureDays({ stage, agenda, staff }, '2024-03-01')
  await agenda.runUntil(`${lastDay}T17:00:00.000Z`)
  await playCover(stage, staff, lastDay)
  const hana = staff.personIds.get('Hana Sato') ?? ''
  expect((await coverOf(db, [hana], today)).map(({ name }) => name)).toEqual(['Rhian Pryce'])
  expect((await loadClosureDays(db)).days.map(({ date }) => date)).toEqual(closed)
})
