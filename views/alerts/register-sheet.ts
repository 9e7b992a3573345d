/** The register as a table for Excel and CSV: what it is about and when, without the words of the concern. */
import type { ShownAlert } from '../../src/alerts/rules/register-facts.ts'
import type { Cell, Column } from '../../src/documents/sheet.ts'
import { statusLabel } from '../format.ts'

export const registerColumns: readonly Column[] = [
  { header: 'Alert', kind: 'text', width: 16 },
  { header: 'Case', kind: 'text', width: 14 },
  { header: 'Children', kind: 'number' },
  { header: 'Kind', kind: 'text', width: 16 },
  { header: 'Immediate risk', kind: 'text' },
  { header: 'Stage', kind: 'number' },
  { header: 'State', kind: 'text', width: 20 },
  { header: 'Team when raised', kind: 'text', width: 24 },
  { header: 'Status of the child when raised', kind: 'text', width: 20 },
  { header: 'Concerns', kind: 'text', width: 40 },
  { header: 'Raised by', kind: 'text', width: 24 },
  { header: 'Raised on', kind: 'date' },
  { header: 'Answer expected', kind: 'date' },
  { header: 'Working days left', kind: 'number' },
  { header: 'Formal since', kind: 'date' },
  { header: 'Total time ends', kind: 'date' },
  { header: 'Highest stage', kind: 'number' },
  { header: 'Dates given again', kind: 'number' },
  { header: 'Times reopened', kind: 'number' },
  { header: 'Closed on', kind: 'date' },
]

export const registerCells = (alert: ShownAlert): readonly Cell[] => [
  alert.reference,
  alert.caseReference,
  alert.children,
  alert.kindLabel,
  alert.isImmediate ? 'yes' : 'no',
  alert.stage,
  alert.stateLabel,
  alert.teamName,
  alert.serviceStatus && statusLabel(alert.serviceStatus),
  alert.categories.join('; '),
  alert.raiserName,
  alert.raisedOn,
  alert.expectedOn,
  alert.daysLeft,
  alert.formalOn,
  alert.totalDueOn,
  alert.highestStage,
  alert.timesExtended,
  alert.timesReopened,
  alert.closedOn,
]
