/** Who may read which alert: the rule against the SQL of lists and the sets of the register. */
import { expect, test } from 'vitest'
import { openRegister } from '../../src/alerts/load-register.ts'
import { isAlertReadableBy } from '../../src/alerts/reader-store.ts'
import { listRegisterOptions } from '../../src/alerts/register-list-store.ts'
import { readableAsk } from '../../src/alerts/rules/register-reader.ts'
import { seeAlert } from '../../src/alerts/see-alert.ts'
import { startDraft } from '../../src/alerts/start-draft.ts'
import { keepTraits } from '../../src/alerts/trait-store.ts'
import type { Db } from '../../src/db/schema.ts'
import { type Role, roles } from '../../src/people/rules/permissions.ts'
import { findPerson, listRoles } from '../../src/people/store.ts'
import { NOW } from '../support/context.ts'
import { newAlertCouncil, raised } from './alert-council.ts'

const NEXT_DAY = '2026-01-13T09:00:00.000Z'

/** How a person comes to have to do with an alert; cover ends with the day. */
const relations = [
  ['iro', NOW],
  ['manager', NOW],
  ['colleague', NOW],
  ['colleague', NEXT_DAY],
  ['administrator', NOW],
  ['administrator', NEXT_DAY],
  ['otherService', NOW],
  ['stranger', NOW],
] as const

/** Which of the alerts, by their places in the list, the rule, the SQL and the register's sets let the person read. */
const readBy = async (
  db: Db,
  reader: { id: string; roles: readonly Role[]; teamId: string | null },
  now: string,
  ids: readonly string[]
) => {
  const today = now.slice(0, 10)
  const placesOf = (read: ReadonlySet<string>) =>
    ids.flatMap((id, at) => (read.has(id) ? [`${at}`] : []))
  const ruled = new Set<string>()
  for (const alertId of ids) {
    const seen = await seeAlert(db, alertId, reader, now)
    // Lists leave drafts out: who writes one finds it among their own.
    if (seen?.access.mayRead === true && seen.alert.state !== 'draft') ruled.add(alertId)
  }
  const alerts = db.selectFrom('alert').select(['id', 'number'])
  const rows = await alerts.where(isAlertReadableBy(reader, today)).execute()
  const { covers, ...options } = await listRegisterOptions(db, { id: reader.id, today })
  const asks = [readableAsk(reader, options.teams, covers)]
  const register = await openRegister(db, asks, 'oldest')
  const numbers = register.walk(undefined, 'after', 100).map(({ number }) => number)
  const found = numbers.length === 0 ? [] : await alerts.where('number', 'in', numbers).execute()
  return {
    ruled: placesOf(ruled),
    rows: placesOf(new Set(rows.map(({ id }) => id))),
    sets: placesOf(new Set(found.map(({ id }) => id))),
  }
}

test('rule, SQL and sets say the same of every role, team and relation', async () => {
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
  await keepTraits(db, [ids[1] ?? ''])
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
  for (const [who, id] of Object.entries(council.people)) {
    const person = await findPerson(db, id)
    const reader = { id, roles: await listRoles(db, id), teamId: person?.teamId ?? null }
    told[who] = (await readBy(db, reader, NOW, ids)).ruled
  }
  for (const [who, now] of relations) {
    const id = council.people[who]
    for (const role of roles) {
      for (const [team, teamId] of Object.entries({ none: null, ...council.teams })) {
        const { ruled, rows, sets } = await readBy(db, { id, roles: [role], teamId }, now, ids)
        expect([who, now, role, team, rows]).toEqual([who, now, role, team, ruled])
        expect([who, now, role, team, sets]).toEqual([who, now, role, team, ruled])
      }
    }
  }
  // Written by hand, so that all three cannot be wrong in the same way.
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
