/** The SQL of who may read which alert against the rule, over everybody of a council and alerts of each kind. */
import { expect, test } from 'vitest'
import { isAlertReadableBy } from '../../src/alerts/reader-store.ts'
import { seeAlert } from '../../src/alerts/see-alert.ts'
import { startDraft } from '../../src/alerts/start-draft.ts'
import { findPerson, listRoles } from '../../src/people/store.ts'
import { NOW } from '../support/context.ts'
import { newAlertCouncil, raised } from './alert-council.ts'

test('the SQL and the rule say the same of everybody and every alert', async () => {
  const council = await newAlertCouncil()
  const { db } = council.ctx
  const ids = [
    await raised(council),
    await raised(council, { kind: 'formal', references: 'C-101' }),
    await raised(council, { kind: 'informal', references: 'P-7' }, { by: 'iroManager' }),
    await startDraft(council.as('iro'), {
      kind: 'informal',
      isImmediate: false,
      references: 'C-100',
      auditId: null,
    }),
  ]
  await db
    .updateTable('alert_case')
    .set({ team_id: council.teams.south })
    .where('alert_id', '=', ids[1] ?? '')
    .execute()
  const cover = (id: string, personId: string, coverId: string, endedAt: string | null) =>
    db
      .insertInto('person_cover')
      .values({
        id,
        person_id: personId,
        cover_id: coverId,
        from_on: '2026-01-12',
        to_on: '2026-01-12',
        set_at: NOW,
        set_by: null,
        ended_at: endedAt,
        ended_by: null,
      })
      .execute()
  await cover('c1', council.people.iro, council.people.colleague, null)
  await cover('c2', council.people.manager, council.people.administrator, null)
  await cover('c3', council.people.iro, council.people.otherService, NOW)
  const told: Record<string, string[]> = {}
  for (const now of [NOW, '2026-01-13T09:00:00.000Z']) {
    for (const [who, id] of Object.entries(council.people)) {
      const person = await findPerson(db, id)
      if (!person) throw new Error(who)
      const reader = { id, roles: await listRoles(db, id), teamId: person.teamId }
      const rows = await db
        .selectFrom('alert')
        .select('id')
        .where(isAlertReadableBy(reader, now.slice(0, 10)))
        .execute()
      const read = new Set(rows.map((row) => row.id))
      const ruled = []
      for (const alertId of ids) {
        const seen = await seeAlert(db, alertId, reader, now)
        const isDraft = seen?.alert.state === 'draft'
        ruled.push([alertId, seen?.access.mayRead === true && !isDraft])
      }
      expect([who, now, ids.map((alertId) => [alertId, read.has(alertId)])]).toEqual([
        who,
        now,
        ruled,
      ])
      if (now === NOW)
        told[who] = ids.flatMap((alertId, at) => (read.has(alertId) ? [`${at}`] : []))
    }
  }
  // Written by hand, so that neither can be wrong in the same way as the other.
  expect(told).toMatchObject({
    qaLead: ['0', '1', '2'],
    iroManager: ['0', '1', '2'],
    iro: ['0', '1'],
    colleague: ['0', '1'],
    stranger: ['1'],
    otherService: ['1'],
    director: ['0', '1', '2'],
  })
})
