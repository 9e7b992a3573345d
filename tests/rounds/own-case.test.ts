/** When a case is too near to an auditor: decision record 0008, as a table. */
import { expect, test } from 'vitest'
import { nearnessOf } from '../../src/rounds/rules/own-case.ts'

/** A service with two teams; the auditor of each line stands in one of them. */
const below: Record<string, readonly string[]> = {
  service: ['service', 'north', 'south'],
  north: ['north'],
  south: ['south'],
}

const nobody = { workerId: null, iroId: null }

test.each([
  ['held in their own team', 'north', { ...nobody, teamId: 'north' }, 'team'],
  ['held in a team below theirs', 'service', { ...nobody, teamId: 'north' }, 'team'],
  ['held beside theirs', 'south', { ...nobody, teamId: 'north' }, undefined],
  ['held above theirs', 'north', { ...nobody, teamId: 'service' }, undefined],
  ['held by a team that is not known', 'north', { ...nobody, teamId: null }, undefined],
  ['an auditor without a team', null, { ...nobody, teamId: 'north' }, undefined],
  ['neither has a team', null, { ...nobody, teamId: null }, undefined],
  ['worked by themselves', 'south', { teamId: 'north', workerId: 'me', iroId: null }, 'worker'],
  ['reviewed by themselves', null, { teamId: 'north', workerId: null, iroId: 'me' }, 'reviewer'],
  [
    'worked by themselves in their team',
    'north',
    { teamId: 'north', workerId: 'me', iroId: null },
    'worker',
  ],
  ['worked by somebody else', 'south', { teamId: 'north', workerId: 'x', iroId: 'y' }, undefined],
] as const)('%s', (_what, teamId, held, nearness) => {
  const teamIdsBelow = teamId === null ? [] : (below[teamId] ?? [])
  expect(nearnessOf(held, { id: 'me', teamId, teamIdsBelow })).toBe(nearness)
})
