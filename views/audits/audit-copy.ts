/**
 * An audit as a document for the child's record, laid out the way case systems keep one: what it is, the grades, every
 * question with its answer and evidence, what was found, what has to be done. The same words are printed and filed.
 */
import type { CopiedSafety } from '../../src/audits/load-copied-safety.ts'
import type { Audit } from '../../src/audits/record-store.ts'
import type {
  ReviewedAnswer,
  ReviewedGrade,
  ReviewedSection,
} from '../../src/audits/rules/review-facts.ts'
import type { Block, DocumentModel, Run, Words } from '../../src/documents/document-model.ts'
import {
  formatDate,
  formatInstant,
  formatShortDate,
  gradeLabel,
  kindLabel,
  plural,
  statusLabel,
} from '../format.ts'
import { capSetAsideWords } from './cap-set-aside.tsx'
import type { ActionRead, FindingWords } from './reviewed.tsx'

export type AuditCopyProps = {
  audit: Audit
  sections: readonly ReviewedSection[]
  overall: ReviewedGrade | undefined
  findings: readonly FindingWords[]
  actions: readonly ActionRead[]
  /** Its safety notice, for those who may read one. */
  safety?: CopiedSafety | undefined
  /** Texts that were changed after they had been submitted. */
  superseded: number
  copiedAt: string
  copiedBy: string
}

/** `Reopened on … and submitted again on …`, or that it never was. */
const history = ({ audit, superseded }: AuditCopyProps): string => {
  if (audit.origin === 'import') {
    return 'Imported from a results file, which held its grades and no words.'
  }
  if (audit.reopenedAt === null) return 'Submitted once and not changed since.'
  const changed =
    superseded === 0
      ? 'Nothing that had been submitted was changed.'
      : `${plural(superseded, 'text')} that had been submitted ${superseded === 1 ? 'was' : 'were'} changed; as submitted before, ${superseded === 1 ? 'it is' : 'they are'} kept in Plumbline.`
  const first =
    audit.firstSubmittedAt === null
      ? ''
      : `First submitted on ${formatInstant(audit.firstSubmittedAt)}. `
  return `${first}Last reopened on ${formatInstant(audit.reopenedAt)}. ${changed}`
}

const facts = (props: AuditCopyProps): Block => {
  const { audit } = props
  const rows: [string, string | null][] = [
    ['Case', audit.caseReference],
    ['Audit', audit.reference],
    ['Round', `${audit.roundName} (${kindLabel(audit.roundKind)})`],
    ['Service', audit.serviceStatus && statusLabel(audit.serviceStatus)],
    ['Team', audit.teamName],
    ['Audited by', audit.auditorName || 'Not known'],
    ['Audited on', audit.auditedOn && formatDate(audit.auditedOn)],
    ['Submitted', audit.submittedAt && formatInstant(audit.submittedAt)],
    ['History', history(props)],
    ['Copied', `${formatInstant(props.copiedAt)}, by ${props.copiedBy}`],
  ]
  return {
    kind: 'facts',
    rows: rows.flatMap(([name, words]) => (words === null ? [] : [{ name, words }])),
  }
}

const paragraphsOf = (runs: readonly (Run | false)[]): Words =>
  runs
    .filter((run) => run !== false)
    .flatMap((run, index) => (index === 0 ? [run] : [{ text: '\n' }, run]))

const text = (words: string): Run | false => words.trim() !== '' && { text: words.trim() }

const strong = (words: string): Run => ({ text: words, strong: true })

/** The grade that counts. The auditor's stands beside a moderated one. */
const gradeWords = ({ auditor, moderated }: ReviewedGrade): Words => {
  const own = auditor === null ? 'Not graded' : gradeLabel(auditor)
  return moderated === null
    ? [strong(own)]
    : paragraphsOf([strong(`${gradeLabel(moderated)}, moderated`), { text: `Auditor: ${own}` }])
}

const indicativeWords = (grade: ReviewedGrade): Words =>
  grade.indicative === null
    ? 'None'
    : paragraphsOf([
        { text: gradeLabel(grade.indicative) },
        ...grade.indicativeReasons.map(text),
        ...(grade.capSetAside
          ? [{ text: capSetAsideWords(grade.capSetAside) }, text(grade.capSetAside.reason)]
          : []),
      ])

const grades = ({ overall, sections }: AuditCopyProps): Block => ({
  kind: 'table',
  caption: 'Of the audit and of each theme',
  columns: [
    { title: 'Of', share: 24 },
    { title: 'Grade', share: 18 },
    { title: 'The auditor’s reason', share: 32 },
    { title: 'Indicative only, worked out from the answers', share: 26 },
  ],
  rows: [
    { title: 'The audit as a whole', grade: overall },
    ...sections.map(({ title, grade }) => ({ title, grade })),
  ].flatMap(({ title, grade }) =>
    grade === undefined
      ? []
      : [[[strong(title)], gradeWords(grade), grade.auditorReason.trim(), indicativeWords(grade)]]
  ),
})

const answerWords = (answer: ReviewedAnswer): Words =>
  paragraphsOf([
    answer.grade !== null
      ? strong(gradeLabel(answer.grade))
      : answer.words === ''
        ? { text: 'Not answered' }
        : strong(answer.words),
    text(answer.evidence),
    text(answer.reason),
  ])

const part = ({ title, answers }: ReviewedSection): readonly Block[] =>
  answers.length === 0
    ? []
    : [
        { kind: 'heading', level: 1, text: title },
        {
          kind: 'facts',
          rows: answers.map((answer) => ({
            name: `${answer.question}${answer.isCritical ? ' (critical)' : ''}`,
            words: answerWords(answer),
          })),
        },
      ]

/** Who was told that the child may not be safe, when, and what was decided; every step in its order. */
const safetyOf = (safety: CopiedSafety | undefined): readonly Block[] => {
  if (safety === undefined) return []
  const { story } = safety
  return [
    { kind: 'heading', level: 1, text: 'Safety notice' },
    {
      kind: 'paragraph',
      words: `Opened on ${formatInstant(safety.openedAt)}, when the audit answered “${safety.answer}” to whether the child is safe now. ${safety.closedAt === null ? 'It was still open when this copy was made.' : `Closed on ${formatInstant(safety.closedAt)}.`}`,
    },
    { kind: 'heading', level: 2, text: 'Who was told' },
    story.told.length === 0
      ? { kind: 'paragraph', words: 'Nobody is recorded as told', tone: 'note' }
      : {
          kind: 'table',
          caption: 'Who was told by the auditor, how and when',
          columns: [
            { title: 'Who', share: 30 },
            { title: 'Role', share: 25 },
            { title: 'How', share: 15 },
            { title: 'When', share: 30 },
          ],
          rows: story.told.map(({ name, role, means, at }) => [
            name,
            role,
            means,
            formatInstant(at),
          ]),
        },
    { kind: 'heading', level: 2, text: 'What happened' },
    {
      kind: 'facts',
      rows: story.moments.map(({ at, what, words, dueOn }) => ({
        name: formatInstant(at),
        words: paragraphsOf([
          { text: `${what}.` },
          text(words),
          dueOn !== '' && { text: `To be done by ${formatDate(dueOn)}.` },
        ]),
      })),
    },
  ]
}

const findingsOf = (title: string, findings: readonly FindingWords[]): readonly Block[] => [
  { kind: 'heading', level: 2, text: title },
  findings.length === 0
    ? { kind: 'paragraph', words: 'None recorded', tone: 'note' }
    : {
        kind: 'list',
        items: findings.map(({ words, about }) =>
          about === undefined ? words : `${words} (${about})`
        ),
      },
]

const actionRow = (action: ActionRead): readonly Words[] => [
  action.about === undefined ? action.what : `${action.what} (${action.about})`,
  action.intendedChange,
  action.ownerName ?? 'Nobody yet',
  action.dueOn === null ? 'No date yet' : formatShortDate(action.dueOn),
  action.state === 'done' ? `Yes. ${action.doneNote ?? ''}`.trim() : 'Not yet',
]

const actionsOf = (actions: readonly ActionRead[]): readonly Block[] => [
  { kind: 'heading', level: 1, text: 'Actions for this child' },
  actions.length === 0
    ? { kind: 'paragraph', words: 'None recorded', tone: 'note' }
    : {
        kind: 'table',
        caption: 'What has to be done, by whom and by when',
        columns: [
          { title: 'What', share: 30 },
          { title: 'So that', share: 25 },
          { title: 'Who', share: 16 },
          { title: 'By when', share: 12 },
          { title: 'Done', share: 17 },
        ],
        rows: actions.map(actionRow),
      },
]

export const auditCopy = (props: AuditCopyProps): DocumentModel => {
  const { audit, findings } = props
  const isImported = audit.origin === 'import'
  return {
    title: `Audit of case ${audit.caseReference}`,
    header: `Case ${audit.caseReference} · audit ${audit.reference}`,
    footer: `Copied on ${formatInstant(props.copiedAt)} by ${props.copiedBy}`,
    blocks: [
      facts(props),
      { kind: 'heading', level: 1, text: 'Grades' },
      grades(props),
      ...props.sections.flatMap(part),
      ...(isImported
        ? []
        : [
            { kind: 'heading', level: 1, text: 'What was found' } as const,
            ...findingsOf(
              'Strengths',
              findings.filter(({ kind }) => kind === 'strength')
            ),
            ...findingsOf(
              'Areas to improve',
              findings.filter(({ kind }) => kind === 'area')
            ),
            ...actionsOf(props.actions),
          ]),
      ...safetyOf(props.safety),
    ],
  }
}
