/** What the demonstration council has of practice alerts; the council itself is made once, in council.test.ts. */
import { expect, test } from 'vitest'
import { listMidwayDue } from '../../src/alerts/midway-store.ts'
import { midwayWindow } from '../../src/alerts/rules/midway.ts'
import type { Db } from '../../src/db/schema.ts'

export const expectAlerts = (db: () => Db, today: string): void => {
  test('are about 160 over two years, of every kind and stage, some of them open and late', async () => {
    const rows = await db().selectFrom('alert').selectAll().execute()
    expect(rows.length).toBeGreaterThan(150)
    expect(rows.length).toBeLessThan(170)
    expect(rows.every((row) => row.state !== 'draft')).toBe(true)
    const count = (is: (row: (typeof rows)[number]) => boolean) => rows.filter(is).length
    expect(count(({ kind }) => kind === 'good_practice')).toBeGreaterThan(15)
    expect(count((row) => row.stage === 2)).toBeGreaterThan(3)
    expect(count((row) => row.stage === 3)).toBe(1)
    expect(count((row) => row.is_immediate === 1)).toBe(2)
    expect(count((row) => row.state === 'withdrawn')).toBeGreaterThan(0)
    expect(count((row) => row.times_reopened > 0)).toBeGreaterThan(0)
    expect(count((row) => row.times_extended > 0)).toBeGreaterThan(3)
    const open = rows.filter(({ state }) => state === 'open')
    expect(open.filter((row) => (row.expected_on ?? today) < today).length).toBeGreaterThan(2)
    const overTotal = rows.filter(
      ({ closed_on, total_due_on }) => closed_on !== null && closed_on > (total_due_on ?? '9999')
    )
    expect(overTotal.length).toBeGreaterThan(0)
    const steps = await db().selectFrom('alert_step').select('action').distinct().execute()
    const actions = new Set<string>(steps.map(({ action }) => action))
    expect(
      ['cafcass', 'child_told', 'gone_up', 'not_accept', 'overdue_told', 'total_told'].filter(
        (action) => !actions.has(action)
      )
    ).toEqual([])
    const siblings = await db()
      .selectFrom('alert_case')
      .select('alert_id')
      .where('position', '=', 1)
      .execute()
    expect(siblings).toHaveLength(2)
  })

  test('are looked for midway: most children near a review were, some were not, one or two are long due', async () => {
    const near = (days: number) =>
      new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
    const { from, until, since } = midwayWindow(today, 13)
    const due = await listMidwayDue(db(), undefined, { from, until, since }, 500)
    expect(due.length).toBeGreaterThan(30)
    expect(due.length).toBeLessThan(90)
    expect(
      due.filter(({ nextReviewOn }) => (nextReviewOn ?? '') < near(14)).length
    ).toBeGreaterThan(0)
    expect(due.filter(({ lastOn }) => lastOn !== null).length).toBeGreaterThan(0)
    const done = await db().selectFrom('midway_check').select('progress').execute()
    expect(done.length).toBeGreaterThan(70)
    expect(new Set(done.map(({ progress }) => progress)).size).toBe(3)
  })

  test('leave the first reviewing officer eight open and the first manager three to answer', async () => {
    const open = db().selectFrom('alert').where('alert.state', 'in', ['open', 'responded'])
    const own = await open
      .innerJoin('person', 'person.id', 'alert.raised_by')
      .where('person.name', '=', 'Rhian Pryce')
      .select('alert.id')
      .execute()
    expect(own).toHaveLength(8)
    const toAnswer = await open
      .where('alert.state', '=', 'open')
      .innerJoin('alert_addressee', 'alert_addressee.alert_id', 'alert.id')
      .innerJoin('person', 'person.id', 'alert_addressee.person_id')
      .where('person.name', '=', 'Amara Osei')
      .where('alert_addressee.is_current', '=', 1)
      .select('alert.id')
      .execute()
    expect(toAnswer).toHaveLength(3)
  })
}
