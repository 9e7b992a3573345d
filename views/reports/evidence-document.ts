/** The Word summary of an evidence pack: grades by theme, the audits, what was found in each, and the actions. */
import type { Block, DocumentModel } from '../../src/documents/document-model.ts'
import type {
  EvidenceAction,
  EvidenceAudit,
  EvidenceFinding,
  EvidenceGrade,
} from '../../src/reports/evidence-store.ts'
import {
  dateOf,
  formatCount,
  formatDate,
  formatInstant,
  formatShortDate,
  gradeLabel,
  plural,
  statusLabel,
} from '../format.ts'
import type { PackWords } from './evidence-sheets.ts'
import { periodWords, teamWords, themeWords } from './evidence-words.ts'

export interface SummaryRows {
  /** The latest first. */
  readonly audits: readonly EvidenceAudit[]
  readonly grades: readonly EvidenceGrade[]
  readonly findings: readonly EvidenceFinding[]
  readonly actions: readonly EvidenceAction[]
}

const shown = (value: string | null): string => (value === null ? '' : gradeLabel(value))

const stateOf = (action: EvidenceAction, todayOn: string): 'done' | 'late' | 'open' => {
  if (action.state === 'done') return 'done'
  return action.dueOn !== null && action.dueOn < todayOn ? 'late' : 'open'
}

const gradesByTheme = ({ evidence }: PackWords, { audits, grades }: SummaryRows): Block => {
  const titles = new Map(evidence.themes.map(({ key, title }) => [key, title]))
  const overall = audits.flatMap(({ grade }) =>
    grade === null ? [] : [{ name: 'Audit grade', grade }]
  )
  const themes = grades
    .map(({ theme, grade }) => ({ name: titles.get(theme) ?? theme, grade }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const rows = [...Map.groupBy([...overall, ...themes], ({ name }) => name)].map(([name, some]) => {
    const counts = [...Map.groupBy(some, ({ grade }) => grade)]
    const order = ['outstanding', 'good', 'requires_improvement', 'inadequate']
    const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length)
    const words = counts
      .toSorted(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))
      .map(([grade, ones]) => `${formatCount(ones.length)} ${gradeLabel(grade).toLowerCase()}`)
      .join(', ')
    return [name, String(some.length), words]
  })
  return {
    kind: 'table',
    caption: 'Final grades of these audits',
    columns: [
      { title: 'Grade of', share: 34 },
      { title: 'n', share: 8, align: 'right' },
      { title: 'How many of each', share: 58 },
    ],
    rows,
    note: 'n is how many were graded. Counts only: these audits were chosen by the filters above and are not a sample.',
  }
}

const auditTable = (words: PackWords, { audits }: SummaryRows): Block => {
  const { hasReferences } = words.evidence.typed
  return {
    kind: 'landscape',
    blocks: [
      { kind: 'heading', level: 1, text: 'The audits' },
      {
        kind: 'table',
        caption: plural(audits.length, 'audit'),
        columns: [
          { title: 'Audit', share: 12 },
          ...(hasReferences ? [{ title: 'Case', share: 10 }] : []),
          { title: 'Audited on', share: 12 },
          { title: 'Team', share: 18 },
          { title: 'Status', share: 14 },
          { title: 'Auditor', share: hasReferences ? 16 : 26 },
          { title: 'Grade', share: 18 },
        ],
        rows: audits.map((audit) => [
          audit.reference,
          ...(hasReferences ? [audit.caseReference ?? 'Not known'] : []),
          audit.auditedOn === null ? '' : formatShortDate(audit.auditedOn),
          audit.team ?? 'Not known',
          audit.serviceStatus === null ? 'Not known' : statusLabel(audit.serviceStatus),
          audit.auditor ?? 'Not known',
          audit.moderatedGrade === null
            ? shown(audit.grade)
            : `${shown(audit.moderatedGrade)} (moderated; auditor: ${shown(audit.auditorGrade).toLowerCase()})`,
        ]),
      },
    ],
  }
}

const found = (words: PackWords, { audits, findings, actions }: SummaryRows): Block[] => {
  const { hasReferences } = words.evidence.typed
  const findingsOf = Map.groupBy(findings, ({ auditId }) => auditId)
  const actionsOf = Map.groupBy(actions, ({ auditId }) => auditId)
  const list = (name: string, some: readonly EvidenceFinding[]): Block[] =>
    some.length === 0
      ? []
      : [
          { kind: 'paragraph', words: [{ text: name, strong: true }] },
          { kind: 'list', items: some.map((one) => one.words) },
        ]
  return audits.flatMap((audit): Block[] => {
    const own = findingsOf.get(audit.auditId) ?? []
    const due = actionsOf.get(audit.auditId) ?? []
    if (own.length === 0 && due.length === 0) return []
    const reference =
      hasReferences && audit.caseReference !== null ? `, case ${audit.caseReference}` : ''
    return [
      { kind: 'heading', level: 2, text: `${audit.reference}${reference}` },
      ...list(
        'Strengths',
        own.filter(({ kind }) => kind === 'strength')
      ),
      ...list(
        'Areas to improve',
        own.filter(({ kind }) => kind === 'area')
      ),
      ...(due.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              caption: 'Actions',
              columns: [
                { title: 'Action', share: 56 },
                { title: 'Owner', share: 22 },
                { title: 'State', share: 22 },
              ],
              rows: due.map((action) => [
                action.what,
                action.owner ?? 'Nobody',
                stateWords(action, words.todayOn),
              ]),
            },
          ]),
    ]
  })
}

const stateWords = (action: EvidenceAction, todayOn: string): string => {
  const state = stateOf(action, todayOn)
  if (state === 'done') {
    return action.doneAt === null ? 'Done' : `Done ${formatShortDate(dateOf(action.doneAt))}`
  }
  if (action.dueOn === null) return 'Open'
  return `${state === 'late' ? 'Late, due' : 'Open, due'} ${formatShortDate(action.dueOn)}`
}

const actionsByState = (words: PackWords, { actions }: SummaryRows): Block => {
  const states = Map.groupBy(actions, (action) => stateOf(action, words.todayOn))
  const count = (state: 'done' | 'late' | 'open') => states.get(state)?.length ?? 0
  return {
    kind: 'paragraph',
    words:
      actions.length === 0
        ? 'No actions were set in these audits.'
        : `${plural(actions.length, 'action')}: ${count('done')} done, ${count('open')} open, ${count('late')} late on ${formatDate(words.todayOn)}.`,
  }
}

export const evidenceDocument = (words: PackWords, rows: SummaryRows): DocumentModel => {
  const { evidence, madeAt, madeBy } = words
  const { query, counts } = evidence.asked ?? {}
  const all = counts?.audits ?? 0
  const told = found(words, rows)
  const partial: Block[] =
    rows.audits.length < all
      ? [
          {
            kind: 'paragraph',
            tone: 'warning',
            words: `This summary holds the latest ${formatCount(rows.audits.length)} of ${plural(all, 'audit')}. All of them are in the Excel file.`,
          },
        ]
      : []
  return {
    title: 'Evidence pack: summary',
    header: `Evidence pack: ${teamWords(evidence)}`,
    footer: `Made on ${formatInstant(madeAt)}`,
    hasContents: true,
    // Two hundred audits would fill four pages of it.
    contentsLevels: 1,
    blocks: [
      { kind: 'heading', level: 1, text: 'What is in this pack' },
      {
        kind: 'facts',
        rows: [
          { name: 'Period', words: query ? periodWords(query) : '' },
          { name: 'Themes', words: themeWords(evidence) },
          { name: 'Teams', words: teamWords(evidence) },
          { name: 'Audits', words: formatCount(all) },
          { name: 'Made by', words: madeBy },
        ],
      },
      ...partial,
      {
        kind: 'paragraph',
        tone: 'note',
        words:
          'The final grade is the moderated one where there is one, else the auditor’s. An audit that was reopened counts as last submitted; its findings and the words of its actions are left out until it is submitted again.',
      },
      { kind: 'heading', level: 1, text: 'Grades' },
      gradesByTheme(words, rows),
      { kind: 'heading', level: 1, text: 'Actions' },
      actionsByState(words, rows),
      auditTable(words, rows),
      ...(told.length > 0
        ? [{ kind: 'heading' as const, level: 1 as const, text: 'What was found' }, ...told]
        : []),
    ],
  }
}
