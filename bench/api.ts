/**
 * A page of 100 audits through the API, out of 300 thousand: the first and the last of a walk, and the same out of 3
 * thousand. The application answers in this process, so that what is measured is the page and not the network.
 */
import BetterSqlite from 'better-sqlite3'
import { pino } from 'pino'
import { addToken } from '../src/api/add-token.ts'
import { createApp } from '../src/app.tsx'
import { readConfig } from '../src/config.ts'
import { openDatabase } from '../src/db/open-database.ts'
import { newUuid } from '../src/db/uuid.ts'
import { layoutAssets } from '../src/http/assets.ts'
import { seal } from '../src/http/seal.ts'
import { readCouncil } from '../src/people/store.ts'
import { fillCases } from './cases.ts'
import type { Row } from './figures.ts'
import { openScratch } from './scratch.ts'

/** Cases; each has three audits. */
const SIZES = [1_000, 100_000] as const
const RUNS = 41
const WARM_UP = 5
const MOST_MS = 25

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

interface Council {
  readonly first: () => Promise<number>
  readonly last: () => Promise<number>
  readonly remove: () => Promise<void>
}

const openCouncil = async (cases: number): Promise<Council> => {
  const scratch = await openScratch('sqlite')
  await scratch.close()
  const path = scratch.url.slice('sqlite:'.length)
  fillCases(path, cases)
  const raw = new BetterSqlite(path)
  raw.exec(`update audit set is_counted = 1, state = 'submitted',
    audited_on = date('2023-01-01', '+' || (rowid % 1000) || ' days')`)
  raw.exec(`insert or ignore into judgement
    (audit_id, theme, item, kind, value, auditor_value, round_id, team_id, service_status)
    select id, theme, '', 'grade', 'good', 'good', round_id, coalesce(team_id, ''), 'cp'
    from audit, (select 'audit' as theme union all select 'cp_plan' union all select 'voice')`)
  raw.exec('analyze')
  const start = raw
    .prepare(
      'select audited_on as auditedOn, id from audit order by audited_on desc, id desc limit 1 offset 100'
    )
    .get() as { auditedOn: string; id: string }
  raw.close()
  const db = await openDatabase(scratch.url)
  const council = await readCouncil(db)
  let now = Date.now()
  const app = createApp({
    db,
    // A second a request, so that the token's pace holds nobody up.
    clock: () => {
      now += 1000
      return new Date(now)
    },
    ids: newUuid,
    config: readConfig({}),
    log: pino({ level: 'silent' }),
    assets: layoutAssets(),
    council,
  })
  const ctx = {
    db,
    actor: { kind: 'command', name: 'bench' } as const,
    now: new Date().toISOString(),
    ids: newUuid,
  }
  const { token } = await addToken(ctx, { name: 'Bench', scopes: ['audits'], expiresOn: null })
  const cursor = seal(
    council.secret,
    JSON.stringify({ list: 'audits', filters: '[]', after: [start.auditedOn, start.id] })
  )
  const time = async (address: string): Promise<number> => {
    const began = performance.now()
    const response = await app.request(address, { headers: { authorization: `Bearer ${token}` } })
    const { data } = (await response.json()) as { data?: unknown[] }
    const took = performance.now() - began
    if (data?.length !== 100) throw new Error(`${address} answered ${response.status}`)
    return took
  }
  return {
    first: () => time('/api/v1/audits?limit=100'),
    last: () => time(`/api/v1/audits?limit=100&cursor=${cursor}`),
    remove: async () => {
      await db.destroy()
      await scratch.remove()
    },
  }
}

const ms = (value: number) => `${value.toFixed(1)} ms`

export const benchApi = async (): Promise<Row[]> => {
  const councils: Council[] = []
  try {
    for (const size of SIZES) councils.push(await openCouncil(size))
    const [small, large] = councils
    if (!small || !large) throw new Error('a council is missing')
    const times: Record<'few' | 'first' | 'last', number[]> = { few: [], first: [], last: [] }
    for (let run = -WARM_UP; run < RUNS; run += 1) {
      const took = {
        few: await small.first(),
        first: await large.first(),
        last: await large.last(),
      }
      if (run < 0) continue
      for (const name of ['few', 'first', 'last'] as const) times[name].push(took[name])
    }
    const [few, first, last] = [median(times.few), median(times.first), median(times.last)]
    return [
      {
        what: 'API, first page of 100 audits: out of 300 thousand against out of 3 thousand',
        ours: ms(first),
        against: ms(few),
        ratio: first / few,
        target: `≤ ${MOST_MS} ms, ≤ 1.25`,
        isMet: first <= MOST_MS && first / few <= 1.25,
      },
      {
        what: 'API, of 300 thousand audits the last page of 100 against the first',
        ours: ms(last),
        against: ms(first),
        ratio: last / first,
        target: '≤ 1.25',
        isMet: last / first <= 1.25,
      },
    ]
  } finally {
    for (const council of councils) await council.remove()
  }
}
