/** Alerts that the register does not know are entered at the start, once, however many servers start together. */
import { expect, test } from 'vitest'
import { checkDatabase } from '../../src/admin/check-database.ts'
import { enterAlerts } from '../../src/alerts/enter-alerts.ts'
import { takeAlertStep } from '../../src/alerts/take-alert-step.ts'
import { type AlertCouncil, newAlertCouncil, raised, revisionOf } from './alert-council.ts'

const setsOf = ({ ctx }: AlertCouncil) =>
  ctx.db.selectFrom('alert_set').selectAll().orderBy('trait').orderBy('block').execute()

const forget = async ({ ctx }: AlertCouncil) => {
  await ctx.db.deleteFrom('alert_set').execute()
  await ctx.db.deleteFrom('alert_traits').execute()
}

const withAlerts = async () => {
  const council = await newAlertCouncil()
  const first = await raised(council)
  await raised(council, {
    kind: 'formal',
    references: 'C-101, P-7',
    concern: 'Überall Straße 𠀀𠀁.',
  })
  await raised(council, { kind: 'good_practice', asked: '' })
  const step = { alertId: first, revision: await revisionOf(council, first), words: 'Begun.' }
  await takeAlertStep(council.as('worker'), { ...step, action: 'respond' })
  return { council, first }
}

test('they stand in it as if they had been entered when they were raised', async () => {
  const { council } = await withAlerts()
  const before = await setsOf(council)
  expect(before.map(({ trait }) => trait)).toEqual(
    expect.arrayContaining(['start:be', 'start:begin', 'word:assessment', 'word:uberall'])
  )
  await forget(council)
  expect(await enterAlerts(council.ctx.db)).toBe(3)
  expect(await setsOf(council)).toEqual(before)
  expect(await enterAlerts(council.ctx.db)).toBe(0)
  expect(await checkDatabase(council.ctx)).toEqual([])
})

test('of two servers that start at once each takes what the other has left', async () => {
  const { council } = await withAlerts()
  const before = await setsOf(council)
  await forget(council)
  const { db } = council.ctx
  const [one = 0, two = 0] = await Promise.all([enterAlerts(db), enterAlerts(db)])
  expect(one + two).toBe(3)
  expect(await setsOf(council)).toEqual(before)
})

test('a step of an alert that is not entered yet enters it whole', async () => {
  const { council, first } = await withAlerts()
  await forget(council)
  const revision = await revisionOf(council, first)
  await takeAlertStep(council.as('iro'), {
    alertId: first,
    revision,
    words: 'Seen.',
    action: 'accept',
  })
  expect(await enterAlerts(council.ctx.db)).toBe(2)
  expect(await checkDatabase(council.ctx)).toEqual([])
})
