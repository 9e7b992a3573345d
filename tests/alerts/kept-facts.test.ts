/** What figures count of alerts is kept many in a row: whatever happens to alerts, in any order, it is what the alerts say. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkDatabase } from '../../src/admin/check-database.ts'
import { enterAlerts } from '../../src/alerts/enter-alerts.ts'
import { escalateAlert } from '../../src/alerts/escalate-alert.ts'
import { resetAlertDate } from '../../src/alerts/reset-alert-date.ts'
import {
  FACTS_A_BLOCK,
  type KeptFact,
  packFacts,
  visitFacts,
} from '../../src/alerts/rules/fact-block.ts'
import { takeAlertStep } from '../../src/alerts/take-alert-step.ts'
import {
  type AlertsAsked,
  listAlertFacts,
  type SortedFact,
  visitAlertFacts,
} from '../../src/analytics/alert-figure-store.ts'
import { FieldFault, NotAllowed, NotTheirs, WrongState } from '../../src/errors.ts'
import { type AlertCouncil, newAlertCouncil, raised, revisionOf } from './alert-council.ts'

const day = fc
  .integer({ min: 0, max: 12_000 })
  .map((days) => new Date(Date.UTC(2004, 0, 1 + days)).toISOString().slice(0, 10))
const dayOrNone = fc.option(day, { nil: null })
const flag = fc.constantFrom(0, 1)
const id = fc.constantFrom('north', 'south', 'ines', 'colm')

const fact = fc.record({
  number: fc.integer({ min: 2 * FACTS_A_BLOCK, max: 3 * FACTS_A_BLOCK - 1 }),
  kind: fc.constantFrom('informal', 'formal', 'good_practice'),
  state: fc.constantFrom('open', 'responded', 'resolved', 'withdrawn'),
  teamId: fc.option(id, { nil: null }),
  status: fc.option(fc.constantFrom('care', 'cp'), { nil: null }),
  raisedBy: id,
  categoryIds: fc.constantFrom(null, 'drift_and_delay', 'drift_and_delay plan_quality'),
  age: fc.option(fc.integer({ min: 0, max: 25 }), { nil: null }),
  isImmediate: flag,
  highestStage: flag,
  timesEscalated: flag,
  timesReopened: flag,
  raisedOn: day,
  closedOn: dayOrNone,
  firstExpectedOn: dayOrNone,
  expectedOn: dayOrNone,
  totalDueOn: dayOrNone,
})

test('a row gives back what was put into it', () => {
  fc.assert(
    fc.property(fc.array(fact, { maxLength: 9 }), (facts) => {
      const read: KeptFact[] = []
      visitFacts(2, packFacts(facts), ({ isRaised: _, isOpen: __, isClosed: ___, ...one }) => {
        read.push(one)
      })
      expect(read).toEqual(facts)
    })
  )
})

const plain = ['respond', 'resolve', 'withdraw', 'accept'] as const
const dated = ['extend', 'reopen', 'not_accept'] as const

const step = fc.record({
  which: fc.nat({ max: 5 }),
  action: fc.constantFrom('raise' as const, 'escalate' as const, ...plain, ...dated),
  who: fc.constantFrom('iro' as const, 'worker' as const),
  kind: fc.constantFrom('informal' as const, 'formal' as const, 'good_practice' as const),
  day: fc.integer({ min: 13, max: 27 }),
})

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

/** What the product refuses with words is no step: nothing was changed. */
const unlessRefused = async (work: Promise<unknown>) => {
  try {
    await work
  } catch (error) {
    if (![FieldFault, NotAllowed, NotTheirs, WrongState].some((one) => error instanceof one))
      throw error
  }
}

const take = async (council: AlertCouncil, alertIds: string[], one: Step) => {
  const alertId = alertIds[one.which]
  const now = `2026-01-${one.day}T10:00:00.000Z`
  if (one.action === 'raise' || alertId === undefined) {
    alertIds.push(await raised(council, { kind: one.kind }, { now }))
    return
  }
  const revision = await revisionOf(council, alertId)
  const words = 'So it is.'
  if (one.action === 'escalate') {
    const to = { stage: one.day % 2, words, skipWords: '', to: [council.people.manager] }
    const on = { day: '', month: '', year: '' }
    await unlessRefused(escalateAlert(council.as('iro', now), { alertId, revision, ...to, ...on }))
    return
  }
  const [ctx, step] = [council.as(one.who, now), { alertId, revision, words }]
  const action = dated.find((each) => each === one.action)
  await unlessRefused(
    action === undefined
      ? takeAlertStep(ctx, {
          ...step,
          action: plain.find((each) => each === one.action) ?? 'respond',
        })
      : resetAlertDate(ctx, { ...step, action, day: '30', month: '1', year: '2026' })
  )
}

/** Whether, not how often. */
const flagged = <Fact extends Pick<KeptFact, 'highestStage' | 'timesEscalated' | 'timesReopened'>>(
  one: Fact
) => ({
  ...one,
  highestStage: Math.min(1, one.highestStage),
  timesEscalated: Math.min(1, one.timesEscalated),
  timesReopened: Math.min(1, one.timesReopened),
})

const bothWays = async ({ ctx: { db } }: AlertCouncil, asked: AlertsAsked) => {
  const visited: object[] = []
  await visitAlertFacts(db, asked, (one) => {
    const { number: _, ...rest } = one as SortedFact & { number?: number }
    visited.push(flagged(rest))
  })
  const listed = (await listAlertFacts(db, asked)).map(flagged)
  const inOrder = (facts: readonly object[]) =>
    facts.map((one) => JSON.stringify(Object.entries(one).toSorted())).toSorted()
  return [inOrder(visited), inOrder(listed)]
}

test.each([7, 19])('after any steps it is what the alerts say (%i)', async (seed) => {
  const council = await newAlertCouncil()
  const alertIds: string[] = []
  for (const one of fc.sample(step, { numRuns: 22, seed })) await take(council, alertIds, one)
  const all = { from: undefined, to: undefined, reach: undefined }
  const north = { teamIds: [council.teams.north], raisedBy: undefined }
  for (const asked of [
    all,
    { ...all, from: '2026-01-15', to: '2026-01-20' },
    { ...all, to: '2026-01-01' },
    { ...all, kind: 'formal', status: 'care' },
    { ...all, teamIds: [council.teams.south] },
    { ...all, reach: north },
    { ...all, reach: { teamIds: [], raisedBy: council.people.iro } },
  ]) {
    const [visited, listed] = await bothWays(council, asked)
    expect([asked, visited]).toEqual([asked, listed])
  }
  expect(await checkDatabase(council.ctx)).toEqual([])
})

test('it is written at the next start where it is not there, and check names what is wrong', async () => {
  const council = await newAlertCouncil()
  await raised(council)
  const { db } = council.ctx
  await db.deleteFrom('alert_facts').execute()
  expect(await checkDatabase(council.ctx)).toEqual(['figures of alerts: alert 1 is not in them'])
  await enterAlerts(db)
  expect(await checkDatabase(council.ctx)).toEqual([])
  await db.updateTable('alert_facts').set({ open: 0 }).execute()
  await db.updateTable('alert').set({ highest_stage: 2 }).execute()
  expect(await checkDatabase(council.ctx)).toEqual([
    expect.stringMatching(/^figures of alerts: alert 1 is in them as \[.*\], but it is \[.*\]$/),
    'figures of alerts: the days or the open alerts of row 0 are not those of its alerts',
  ])
})
