/**
 * The pages of results over 100 thousand, 1 million and 5 million judgements of 30 rounds, 16 themes of 6 criteria, 60 teams
 * and 4 statuses. Every page shows as much at 100 thousand as at 5 million (judgements.ts sees to that, and the size of the
 * page is printed), so that what is compared is what stands behind it. The application answers in this process, so that it
 * is the page and not the network; requests to the databases take turns, so that a busy machine slows all of them alike.
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
const TARGET_MS = 50
const TARGET_RATIO = 1.25

/**
 * The best that can be written by hand for what the page shows: who asks, their notices, what may be chosen (teams,
 * versions of the theme, themes, items with their kind), the figures, and what was asked in which round.
 */
const BY_HAND = [
  `select p.*, s.*, r.role from session s join person p on p.id = s.person_id
   left join person_role r on r.person_id = p.id where s.person_id <> ?`,
  `select n.id, n.kind, n.about_id, n.reference, n.due_on,
     (select count(*) from notice u where u.person_id = p.id and u.read_at is null)
   from person p left join notice n on n.person_id = p.id and n.stands = 1 where p.id <> ?`,
  `select id, name, parent_id, kind, closed_on from team where id <> ? order by name_key`,
  `select v.id, v.rubric_key, v.version, v.title, v.published_at, p.name, u.note, u.base_version_id, w.id,
     case when v.rubric_key = ? then v.content end
   from rubric_version v left join person p on p.id = v.published_by
   left join rubric_publication u on u.version_id = v.id
   left join rubric_withdrawal w on w.version_id = v.id and w.restored_at is null`,
  `with recursive t(theme) as (select min(theme) from tally_council where theme > substr(?, 1, 1)
   union all select (select min(theme) from tally_council c where c.theme > t.theme) from t where theme is not null)
   select theme from t`,
  `with recursive given(theme) as (select ?), i(item) as (
     select min(item) from tally_council, given where tally_council.theme = given.theme
     union all select (select min(item) from tally_council c, given where c.theme = given.theme and c.item > i.item)
     from i where item is not null)
   select item, (select kind from tally_council c, given where c.theme = given.theme and c.item = i.item limit 1) from i`,
  `select round_id, value, count from tally_council where theme = ? and item = '' and count > 0`,
  `select r.id, r.name, r.round_on, r.kind, r.selection, r.state, v.rubric_version_id, m.since_version_id, m.reason
   from round r left join round_version v on v.round_id = r.id and v.theme = ?
   left join rubric_meaning m on m.version_id = v.rubric_version_id and m.item_key = '' order by r.round_on`,
]

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** The lower quartile: what else runs on a machine only ever adds. */
const undisturbed = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 4)] ?? 0

const elapsed = async (work: () => unknown): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

interface Council {
  /** @returns characters of the page */
  readonly get: (path: string) => Promise<number>
  readonly byHand: () => unknown
  readonly teamId: string
  readonly serviceId: string
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
  const { teamId, serviceId } = fillJudgements(path, judgements, { isWhole: true })
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
      return (await response.text()).length
    },
    byHand: () => byHand.map((statement) => statement.all(THEME)),
    teamId,
    serviceId,
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
  [
    'over time, one status, whole council',
    () => `/results/over-time?theme=${THEME}&status=cp&period=all`,
  ],
  [
    'one item, one status',
    () => `/results?theme=${THEME}&item=${THEME}.item_3&status=cp&period=all`,
  ],
  ['compare, every theme, one status', () => '/results/compare?status=cp'],
  ['compare, items of one theme, one status', () => `/results/compare?theme=${THEME}&status=cp`],
  ['measures, one status', () => '/results/measures?status=cp'],
  ['heat table of 60 teams, one status', () => '/results/heat?by=team&status=cp'],
  ['heat table of services, one status', () => '/results/heat?by=service&status=cp'],
  [
    'heat table of statuses, one service',
    (_team: string, service: string) => `/results/heat?by=status&team=${service}`,
  ],
  [
    'one service, one item',
    (_team: string, service: string) =>
      `/results?theme=${THEME}&item=${THEME}.item_3&team=${service}&period=all`,
  ],
  [
    'compare, items of one theme, one service',
    (_team: string, service: string) => `/results/compare?theme=${THEME}&team=${service}`,
  ],
  ['overview', () => '/results/overview'],
  ['heat table of 60 teams', () => '/results/heat?by=team'],
  ['heat table of statuses', () => '/results/heat?by=status'],
  ['coverage', () => '/results/coverage'],
  ['equality', () => '/results/equality'],
  ['measures', () => '/results/measures'],
  ['repeat findings of teams', () => '/results/repeat-findings'],
  ['repeat findings of services', () => '/results/repeat-findings?by=service'],
] as const

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
      const sizes = councils.map(() => 0)
      for (let run = 0; run < RUNS; run++) {
        for (const [place, council] of councils.entries()) {
          const address = addressFor(council.teamId, council.serviceId)
          times[place]?.push(
            await elapsed(async () => {
              sizes[place] = await council.get(address)
            })
          )
        }
      }
      const [at100k = 0, at1m = 0, at5m = 0] = times.map(undisturbed)
      const [few = 0, , many = 0] = sizes.map((size) => Math.round(size / 1024))
      const ratio = at5m / at100k
      rows.push({
        what: `results, ${name}: 5 million against 100 thousand (1 million: ${ms(at1m)}; page: ${many} and ${few} KB)`,
        ours: ms(at5m),
        against: ms(at100k),
        ratio,
        target: `≤ ${TARGET_RATIO} and ≤ ${TARGET_MS} ms`,
        isMet: ratio <= TARGET_RATIO && at5m <= TARGET_MS,
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
