/** Addresses written by the thousand are those that would be written one by one. */
import { expect, test } from 'vitest'
import { addressWith } from '../../views/components/address-with.ts'
import { addressesOf } from '../../views/results/results-address.ts'

const write = (theme: string, team: string) =>
  addressWith('/results/audits', {
    theme,
    status: '',
    value: 'in_n',
    team,
    back: addressWith('/results/heat', { by: 'team', from: '2026-01-01' }),
  })

test('two values are put into an address as if it were written anew', () => {
  expect(addressesOf(write)('cp_plan', 't1')).toBe(
    '/results/audits?theme=cp_plan&value=in_n&team=t1&back=%2Fresults%2Fheat%3Fby%3Dteam%26from%3D2026-01-01'
  )
})

test.each(['not_known', 'Plan & review', 'a+b=c', '100 %', 'é', "it's (all)~*", '%01'])(
  'a value such as %j is encoded alike',
  (value) => {
    expect(addressesOf(write)(value, value)).toBe(write(value, value))
  }
)
