/** The same criterion below good in three rounds running, for a team or a service; and grades by what the child was. */
import { describe, expect, test } from 'vitest'
import { meaningAt, roundsOfRun, runOf } from '../../src/analytics/rules/repeat-finding.ts'
import { publishCouncilVersion } from '../support/council-version.ts'
import { run } from '../support/results-file.ts'
import { openAudit } from '../support/round-builders.ts'
import { newWorld, type World } from '../support/world.ts'

const HEADER = 'audit_ref,round,audited_on,theme,item,grade,team,service_status'

/** A round a line: its grades of one criterion for one team, the earliest first. The clock stands on 12 January 2026. */
const history = (team: string, rounds: readonly (readonly string[])[]) =>
  rounds.flatMap((grades, round) =>
    grades.map(
      (grade, place) =>
        `${team[0]}${round}${place},Round ${round},2025-0${round + 2}-10,cp_plan,cp.clarity,${grade},${team},cp`
    )
  )

const read = async (world: World, role: Parameters<World['as']>[0], path: string) => {
  const response = await (await world.as(role)).get(path)
  const html = await response.text()
  return html
    .slice(html.indexOf('<main'))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
}

const councilWith = async (...lines: string[]): Promise<World> => {
  const world = await newWorld()
  await run(world.context(), [HEADER, ...lines].join('\n'))
  return world
}

describe('a run of rounds', () => {
  test.each([
    // The lowest bit is the latest round.
    [0b111, 0b111, 3],
    [0b1111, 0b0111, 3],
    [0b1101, 0b1101, 3],
    [0b111, 0b110, 0],
    [0b1011, 0b0011, 2],
    [0, 0, 0],
  ])('judged %i, below good %i: %i', (judged, weak, expected) => {
    expect(runOf(judged, weak)).toBe(expected)
  })

  test('goes back to where the question changed its meaning', () => {
    const meaning = { theme: 't', item: 'i' }
    const meanings = [
      // History and the first version; then two rounds of the second; one of them asked both.
      { ...meaning, since: 'v1', first: 'v1', rounds: 0 },
      { ...meaning, since: 'v2', first: 'v2', rounds: 0b0011 },
    ]
    expect(runOf(0b1111, 0b1111, meaningAt(meanings))).toBe(2)
    expect(runOf(0b1100, 0b1100, meaningAt(meanings))).toBe(2)
    const both = meanings.map((one) => ({ ...one, rounds: one.since === 'v1' ? 0b0010 : 0b0011 }))
    expect(runOf(0b1111, 0b1111, meaningAt(both))).toBe(1)
    expect(runOf(0b1101, 0b1101, meaningAt(both))).toBe(1)
  })

  test('passes over rounds that did not look', () => {
    expect(roundsOfRun(0b1101, 3)).toEqual([0, 2, 3])
  })
})

describe('repeat findings', () => {
  test('name the team, the criterion, the rounds with n, and that nothing was set', async () => {
    const world = await councilWith(
      ...history('North 1', [['good'], ['RI', 'good'], ['inadequate'], ['RI', 'RI', 'good']])
    )
    const words = await read(world, 'qa_lead', '/results/repeat-findings')
    expect(words).toContain(
      'Once a criterion was below good in the same team in three or more rounds running.'
    )
    expect(words).toContain('For 1 of them no action was set in those rounds.')
    expect(words).toContain(
      'North 1 Clear to parents Child protection plan 3 May 2025: 2 of 3 April 2025: 1 of 1 March 2025: 1 of 2 6 audits in all: very small sample none set'
    )
  })

  test('end with a round that was good', async () => {
    const world = await councilWith(
      ...history('North 1', [['RI'], ['RI'], ['RI'], ['good', 'good', 'RI']])
    )
    expect(await read(world, 'qa_lead', '/results/repeat-findings')).toContain(
      'Nothing was found three times running'
    )
  })

  test('do not count rounds from before the question changed its meaning', async () => {
    const world = await newWorld()
    const ctx = world.context()
    const rubricVersionIds = [await publishCouncilVersion(ctx)]
    // The last of the three rounds asks the council's own version: clarity means the same in it, visits does not.
    await openAudit(ctx, { round: { name: 'Round 2', rubricVersionIds } })
    const lines = history('North 1', [['RI'], ['RI'], ['RI']])
    const visits = lines.map((line) => line.replace('cp.clarity', 'cp.visits'))
    await run(ctx, [HEADER, ...lines, ...visits].join('\n'))
    for (const by of ['team', 'service']) {
      const words = await read(world, 'qa_lead', `/results/repeat-findings?by=${by}&period=all`)
      expect(words).toContain(
        `Once a criterion was below good in the same ${by} in three or more rounds`
      )
      expect(words).toContain('Clear to parents Child protection plan 3')
    }
  })

  test('add up the teams of a service before asking whether a round was below good', async () => {
    const world = await councilWith(
      ...history('North 1', [['RI'], ['RI'], ['RI']]),
      ...history('Care 1', [['good', 'good'], ['good'], ['good']])
    )
    const service = await read(world, 'qa_lead', '/results/repeat-findings?by=service')
    expect(service).toContain('Safeguarding Clear to parents')
    expect(service).not.toContain('Corporate parenting Clear to parents')
  })

  test('of another service are not a manager’s to see', async () => {
    const world = await councilWith(...history('Care 1', [['RI'], ['RI'], ['RI']]))
    expect(await read(world, 'qa_lead', '/results/repeat-findings')).toContain('Care 1 Clear')
    expect(await read(world, 'manager', '/results/repeat-findings')).not.toContain('Care 1')
  })
})

describe('equality', () => {
  test('has what is not known as a row of its own, and warns against reading too much into it', async () => {
    const world = await councilWith(
      'A1,Autumn,2025-11-10,audit,,good,North 1,cp',
      'A2,Autumn,2025-11-10,audit,,RI,North 1,cp'
    )
    const words = await read(world, 'practitioner', '/results/equality')
    expect(words).toContain('A difference here is a reason to look, not a finding.')
    expect(words).toContain('Of 2 nothing was recorded of the child’s sex')
    expect(words).toContain('Not known 1 to 4 – – – – – –')
    expect(words).not.toContain('0%')
  })
})
