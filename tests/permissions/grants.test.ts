/** Every permission for every role, against the table written by hand; and what several roles give together. */
import { describe, expect, test } from 'vitest'
import { grants, isGranted, roles, scopesOf } from '../../src/people/rules/permissions.ts'
import { expectedGrants } from './expected-grants.ts'

describe('one role', () => {
  const cells = Object.entries(expectedGrants).flatMap(([permission, row]) =>
    Object.entries(row).map(([role, scopes]) => ({ permission, role, scopes }))
  )

  test.each(cells)('$role, $permission: $scopes', ({ permission, role, scopes }) => {
    const held = roles.filter((each) => each === role)
    const asked = Object.keys(grants).find((each) => each === permission) as keyof typeof grants
    expect(asked).toBe(permission)
    expect([...scopesOf(held, asked)].sort()).toEqual([...scopes].sort())
    expect(isGranted(held, asked)).toBe(scopes.length > 0)
  })

  test('no permission and no role is missing from the table', () => {
    expect(Object.keys(grants).sort()).toEqual(Object.keys(expectedGrants).sort())
    for (const row of Object.values(expectedGrants)) {
      expect(Object.keys(row)).toEqual([
        'administrator',
        'qa_lead',
        'manager',
        'iro',
        'iro_manager',
        'practitioner',
        'senior_leader',
        'partner',
      ])
    }
    expect([...roles]).toEqual(Object.keys(expectedGrants['rounds.manage'] ?? {}))
    expect(cells).toHaveLength(256)
  })
})

describe('several roles', () => {
  test('have the union, each scope once', () => {
    expect(scopesOf(['manager', 'iro'], 'audits.read_submitted')).toEqual([
      'own',
      'team',
      'reviewed',
    ])
    expect(scopesOf(['administrator', 'qa_lead'], 'rounds.manage')).toEqual(['all'])
  })

  test('an administrator gains no case content by the role', () => {
    expect(scopesOf(['administrator', 'manager'], 'audits.read_submitted')).toEqual(['own', 'team'])
    expect(scopesOf(['administrator'], 'audits.read_submitted')).toEqual([])
  })

  test('nobody without a role may do anything', () => {
    for (const permission of Object.keys(grants)) {
      expect(isGranted([], permission as keyof typeof grants)).toBe(false)
    }
  })
})
