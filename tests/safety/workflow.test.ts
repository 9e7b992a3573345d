/** The table of what may be done with a safety notice, and the diagram in docs that is made from it. */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import {
  mayEver,
  noticeRoles,
  type noticeStates,
  noticeStepOf,
  noticeWorkflow,
  workflowDiagram,
} from '../../src/safety/rules/notice-workflow.ts'

const who = (action: Parameters<typeof mayEver>[1]) =>
  noticeRoles.filter((role) => mayEver([role], action))

test('who may do what', () => {
  expect(who('tell')).toEqual(['auditor', 'qa_lead'])
  expect(who('acknowledge')).toEqual(['addressee'])
  expect(who('decide')).toEqual(['head'])
  expect(who('note')).toEqual(['auditor', 'addressee', 'head', 'qa_lead'])
  expect(who('close')).toEqual(['head', 'qa_lead'])
  expect(who('reopen')).toEqual(['head', 'qa_lead'])
})

test('nothing is done with a closed notice but reopening it, and none is closed before a decision', () => {
  const from = (state: (typeof noticeStates)[number]) => [
    ...new Set(noticeWorkflow.filter((row) => row.from === state).map(({ action }) => action)),
  ]
  expect(from('closed')).toEqual(['reopen'])
  expect(noticeStepOf(['head', 'qa_lead'], 'open', 'close')).toBeUndefined()
  expect(noticeStepOf(['qa_lead'], 'decided', 'close')).toMatchObject({
    to: 'closed',
    mustBeTold: true,
    comment: 'required',
  })
})

test('docs/safety-notice.mmd is the diagram of the table', async () => {
  expect(await readFile('docs/safety-notice.mmd', 'utf8')).toBe(workflowDiagram())
})
