/**
 * A page of the register of alerts, 50 of 100 thousand against 50 of 10 thousand, under every filter, order and kind of
 * search, alone and together. The application answers in this process.
 */
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
import { fillAlerts } from './alerts.ts'
import type { Row } from './figures.ts'
import { openScratch } from './scratch.ts'

const SIZES = [10_000, 100_000] as const
const RUNS = 5
const WARM_UP = 1
const MOST_MS = 15
const TODAY = new Date().toISOString().slice(0, 10)

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const filters = [
  '',
  'state=live',
  'state=resolved',
  'state=withdrawn',
  'overdue=yes',
  'team=team-7',
  'team=service-2',
  'category=drift_and_delay',
  'category=other',
  'kind=formal',
  'stage=dispute',
  'stage=4',
  'status=cin',
  'from=2020-02-11&to=2024-09-30',
  'from=2026-01-01',
  'raiser=iro-3',
  'q=CH-00',
  'q=CH-000123',
  'q=CH-02',
  'q=wo',
  'q=word3',
  'q=word3999',
  'q=word12+word7',
  'q=nothinghere',
  'q=42',
  'team=team-7&category=other&kind=formal&status=cin',
  'team=team-7&state=live&overdue=yes',
  'kind=good_practice&stage=dispute',
  'state=resolved&status=care&kind=informal',
  'team=service-2&q=word3&from=2021-01-01&raiser=iro-3',
  'after=50000',
  'after=99~ch-000200',
]
const orders = ['due', 'newest', 'oldest', 'reference']

const openCouncil = async (alerts: number) => {
  const scratch = await openScratch('sqlite')
  await scratch.close()
  fillAlerts(scratch.url.slice('sqlite:'.length), alerts, TODAY)
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
  const cookieOf = async (role: Role, teamId: string | null) => {
    const personId = await addPerson(ctx, {
      email: `${role}@aldermere.example`,
      name: `Bench ${role}`,
      jobTitle: role,
      roles: [role],
      teamId,
      passwordHash: null,
    })
    return `plumbline=${await startSession(ctx, personId, 12)}`
  }
  const cookies = {
    'IRO manager': await cookieOf('iro_manager', null),
    'manager of a service': await cookieOf('manager', 'service-2'),
  }
  return {
    cookies,
    get: async (who: keyof typeof cookies, address: string): Promise<number> => {
      const began = performance.now()
      const response = await app.request(address, { headers: { cookie: cookies[who] } })
      await response.text()
      const took = performance.now() - began
      if (response.status !== 200) throw new Error(`${address} answered ${response.status}`)
      return took
    },
    remove: async () => {
      await db.destroy()
      await scratch.remove()
    },
  }
}

const ms = (value: number) => `${value.toFixed(1)} ms`

/** Every filter in every order, asked of 10 and of 100 thousand alerts in turn. */
export const benchAlertRegister = async (): Promise<Row[]> => {
  const small = await openCouncil(SIZES[0])
  const large = await openCouncil(SIZES[1])
  try {
    const found: { name: string; small: number; large: number }[] = []
    for (const who of ['IRO manager', 'manager of a service'] as const) {
      for (const filter of filters) {
        for (const sort of orders) {
          if (who !== 'IRO manager' && filter.includes('raiser=')) continue
          const address = `/alerts/register?sort=${sort}&${filter}`
          const times: [number[], number[]] = [[], []]
          for (let run = -WARM_UP; run < RUNS; run += 1) {
            const one = await small.get(who, address)
            const two = await large.get(who, address)
            if (run >= 0) {
              times[0].push(one)
              times[1].push(two)
            }
          }
          found.push({
            name: `${who}: ${address}`,
            small: median(times[0]),
            large: median(times[1]),
          })
        }
      }
    }
    const worst = found.toSorted((one, two) => two.large - one.large)
    for (const row of worst.slice(0, 5)) {
      console.error(
        `  ${ms(row.large)} of 100 thousand, ${ms(row.small)} of 10 thousand: ${row.name}`
      )
    }
    const over = found.filter((row) => row.large > MOST_MS).length
    const middle = {
      small: median(found.map((row) => row.small)),
      large: median(found.map((row) => row.large)),
    }
    const slowest = worst[0]?.large ?? 0
    return [
      {
        what: `register of 100 thousand alerts, slowest of ${found.length} questions`,
        ours: ms(slowest),
        against: `${MOST_MS} ms`,
        ratio: slowest / MOST_MS,
        target: '≤ 1',
        isMet: slowest <= MOST_MS,
      },
      {
        what: `  the middle one; ${over} are slower than ${MOST_MS} ms`,
        ours: ms(middle.large),
        against: `${MOST_MS} ms`,
        ratio: middle.large / MOST_MS,
        target: '≤ 1',
        isMet: middle.large <= MOST_MS,
      },
      {
        what: '  the middle one at 100 thousand against 10 thousand',
        ours: ms(middle.large),
        against: ms(middle.small),
        ratio: middle.large / middle.small,
        target: '≤ 1.25',
        isMet: middle.large <= 1.25 * middle.small,
      },
    ]
  } finally {
    await small.remove()
    await large.remove()
  }
}
