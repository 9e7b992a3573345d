/** Who reads and completes one audit: contracts.md §4 written out again by hand. */
import { describe, expect, test } from 'vitest'
import { auditAccess } from '../../src/audits/rules/audit-access.ts'
import type { AuditState } from '../../src/audits/rules/audit-state.ts'
import type { Role } from '../../src/people/rules/permissions.ts'

const facts = (state: AuditState) => ({
  state,
  auditorId: 'auditor',
  workerId: 'worker',
  iroId: 'iro',
  sharedAt: null as string | null,
})

const viewer = (id: string, roles: Role[], ties = {}) => ({
  id,
  roles,
  isOfTeam: false,
  isOfService: false,
  ...ties,
})

const ofTeam = { isOfTeam: true, isOfService: true }
const ofService = { isOfTeam: false, isOfService: true }

describe('reading what is submitted', () => {
  test.each<[string, ReturnType<typeof viewer>, boolean]>([
    ['the QA lead, any', viewer('a', ['qa_lead']), true],
    ['its auditor, a manager', viewer('auditor', ['manager']), true],
    ['a manager of the team', viewer('a', ['manager'], ofTeam), true],
    ['a manager of the service, not the team', viewer('a', ['manager'], ofService), false],
    ['the child’s IRO', viewer('iro', ['iro']), true],
    ['another IRO', viewer('a', ['iro']), false],
    ['the IRO manager, a case in review', viewer('a', ['iro_manager']), true],
    ['the worker, not yet shared', viewer('worker', ['practitioner']), false],
    ['its auditor, a practitioner', viewer('auditor', ['practitioner']), false],
    ['a senior leader of the service', viewer('a', ['senior_leader'], ofService), true],
    ['a senior leader elsewhere', viewer('a', ['senior_leader']), false],
    ['its auditor, of a partner agency', viewer('auditor', ['partner']), false],
    ['an administrator', viewer('auditor', ['administrator'], ofTeam), false],
    ['two roles, the union', viewer('a', ['administrator', 'manager'], ofTeam), true],
  ])('%s', (_, who, may) => {
    expect(auditAccess(facts('submitted'), who).mayRead).toBe(may)
  })

  test('the worker, once it was shared', () => {
    const shared = { ...facts('submitted'), sharedAt: '2026-01-20T10:00:00.000Z' }
    expect(auditAccess(shared, viewer('worker', ['practitioner'])).mayRead).toBe(true)
    expect(auditAccess(shared, viewer('a', ['practitioner'])).mayRead).toBe(false)
  })

  test('the IRO manager, of a case without a reviewing officer', () => {
    const unreviewed = { ...facts('submitted'), iroId: null }
    expect(auditAccess(unreviewed, viewer('a', ['iro_manager'])).mayRead).toBe(false)
  })
})

describe('reading and completing what is in progress', () => {
  test.each<AuditState>(['allocated', 'in_progress', 'reopened'])('%s', (state) => {
    const access = (who: ReturnType<typeof viewer>) => {
      const { mayRead, mayComplete, mayReopen } = auditAccess(facts(state), who)
      return { mayRead, mayComplete, mayReopen }
    }
    const own = { mayRead: true, mayComplete: true, mayReopen: false }
    const none = { mayRead: false, mayComplete: false, mayReopen: false }
    for (const role of ['manager', 'practitioner', 'partner', 'iro', 'senior_leader'] as const) {
      expect(access(viewer('auditor', [role]))).toEqual(own)
      expect(access(viewer('a', [role], ofTeam))).toEqual(none)
    }
    expect(access(viewer('auditor', ['administrator']))).toEqual(none)
    expect(access(viewer('a', ['qa_lead']))).toEqual({ ...none, mayRead: true })
  })

  test.each<AuditState>(['to_allocate', 'withdrawn', 'voided'])('%s: a QA lead alone', (state) => {
    expect(auditAccess(facts(state), viewer('auditor', ['manager']))).toEqual({
      isAuditor: true,
      mayRead: false,
      mayComplete: false,
      mayReopen: false,
    })
    expect(auditAccess(facts(state), viewer('a', ['qa_lead'])).mayRead).toBe(true)
  })
})

test('a QA lead reopens what is submitted, and nothing else', () => {
  const lead = viewer('a', ['qa_lead'])
  expect(auditAccess(facts('submitted'), lead).mayReopen).toBe(true)
  expect(auditAccess(facts('in_progress'), lead).mayReopen).toBe(false)
  expect(auditAccess(facts('submitted'), viewer('auditor', ['manager'])).mayReopen).toBe(false)
})
