/** The table of states: every state against every action, written by hand. */
import { expect, test } from 'vitest'
import { auditStates } from '../../src/audits/rules/audit-state.ts'
import {
  type AuditAction,
  type AuditRole,
  auditActions,
  auditWorkflow,
  transitionOf,
  wrongStateWords,
} from '../../src/audits/rules/audit-workflow.ts'

const expected: Record<AuditRole, Record<string, Partial<Record<AuditAction, string>>>> = {
  auditor: {
    to_allocate: {},
    allocated: { save: 'in_progress', submit: 'submitted', hand_over: 'allocated' },
    in_progress: { save: 'in_progress', submit: 'submitted', hand_over: 'in_progress' },
    submitted: {},
    reopened: { save: 'reopened', submit: 'submitted', hand_over: 'reopened' },
    withdrawn: {},
    voided: {},
  },
  qa_lead: {
    to_allocate: { extend: 'to_allocate', reallocate: 'allocated', withdraw: 'withdrawn' },
    allocated: {
      remind: 'allocated',
      extend: 'allocated',
      reallocate: 'allocated',
      withdraw: 'withdrawn',
    },
    in_progress: {
      remind: 'in_progress',
      extend: 'in_progress',
      reallocate: 'in_progress',
      withdraw: 'withdrawn',
      void: 'voided',
    },
    submitted: { reopen: 'reopened', void: 'voided' },
    reopened: { remind: 'reopened', extend: 'reopened', reallocate: 'reopened', void: 'voided' },
    withdrawn: {},
    voided: {},
  },
}

test.each(['auditor', 'qa_lead'] as const)('what a %s may do in each state', (role) => {
  for (const state of auditStates) {
    const found = Object.fromEntries(
      auditActions.flatMap((action) => {
        const to = transitionOf([role], state, action)?.to
        return to === undefined ? [] : [[action, to]]
      })
    )
    expect([state, found]).toEqual([state, expected[role][state]])
  }
})

test('submitting asks for completeness, whatever cannot be seen from the audit for a reason', () => {
  for (const row of auditWorkflow) {
    expect([row.action, row.mustBeComplete, row.comment]).toEqual([
      row.action,
      row.action === 'submit',
      ['reopen', 'hand_over', 'extend', 'withdraw', 'void'].includes(row.action)
        ? 'required'
        : 'none',
    ])
  }
})

test('what cannot be done is told in words', () => {
  expect(wrongStateWords('submitted', 'save')).toBe(
    'This audit has been submitted. A QA lead can reopen it. Nothing was saved.'
  )
  expect(wrongStateWords('withdrawn', 'submit')).toBe(
    'This audit has been withdrawn from its round. It was not submitted.'
  )
  expect(wrongStateWords('in_progress', 'reopen')).toBe(
    'This audit is in progress. Only one that is submitted can be reopened.'
  )
})
