/** What stands in which column of an evidence pack. */
import type { Column } from '../../src/documents/sheet.ts'
import type { EvidenceLayouts, SheetLayout } from '../../src/reports/evidence-sheets.ts'
import type { Evidence } from '../../src/reports/load-evidence.ts'
import { formatCount, formatInstant, gradeLabel, kindLabel, statusLabel } from '../format.ts'
import { periodWords, teamWords, themeWords } from './evidence-words.ts'

export interface PackWords {
  readonly evidence: Evidence
  /** What the question is called that a finding or an action is about. */
  readonly itemName: (key: string) => string
  readonly todayOn: string
  readonly madeAt: string
  readonly madeBy: string
}

const text = (header: string, width = 24): Column => ({ header, kind: 'text', width })
const date = (header: string): Column => ({ header, kind: 'date' })

const grade = (value: string | null): string => (value === null ? '' : gradeLabel(value))

/** The block that every audit has; it is no theme that a pack can be narrowed to. */
const COMMON = 'common'

type OfAudit = {
  readonly reference: string
  readonly caseReference: string | null
  readonly team: string | null
  readonly auditedOn: string | null
}

/** Columns that every sheet begins with, so that each can be filtered alone. */
const withAudit = <Row extends OfAudit>(
  hasReferences: boolean,
  { name, columns, cells }: SheetLayout<Row>
): SheetLayout<Row> => ({
  name,
  columns: [
    text('Audit', 16),
    ...(hasReferences ? [text('Case', 16)] : []),
    text('Team'),
    date('Audited on'),
    ...columns,
  ],
  cells: (row) => [
    row.reference,
    ...(hasReferences ? [row.caseReference] : []),
    row.team ?? 'Not known',
    row.auditedOn,
    ...cells(row),
  ],
})

const actionState = (state: string, dueOn: string | null, todayOn: string): string => {
  if (state === 'done') return 'Done'
  return dueOn !== null && dueOn < todayOn ? 'Late' : 'Open'
}

const aboutRows = ({ evidence, madeAt, madeBy }: PackWords): [string, string][] => {
  const { query, counts } = evidence.asked ?? {}
  return [
    ['Period (audited on)', query ? periodWords(query) : ''],
    ['Themes', themeWords(evidence)],
    ['Teams', teamWords(evidence)],
    ['Audits', formatCount(counts?.audits ?? 0)],
    ['Findings', formatCount(counts?.findings ?? 0)],
    ['Actions', formatCount(counts?.actions ?? 0)],
    ['Made', `${formatInstant(madeAt)} by ${madeBy}`],
    [
      'Grades',
      'Final is the moderated grade where there is one, else the auditor’s. Moderated is blank until an audit has been moderated.',
    ],
    [
      'Counted',
      'Audits that were submitted, and audits of earlier years brought in from files. An audit that was reopened counts as last submitted; its findings and the words of its actions are left out until it is submitted again.',
    ],
    [
      'Names',
      evidence.typed.hasReferences
        ? 'This file names cases, auditors and owners of actions. It is for use inside the council and with inspectors.'
        : 'Case references are left out. What auditors wrote stands as they wrote it, and auditors and owners of actions are named: it is for use inside the council and with inspectors.',
    ],
  ]
}

export const evidenceLayouts = (words: PackWords): EvidenceLayouts => {
  const { evidence, itemName, todayOn } = words
  const { hasReferences } = evidence.typed
  const titles = new Map(evidence.themes.map(({ key, title }) => [key, title]))
  const item = (key: string | null) => (key === null ? '' : itemName(key))
  return {
    about: {
      name: 'About this pack',
      columns: [text('What', 24), text('In this pack', 90)],
      rows: aboutRows(words),
    },
    audits: withAudit(hasReferences, {
      name: 'Audits',
      columns: [
        text('Round', 30),
        text('Kind of round', 20),
        text('Service status', 20),
        text('Auditor'),
        text('Final grade', 20),
        text('Auditor’s grade', 20),
        text('Moderated grade', 20),
        text('State', 16),
      ],
      cells: (row) => [
        row.round,
        kindLabel(row.roundKind),
        row.serviceStatus === null ? 'Not known' : statusLabel(row.serviceStatus),
        row.auditor,
        grade(row.grade),
        grade(row.auditorGrade),
        grade(row.moderatedGrade),
        row.origin === 'import'
          ? 'From a file'
          : row.state === 'reopened'
            ? 'Reopened'
            : 'Submitted',
      ],
    }),
    grades: withAudit(hasReferences, {
      name: 'Grades by theme',
      columns: [
        text('Theme', 30),
        text('Final grade', 20),
        text('Indicative grade', 20),
        text('Auditor’s grade', 20),
        text('Moderated grade', 20),
        text('Auditor’s reason', 60),
      ],
      cells: (row) => [
        titles.get(row.theme) ?? row.theme,
        grade(row.grade),
        grade(row.indicativeGrade),
        grade(row.auditorGrade),
        grade(row.moderatedGrade),
        row.auditorReason,
      ],
    }),
    items: withAudit(hasReferences, {
      name: 'Item grades',
      columns: [
        text('Theme', 30),
        text('Item', 36),
        text('Final grade', 20),
        text('Auditor’s grade', 20),
        text('Moderated grade', 20),
      ],
      cells: (row) => [
        row.theme === COMMON ? 'Common questions' : (titles.get(row.theme) ?? row.theme),
        item(row.itemKey),
        grade(row.grade),
        grade(row.auditorGrade),
        grade(row.moderatedGrade),
      ],
    }),
    findings: withAudit(hasReferences, {
      name: 'Findings',
      columns: [text('Kind', 18), text('About', 30), text('Finding', 80)],
      cells: (row) => [
        row.kind === 'strength' ? 'Strength' : 'Area to improve',
        item(row.itemKey),
        row.words,
      ],
    }),
    actions: withAudit(hasReferences, {
      name: 'Actions',
      columns: [
        text('State', 10),
        text('Action', 60),
        text('Intended change', 60),
        text('About', 30),
        text('Owner'),
        date('Due on'),
        { header: 'Done at', kind: 'instant' },
        text('What was done', 60),
      ],
      cells: (row) => [
        actionState(row.state, row.dueOn, todayOn),
        row.what,
        row.intendedChange,
        item(row.itemKey),
        row.owner,
        row.dueOn,
        row.doneAt,
        row.doneNote,
      ],
    }),
  }
}
