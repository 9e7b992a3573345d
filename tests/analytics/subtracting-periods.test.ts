/**
 * Nobody who may not read the single audits gets at a few of them by asking for two periods and subtracting: over every
 * period that a page lets them choose, by rule on random counts and on the pages themselves.
 */
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { hiddenAlong, isShownAlong } from '../../src/analytics/rules/named-periods.ts'
import { periods } from '../../src/analytics/rules/period.ts'
import { run } from '../support/results-file.ts'
import { newWorld, type World } from '../support/world.ts'

const isFew = (n: number) => n >= 1 && n <= 4

/** Counts by group of what each longer period adds to the one before. */
const added = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 }), {
  minLength: 4,
  maxLength: 4,
})

const sumsOf = (rings: readonly (readonly number[])[]): number[][] =>
  rings.map((_, last) =>
    [0, 1, 2, 3].map((group) =>
      rings.slice(0, last + 1).reduce((sum, ring) => sum + (ring[group] ?? 0), 0)
    )
  )

describe('by rule', () => {
  test('what two periods show of a group differs by nobody or by five and more', () => {
    fc.assert(
      fc.property(added, (rings) => {
        const sums = sumsOf(rings)
        const sized = sums.map((counts) => counts.map((n, at) => ({ group: String(at), n })))
        const hidden = sized.map((_, at) => hiddenAlong(sized.slice(0, at + 1)))
        for (const group of [0, 1, 2, 3]) {
          const shown = [
            0,
            ...sums.flatMap((counts, at) =>
              hidden[at]?.has(String(group)) ? [] : (counts[group] ?? 0)
            ),
          ]
          for (const a of shown) {
            for (const b of shown) expect(isFew(Math.abs(a - b))).toBe(false)
          }
        }
        // The total of a period stands on other pages: what is hidden alone would be the rest of it.
        for (const [at, counts] of sums.entries()) {
          const some = counts.filter((n, group) => n > 0 && hidden[at]?.has(String(group)))
          if (counts.filter((n) => n > 0).length > 1) expect(some).not.toHaveLength(1)
        }
      }),
      { numRuns: 2000, seed: 52 }
    )
  })

  test.each([
    [[], false],
    [[4], false],
    [[5], true],
    [[6, 9], false],
    [[6, 9, 11], true],
    [[6, 6], true],
    [[3, 6], true],
    [[0, 0], true],
  ])('of one person, %j: %j', (counts, isShown) => {
    expect(isShownAlong(counts)).toBe(isShown)
  })

  test('a longer period keeps what a shorter one showed, with another group beside', () => {
    const of = (a: number, b: number) => [
      { group: 'a', n: a },
      { group: 'b', n: b },
    ]
    expect([...hiddenAlong([of(20, 10)])]).toEqual([])
    expect([...hiddenAlong([of(20, 10), of(20, 13)])].toSorted()).toEqual(['a', 'b'])
    expect([...hiddenAlong([of(20, 10), of(20, 13), of(25, 15)])]).toEqual([])
  })
})

let world: World

/** Learning rounds of one year and of the year before: 8 and 8 girls and boys, then 6 and 3. */
const ROUNDS = [
  { name: 'Late', on: '2025-11-20', Female: 8, Male: 8 },
  { name: 'Early', on: '2024-05-20', Female: 6, Male: 3 },
] as const

beforeEach(async () => {
  world = await newWorld()
  await run(
    world.context(),
    [
      'audit_ref,round,audited_on,theme,item,grade,team,service_status',
      ...ROUNDS.flatMap(({ name, on, Female, Male }) =>
        Array.from(
          { length: Female + Male },
          (_, at) => `${name}${at},${name},${on},audit,,G,North 1,cp`
        )
      ),
    ].join('\n')
  )
  // Imports say nothing of the child: these are counted as the first submission counts them.
  for (const { name, ...counts } of ROUNDS) {
    const { id } = await world.db
      .selectFrom('round')
      .select('id')
      .where('name', '=', name)
      .executeTakeFirstOrThrow()
    for (const sex of ['Female', 'Male'] as const) {
      await world.db
        .insertInto('tally_group')
        .values({
          ...{ round_id: id, theme: 'audit', dimension: 'sex', group_key: sex, value: 'good' },
          ...{ service_status: 'cp', count: counts[sex] },
        })
        .execute()
    }
  }
})

const pageOf = async (role: 'qa_lead' | 'practitioner', path: string): Promise<string> => {
  const html = await (await (await world.as(role)).get(path)).text()
  return html
    .slice(html.indexOf('<main'))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
}

/** How many boys are shown with their grades; undefined where they are not. */
const boysIn = (words: string): number | undefined => {
  const [, n, , good] = /Male (1 to 4|not shown|\d+) (\S+) (\S+)/.exec(words) ?? []
  return good === undefined || good === '–' ? undefined : Number(n)
}

/** Every choice of a period that the page's address has, by name and by dates around each round, and of a status. */
const choices = [
  ...periods.map(({ key }) => `period=${key}`),
  ...['2024-01-01', '2024-12-31', '2025-06-01', '2026-01-01'].flatMap((from, at, dates) => [
    `from=${from}`,
    `to=${from}`,
    ...dates.slice(at + 1).map((to) => `from=${from}&to=${to}`),
  ]),
].flatMap((period) => [period, `${period}&status=cp`, `${period}&dated=yes`])

const boysOver = async (role: 'qa_lead' | 'practitioner'): Promise<number[]> => {
  const found: number[] = []
  for (const choice of choices) {
    const boys = boysIn(await pageOf(role, `/results/equality?theme=audit&${choice}`))
    if (boys !== undefined) found.push(boys)
  }
  return [...new Set(found)].toSorted((a, b) => a - b)
}

describe('on the equality page', () => {
  test('a practitioner subtracts nothing, whatever the address asks for', async () => {
    expect(await boysOver('practitioner')).toEqual([8])
    const words = await pageOf('practitioner', '/results/equality?theme=audit&period=2y')
    expect(words).toContain('Male not shown')
    expect(words).toContain('Female not shown')
    expect(words).toContain('Dates and a service status are for those who may read every audit')
  })

  test('a QA lead, who reads the audits themselves, has every period', async () => {
    expect(await boysOver('qa_lead')).toEqual([8, 11])
    const words = await pageOf('qa_lead', '/results/equality?theme=audit&from=2024-01-01')
    expect(words).not.toContain('Dates and a service status')
  })
})

test('of one person’s cases: nobody but a QA lead sees three more in a longer period', async () => {
  const numbered = (name: string, many: number) =>
    Array.from({ length: many }, (_, at) => `${name}${at}`)
  await world.db
    .updateTable('audit')
    .set({ worker_id: world.people.practitioner })
    .where('reference', 'in', [...numbered('Late', 6), ...numbered('Early', 3)])
    .execute()
  const shownTo = async (role: 'qa_lead' | 'practitioner', person: string) => {
    const found: string[] = []
    for (const choice of choices) {
      const words = await pageOf(role, `/results/people?${person}${choice}`)
      found.push(...(/(\d+) audits: \d+ good or better/.exec(words)?.slice(1) ?? []))
    }
    return [...new Set(found)].toSorted()
  }
  expect(await shownTo('practitioner', '')).toEqual(['6'])
  expect(await pageOf('practitioner', '/results/people?period=2y')).toContain(
    'Not shown: fewer than 5 audits more than in a shorter period'
  )
  expect(await shownTo('qa_lead', `person=${world.people.practitioner}&`)).toEqual(['6', '9'])
})
