/** The page about the states of an audit says what the table says. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { workflowDiagram, workflowTable } from '../../src/audits/rules/workflow-diagram.ts'

test('docs/audit-states.md holds the diagram and the table as the code has them', () => {
  const page = readFileSync('docs/audit-states.md', 'utf8')
  expect(page).toContain(workflowDiagram())
  expect(page).toContain(workflowTable())
})
