/** The SQL of who may read what against the rule, over a grid of people and audits: they must agree on every one. */
import { expect, test } from 'vitest'
import { loadAccess } from '../../src/audits/load-access.ts'
import { isReadableBy, type Reader, waysToRead } from '../../src/audits/reader-store.ts'
import { findAudit } from '../../src/audits/record-store.ts'
import { auditStates } from '../../src/audits/rules/audit-state.ts'
import type { Db } from '../../src/db/schema.ts'
import { grants, type Role } from '../../src/people/rules/permissions.ts'
import { findServiceOf, listTeamsBelow } from '../../src/people/team-store.ts'
import { newApp } from '../support/app.ts'
import { addPersonWith, addTeamWith } from '../support/builders.ts'
import { createRoundWith } from '../support/round-builders.ts'

const AT = '2026-01-09T15:00:00.000Z'

/** A service with a service in it, a team in either, one below a team, and a service apart. */
const addTree = async (t: Awaited<ReturnType<typeof newApp>>) => {
  const add = (name: string, parentId: string | null, kind: 'team' | 'service' = 'team') =>
    addTeamWith(t.context(), { name, parentId, kind })
  const directorate = await add('Directorate', null, 'service')
  const service = await add('Safeguarding', directorate, 'service')
  const team = await add('North', service)
  return {
    directorate,
    service,
    team,
    below: await add('North pod', team),
    beside: await add('South', service),
    cousin: await add('Front door', directorate),
    elsewhere: await add('Care', null, 'service'),
    alone: await add('Visiting', null),
  }
}

type Tree = Awaited<ReturnType<typeof addTree>>

const held: readonly (readonly [readonly Role[], keyof Tree | undefined])[] = [
  [['administrator'], 'team'],
  [['qa_lead'], undefined],
  [['manager'], 'team'],
  [['manager'], 'service'],
  [['manager'], undefined],
  [['iro'], 'team'],
  [['iro_manager'], 'elsewhere'],
  [['practitioner'], 'team'],
  [['senior_leader'], 'team'],
  [['senior_leader'], 'directorate'],
  [['senior_leader'], 'alone'],
  [['partner'], 'team'],
  [['administrator', 'partner'], 'team'],
  [['practitioner', 'iro'], 'beside'],
  [['manager', 'senior_leader'], 'below'],
  [[], 'team'],
]

const addReaders = async (t: Awaited<ReturnType<typeof newApp>>, tree: Tree) => {
  const readers: Reader[] = []
  for (const [roles, place] of held) {
    const teamId = place ? tree[place] : null
    readers.push({ id: await addPersonWith(t.context(), { roles, teamId }), roles, teamId })
  }
  return readers
}

/** Every state with every team, four times with other people in it; whoever it is turns up in every part. */
const addAudits = async (db: Db, roundId: string, tree: Tree, readers: readonly Reader[]) => {
  const teams = [...Object.values(tree), null]
  const someone = (n: number) => readers[n % readers.length]?.id ?? null
  let n = 0
  for (const state of auditStates) {
    for (const team of teams) {
      for (let turn = 0; turn < 5; turn += 1) {
        n += 1
        const id = `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
        const wasSubmitted = state === 'submitted' || state === 'reopened'
        const hasCase = turn !== 3
        const of = {
          // A case that has moved on since: the other team, worker and officer are the case's of today.
          team_id: hasCase && wasSubmitted ? tree.elsewhere : team,
          worker_id: wasSubmitted ? someone(n + 1) : someone(n * 5 + turn),
          iro_id: turn === 1 ? null : someone(n * 7 + turn),
        }
        if (hasCase) {
          await db
            .insertInto('case_file')
            .values({
              id,
              reference: String(n),
              reference_key: String(n),
              service_status: 'cp',
              created_at: AT,
              updated_at: AT,
              ...of,
            })
            .execute()
        }
        await db
          .insertInto('audit')
          .values({
            id,
            reference: `A-${n}`,
            reference_key: `a-${n}`,
            round_id: roundId,
            case_id: hasCase ? id : null,
            auditor_id: turn === 2 ? null : someone(n * 3 + turn),
            state,
            origin: hasCase ? 'product' : 'import',
            first_submitted_at: wasSubmitted && hasCase ? AT : null,
            superseded_at: turn === 4 && n % 2 === 0 ? AT : null,
            ...(wasSubmitted || !hasCase
              ? {
                  team_id: team,
                  worker_id: someone(n * 5 + turn),
                  iro_id: turn === 1 ? null : someone(n * 11 + turn),
                  shared_at: n % 3 === 0 ? null : AT,
                }
              : {}),
          })
          .execute()
      }
    }
  }
  return n
}

const idsOf = async (query: { execute: () => Promise<{ id: string }[]> }) =>
  (await query.execute()).map(({ id }) => id)

test('the SQL and the rule let the same people read the same audits', async () => {
  const t = await newApp()
  const tree = await addTree(t)
  const readers = await addReaders(t, tree)
  const roundId = await createRoundWith(t.context())
  const made = await addAudits(t.db, roundId, tree, readers)
  const selected = () => t.db.selectFrom('audit').select('audit.id as id').orderBy('audit.id')
  const everyId = await idsOf(selected())
  expect(everyId).toHaveLength(made)

  const audits = []
  for (const id of everyId) {
    const audit = await findAudit(t.db, id)
    if (audit) audits.push(audit)
  }
  const readable: number[] = []
  for (const reader of readers) {
    const byRule = []
    for (const audit of audits) {
      if ((await loadAccess(t.db, reader, audit)).mayRead) byRule.push(audit.id)
    }
    const who = [reader.roles, reader.teamId]
    expect([who, await idsOf(selected().where(isReadableBy(reader)))]).toEqual([who, byRule])

    const service = reader.teamId && (await findServiceOf(t.db, reader.teamId))
    const wide = reader.roles.includes('senior_leader') ? service : reader.teamId
    const teamIds = wide === null ? [] : await listTeamsBelow(t.db, wide)
    for (const ways of [waysToRead(reader), waysToRead(reader, teamIds)]) {
      const found = new Set<string>()
      for (const way of ways) for (const id of await idsOf(selected().where(way))) found.add(id)
      expect([who, [...found].sort()]).toEqual([who, byRule])
    }
    readable.push(byRule.length)
  }
  // A grid in which somebody reads nothing for want of a record would prove nothing.
  expect(readable.filter((count) => count === 0)).toHaveLength(2)
  expect(new Set(readable).size).toBeGreaterThan(8)
})

test('what is in progress is granted to all or to its auditor, which is all that the SQL knows', () => {
  const scopes = Object.values(grants['audits.read_in_progress']).flat()
  expect(new Set(scopes)).toEqual(new Set(['all', 'own']))
})
