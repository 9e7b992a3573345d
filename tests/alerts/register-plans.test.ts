/** How the databases go about the register: along indexes, never through every alert or every set. */
import { expect, test } from 'vitest'
import { loadRegisterPage, openRegister } from '../../src/alerts/load-register.ts'
import { listRegisterOptions } from '../../src/alerts/register-list-store.ts'
import { readFilters, sorts } from '../../src/alerts/rules/register-filters.ts'
import { readableAsk } from '../../src/alerts/rules/register-reader.ts'
import type { Db } from '../../src/db/schema.ts'
import type { Role } from '../../src/people/rules/permissions.ts'
import { NOW } from '../support/context.ts'
import { isPostgresRun } from '../support/database.ts'
import { plansOf } from '../support/query-plans.ts'
import { newAlertCouncil, raised } from './alert-council.ts'

const today = NOW.slice(0, 10)

/** `s` is what the options call the sets. */
const wholeTable = /(?:SCAN|Seq Scan on) (?:"?alert\w*"?|s)\b/

const index = /(?:USING|using)(?: COVERING)?(?: INDEX)? (alert_by_\w+|sqlite_autoindex_alert\w*)/g

const questions: Record<string, string>[] = [
  {},
  { q: 'be' },
  { q: 'grandmothers' },
  { q: 'C-1' },
  { q: 'C-1234567890123' },
  { overdue: 'yes', state: 'live', kind: 'informal' },
  { from: '2025-02-03', to: '2026-01-20', category: 'drift_and_delay', stage: '1', status: 'care' },
]

test.each<[keyof Awaited<ReturnType<typeof newAlertCouncil>>['people'], Role]>([
  ['iroManager', 'iro_manager'],
  ['serviceManager', 'manager'],
  ['iro', 'iro'],
])('the register as %s reads it', async (who, role) => {
  const council = await newAlertCouncil()
  await raised(council)
  const reader = {
    id: council.people[who],
    roles: [role],
    teamId: role === 'manager' ? council.teams.service : null,
  }
  const page = async (db: Db, query: Record<string, string>) => {
    const { covers, ...options } = await listRegisterOptions(db, { id: reader.id, today })
    const filters = readFilters(query, options, today)
    const asks = [readableAsk(reader, options.teams, covers), filters.ask]
    const register = await openRegister(db, asks, filters.sort)
    await loadRegisterPage(db, register, { from: undefined, direction: 'after', size: 50 })
  }
  const lines = await plansOf(council.ctx.db, async (db) => {
    for (const query of questions) await page(db, query)
    for (const sort of sorts) await page(db, { sort })
  })
  expect(lines.filter((line) => wholeTable.test(line))).toEqual([])
  if (isPostgresRun) return
  const used = new Set(lines.flatMap((line) => [...line.matchAll(index)].map(([, name]) => name)))
  expect([...used]).toEqual(
    expect.arrayContaining(['alert_by_number', 'sqlite_autoindex_alert_set_1'])
  )
})

test('a walk through every alert or set is seen', async () => {
  const council = await newAlertCouncil()
  const lines = await plansOf(council.ctx.db, async (db) => {
    await db.selectFrom('alert').select('id').where('asked', '=', 'x').execute()
    await db.selectFrom('alert_set').select('trait').where('members', '=', 'x').execute()
  })
  expect(lines.filter((line) => wholeTable.test(line))).toHaveLength(2)
})
