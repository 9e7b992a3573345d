/**
 * Find over 100 thousand cases and 300 thousand audits against 1 thousand cases and 3 thousand audits, for a QA lead, a team
 * manager and an IRO. The application answers in this process, so that what is measured is the page and not the network.
 */
import BetterSqlite from 'better-sqlite3'
import { pino } from 'pino'
import { createApp } from '../src/app.tsx'
import { readConfig } from '../src/config.ts'
import { openDatabase } from '../src/db/open-database.ts'
import { newUuid } from '../src/db/uuid.ts'
import { layoutAssets } from '../src/http/assets.ts'
import { addPerson } from '../src/people/add-person.ts'
import type { Role } from '../src/people/rules/permissions.ts'
import { startSession } from '../src/people/start-session.ts'
import { readCouncil } from '../src/people/store.ts'
import { type FilledCases, fillCases } from './cases.ts'
import type { Row } from './figures.ts'
import { openScratch } from './scratch.ts'

const SIZES = [1_000, 100_000] as const
const RUNS = 41
/** Not counted: the first of each are compiled as they run. */
const WARM_UP = 5
const MOST_MS = 10

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const roles = ['qa_lead', 'manager', 'iro'] as const satisfies readonly Role[]

/** What is typed: one case, a few, nearly all of them, nothing that is there, and words of actions. */
const searches = (filled: FilledCases) => ({
  'one case': filled.ownReference,
  'a start that a hundred share': filled.ownReference.slice(0, -2),
  'a start that all share': 'ab-',
  'nothing there': 'zz-000000',
  'words of an action': 'visit school',
})

interface Council {
  readonly time: (role: (typeof roles)[number], typed: string) => Promise<number>
  readonly searches: ReturnType<typeof searches>
  readonly remove: () => Promise<void>
}

const openCouncil = async (cases: number): Promise<Council> => {
  const scratch = await openScratch('sqlite')
  await scratch.close()
  const path = scratch.url.slice('sqlite:'.length)
  const filled = fillCases(path, cases)
  const db = await openDatabase(scratch.url)
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
  const cookies = new Map<string, string>()
  for (const role of roles) {
    const personId = await addPerson(ctx, {
      email: `${role}@aldermere.example`,
      name: `Bench ${role}`,
      jobTitle: role,
      roles: [role],
      teamId: filled.teamId,
      passwordHash: null,
    })
    cookies.set(role, `plumbline=${await startSession(ctx, personId, 12)}`)
    if (role !== 'iro') continue
    const raw = new BetterSqlite(path)
    raw.prepare('update audit set iro_id = ? where iro_id = ?').run(personId, filled.iroId)
    raw.exec('analyze')
    raw.close()
  }
  return {
    time: async (role, typed) => {
      const address = `/find?q=${encodeURIComponent(typed)}`
      const began = performance.now()
      const response = await app.request(address, { headers: { cookie: cookies.get(role) ?? '' } })
      await response.text()
      const took = performance.now() - began
      // A whole reference leads straight to its case.
      const leads = response.headers.get('location')?.startsWith('/cases/')
      if (response.status !== 200 && !leads)
        throw new Error(`${address} answered ${response.status}`)
      return took
    },
    searches: searches(filled),
    remove: async () => {
      await db.destroy()
      await scratch.remove()
    },
  }
}

const ms = (value: number) => `${value.toFixed(1)} ms`

export const benchFind = async (): Promise<Row[]> => {
  const councils: Council[] = []
  try {
    for (const size of SIZES) councils.push(await openCouncil(size))
    const [small, large] = councils
    if (!small || !large) throw new Error('a council is missing')
    const rows: Row[] = []
    for (const role of roles) {
      for (const name of Object.keys(small.searches) as (keyof Council['searches'])[]) {
        const times: [number[], number[]] = [[], []]
        for (let run = -WARM_UP; run < RUNS; run += 1) {
          const ofSmall = await small.time(role, small.searches[name])
          const ofLarge = await large.time(role, large.searches[name])
          if (run < 0) continue
          times[0].push(ofSmall)
          times[1].push(ofLarge)
        }
        const [few, many] = [median(times[0]), median(times[1])]
        rows.push({
          what: `find, ${role}, ${name}: 100 thousand cases against 1 thousand`,
          ours: ms(many),
          against: ms(few),
          ratio: many / few,
          target: `≤ ${MOST_MS} ms`,
          isMet: many <= MOST_MS,
        })
      }
    }
    return rows
  } finally {
    for (const council of councils) await council.remove()
  }
}
