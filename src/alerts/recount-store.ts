/**
 * Looks again at the sets by which the register finds alerts, by other SQL than the one that keeps them: an alert that a set
 * had lost would be missing from a list without anybody noticing.
 */
import { sql } from 'kysely'
import { unpackInto } from '../db/number-blocks.ts'
import type { Db } from '../db/schema.ts'
import { openStates, trait } from './rules/alert-traits.ts'
import { BLOCK, WORDS_A_BLOCK } from './rules/number-set.ts'

/** Every kept trait but prefixes, references and words, which follow from what never changes. */
const LOOKED_AT =
  /^(?:any|kind:|state:|stage:|dispute$|immediate$|raised:|to:|now:|team:|category:|status:|month:|day:|due:)/

const add = (sets: Map<string, Set<number>>, name: string, number: number): void => {
  const set = sets.get(name) ?? new Set<number>()
  sets.set(name, set)
  set.add(number)
}

const countAgain = async (db: Db): Promise<Map<string, Set<number>>> => {
  const sets = new Map<string, Set<number>>()
  const alerts = await db
    .selectFrom('alert')
    .where('number', 'is not', null)
    .select([
      'number',
      'kind',
      'state',
      'stage',
      'is_immediate as isImmediate',
      'raised_by as raisedBy',
      'raised_on as raisedOn',
      'expected_on as expectedOn',
      'service_status as serviceStatus',
    ])
    .execute()
  for (const alert of alerts) {
    const number = alert.number ?? 0
    const raisedOn = alert.raisedOn ?? ''
    const names = [
      trait.any,
      trait.kind(alert.kind),
      trait.state(alert.state),
      trait.stage(alert.stage),
      trait.raisedBy(alert.raisedBy),
      trait.month(raisedOn),
      trait.day(raisedOn),
    ]
    if (alert.kind === 'formal' && alert.stage > 0) names.push(trait.dispute)
    if (alert.isImmediate === 1) names.push(trait.immediate)
    if (alert.serviceStatus !== null) names.push(trait.status(alert.serviceStatus))
    if (alert.expectedOn !== null && openStates.includes(alert.state)) {
      names.push(trait.due(alert.expectedOn))
    }
    for (const name of names) add(sets, name, number)
  }
  const { rows } = await sql<{
    what: 'team' | 'category' | 'to' | 'now'
    id: string
    number: number
  }>`
    select 'team' as what, x.team_id as id, a.number as number
      from alert_case x join alert a on a.id = x.alert_id where x.team_id is not null
    union all select 'category', x.category_id, a.number
      from alert_concern x join alert a on a.id = x.alert_id
    union all select 'to', x.person_id, a.number
      from alert_addressee x join alert a on a.id = x.alert_id
    union all select 'now', x.person_id, a.number
      from alert_addressee x join alert a on a.id = x.alert_id where x.is_current = 1`.execute(db)
  for (const { what, id, number } of rows) add(sets, trait[what](id), number)
  return sets
}

const readKept = async (db: Db): Promise<Map<string, Set<number>>> => {
  const sets = new Map<string, Set<number>>()
  const rows = await db.selectFrom('alert_set').select(['trait', 'block', 'members']).execute()
  for (const row of rows) {
    if (!LOOKED_AT.test(row.trait)) continue
    const words = new Uint32Array(WORDS_A_BLOCK)
    unpackInto(words, row.members)
    for (let place = 0; place < BLOCK; place += 1) {
      const isIn = (((words[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1
      if (isIn) add(sets, row.trait, row.block * BLOCK + place)
    }
  }
  return sets
}

/** @returns one sentence a set that is not what the alerts say; empty when all are */
export const findWrongAlertSets = async (db: Db): Promise<string[]> => {
  const counted = await countAgain(db)
  const kept = await readKept(db)
  const names = [...new Set([...counted.keys(), ...kept.keys()])].toSorted()
  return names.flatMap((name) => {
    const should = counted.get(name) ?? new Set<number>()
    const is = kept.get(name) ?? new Set<number>()
    const lost = [...should].filter((number) => !is.has(number))
    const extra = [...is].filter((number) => !should.has(number))
    return [
      ...(lost.length > 0 ? [`register of alerts: ‘${name}’ lacks alert ${lost.join(', ')}`] : []),
      ...(extra.length > 0
        ? [`register of alerts: ‘${name}’ holds alert ${extra.join(', ')}, which is not so`]
        : []),
    ]
  })
}
