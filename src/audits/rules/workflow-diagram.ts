/** The table of states as a diagram, so that docs/audit-states.md cannot say anything else than the code does. */
import { auditStateLabels } from './audit-state.ts'
import { auditWorkflow } from './audit-workflow.ts'

const roles = { auditor: 'auditor', qa_lead: 'QA lead' } as const

/** Mermaid text; steps that leave an audit in its state are left out and stand in the table below it. */
export const workflowDiagram = (): string =>
  [
    'stateDiagram-v2',
    ...Object.entries(auditStateLabels).map(([state, label]) => `  ${state}: ${label}`),
    ...auditWorkflow
      .filter(({ from, to }) => from !== to)
      .map(({ from, to, button, role }) => `  ${from} --> ${to}: ${button} (${roles[role]})`),
  ].join('\n')

/** Every step as a row of a Markdown table. */
export const workflowTable = (): string =>
  [
    '| who | from | step | to | reason asked |',
    '|---|---|---|---|---|',
    ...auditWorkflow.map(
      ({ role, from, button, to, comment }) =>
        `| ${roles[role]} | ${auditStateLabels[from]} | ${button} | ${auditStateLabels[to]} | ${comment === 'required' ? 'yes' : ''} |`
    ),
  ].join('\n')
