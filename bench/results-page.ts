/**
 * The results page over 100 thousand, 1 million and 5 million judgements of 30 rounds, 16 themes of 6 criteria, 60 teams
 * and 4 statuses. The application answers in this process, so that what is compared is the page and not the network;
 * requests to the databases take turns, so that a busy machine slows all of them alike.
 */
import BetterSqlite from 'better-sqlite3'
import { pino } from 'pino'
import { createApp } from '../src/app.tsx'
import { readConfig } from '../src/config.ts'
import { openDatabase } from '../src/db/open-database.ts'
import { newUuid } from '../src/db/uuid.ts'
import { layoutAssets } from '../src/http/assets.ts'
import { addPerson } from '../src/people/add-person.ts'
import { startSession } from '../src/people/start-session.ts'
import { readCouncil } from '../src/people/store.ts'
import type { Row } from './figures.ts'
import { fillJudgements, THEME } from './judgements.ts'
import { openScratch } from './scratch.ts'

const SIZES = [100_000, 1_000_000, 5_000_000] as const
const RUNS = 41

/** The best that can be written by hand for what the page shows: who asks, what may be chosen, and the figures. */
const BY_HAND = [
  `select p.*, s.*, r.role from session s join person p on p.id = s.person_id
   left join person_role r on r.person_id = p.id where s.person_id <> ?`,
  `select id, name, parent_id, kind, closed_on from team where id <> ? order by name_key`,
  `select rubric_key, version, title from rubric_version where rubric_key <> ?`,
  `with recursive t(theme) as (select min(theme) from tally_council where theme > substr(?, 1, 1)
   union all select (select min(theme) from tally_council c where c.theme > t.theme) from t where theme is not null)
   select theme from t`,
  `select r.id, r.name, r.round_on, r.kind, t.value, t.count
   from tally_council t join round r on r.id = t.round_id
   where t.theme = ? and t.item = '' order by r.round_on`,
]

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const elapsed = async (work: () => unknown): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

interface Council {
  readonly get: (path: string) => Promise<Response>
  readonly byHand: () => unknown
  readonly teamId: string
  readonly remove: () => Promise<void>
}

/** Time that better-sqlite3 has spent in statements of this process, in milliseconds. */
const statementClock = (): { readonly spent: () => number } => {
  let spent = 0
  const probe = new BetterSqlite(':memory:')
  const prototype = Object.getPrototypeOf(probe.prepare('select 1')) as {
    all: (...values: unknown[]) => unknown
  }
  const all = prototype.all
  prototype.all = function (...values: unknown[]) {
    const began = performance.now()
    try {
      return all.apply(this, values)
    } finally {
      spent += performance.now() - began
    }
  }
  probe.close()
  return { spent: () => spent }
}

const openCouncil = async (judgements: number): Promise<Council> => {
  const scratch = await openScratch('sqlite')
  const path = scratch.url.slice('sqlite:'.length)
  await scratch.close()
  const { teamId } = fillJudgements(path, judgements)
  const db = await openDatabase(scratch.url)
  const raw = new BetterSqlite(path, { readonly: true })
  const byHand = BY_HAND.map((sql) => raw.prepare(sql))
  const app = createApp({
    db,
    clock: () => new Date(),
    ids: newUuid,
    config: readConfig({}),
    log: pino({ level: 'silent' }),
    assets: layoutAssets(),
    council: await readCouncil(db),
  })
  const ctx = {
    db,
    actor: { kind: 'command', name: 'bench' } as const,
    now: new Date().toISOString(),
    ids: newUuid,
  }
  const personId = await addPerson(ctx, {
    email: 'bench@aldermere.example',
    name: 'Bench',
    jobTitle: 'QA lead',
    roles: ['qa_lead'],
    teamId: null,
    passwordHash: null,
  })
  const cookie = `plumbline=${await startSession(ctx, personId, 12)}`
  return {
    get: async (address) => {
      const response = await app.request(address, { headers: { cookie } })
      if (response.status !== 200) throw new Error(`${address} answered ${response.status}`)
      await response.text()
      return response
    },
    byHand: () => byHand.map((statement) => statement.all(THEME)),
    teamId,
    remove: async () => {
      raw.close()
      await db.destroy()
      await scratch.remove()
    },
  }
}

const PAGES = [
  ['whole council', () => `/results?theme=${THEME}&period=all`],
  ['whole council, one item', () => `/results?theme=${THEME}&item=${THEME}.item_3&period=all`],
  ['one team and status', (team: string) => `/results?theme=${THEME}&team=${team}&status=cp`],
  [
    'one team and status, one item',
    (team: string) => `/results?theme=${THEME}&item=${THEME}.item_3&team=${team}&status=cp`,
  ],
  ['over time, whole council', () => `/results/over-time?theme=${THEME}&period=all`],
  [
    'over time, one team and status',
    (team: string) => `/results/over-time?theme=${THEME}&team=${team}&status=cp`,
  ],
  ['compare, every theme', () => '/results/compare'],
  ['compare, every theme, one team', (team: string) => `/results/compare?team=${team}`],
  ['compare, items of one theme', () => `/results/compare?theme=${THEME}`],
  ['one status, whole council', () => `/results?theme=${THEME}&status=cp&period=all`],
  ['overview', () => '/results/overview'],
  ['heat table of 60 teams', () => '/results/heat?by=team'],
  ['coverage', () => '/results/coverage'],
  ['equality', () => '/results/equality?theme=audit'],
  ['measures', () => '/results/measures'],
  ['repeat findings of teams', () => '/results/repeat-findings'],
  ['repeat findings of services', () => '/results/repeat-findings?by=service'],
] as const

/** Pages that may not take longer the more was judged. */
const FLAT: readonly string[] = [
  'whole council',
  'over time, whole council',
  'compare, every theme',
  'compare, items of one theme',
]

const ms = (value: number) => `${value.toFixed(1)} ms`

export const benchResultsPage = async (): Promise<Row[]> => {
  const councils: Council[] = []
  try {
    for (const size of SIZES) councils.push(await openCouncil(size))
    const [small, middle, large] = councils
    if (!small || !middle || !large) throw new Error('a council is missing')
    const rows: Row[] = []
    for (const [name, addressFor] of PAGES) {
      const times = councils.map((): number[] => [])
      for (let run = 0; run < RUNS; run++) {
        for (const [place, council] of councils.entries()) {
          const address = addressFor(council.teamId)
          times[place]?.push(await elapsed(() => council.get(address)))
        }
      }
      const [at100k = 0, at1m = 0, at5m = 0] = times.map(median)
      const ratio = at5m / at100k
      rows.push({
        what: `results page, ${name}: 5 million against 100 thousand (1 million: ${ms(at1m)})`,
        ours: ms(at5m),
        against: ms(at100k),
        ratio,
        target: FLAT.includes(name) ? '≤ 1.25' : 'no target',
        isMet: !FLAT.includes(name) || ratio <= 1.25,
      })
    }

    const clock = statementClock()
    const inSql: number[] = []
    const byHand: number[] = []
    const address = PAGES[0][1]()
    for (let run = 0; run < RUNS; run++) {
      const before = clock.spent()
      await middle.get(address)
      inSql.push(clock.spent() - before)
      byHand.push(await elapsed(middle.byHand))
    }
    const ratio = median(inSql) / median(byHand)
    rows.push({
      what: 'results page at 1 million: all its SQL against the same written by hand',
      ours: `${median(inSql).toFixed(2)} ms`,
      against: `${median(byHand).toFixed(2)} ms`,
      ratio,
      target: '≤ 1.5',
      isMet: ratio <= 1.5,
    })
    return rows
  } finally {
    for (const council of councils) await council.remove()
  }
}
