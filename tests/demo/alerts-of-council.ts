/** What the demonstration council has of practice alerts; the council itself is made once, in council.test.ts. */
import { expect, test } from 'vitest'
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
    expect(siblings).toHaveLength(1)
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
