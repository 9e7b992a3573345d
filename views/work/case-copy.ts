/**
 * Everything about one case as a document: what is known of it, every audit in full, every practice alert with its steps, and
 * the midway checks. For subject access and courts; the same words are printed and filed.
 */
import type { Block, DocumentModel, Words } from '../../src/documents/document-model.ts'
import type { CaseCopyContent } from '../../src/work/load-case-copy.ts'
import { auditCopy } from '../audits/audit-copy.ts'
import { formatDate, formatInstant, formatShortDate, plural, statusLabel } from '../format.ts'
import { checkResult } from './case-words.ts'

export type CaseCopyProps = {
  reference: string
  /** Undefined where imported history alone knows the reference. */
  facts:
    | {
        serviceStatus: string
        teamName: string | null
        workerName: string | null
        iroName: string | null
        statusStartedOn: string | null
        nextReviewOn: string | null
        age: number | null
        sex: string | null
        ethnicityGroup: string | null
        disability: string | null
      }
    | undefined
  content: CaseCopyContent
  copiedAt: string
  copiedBy: string
}

const known = (value: string | number | null): string => (value === null ? 'Not known' : `${value}`)

const day = (date: string | null): string => (date === null ? 'Not known' : formatDate(date))

const inIt = ({ audits, alerts, checks }: CaseCopyContent): string =>
  [
    plural(audits.length, 'audit'),
    plural(alerts.length, 'practice alert'),
    plural(checks.length, 'midway check'),
  ].join(', ')

const head = (props: CaseCopyProps): Block => {
  const { facts, reference, content } = props
  return {
    kind: 'facts',
    rows: [
      { name: 'Case', words: reference },
      ...(facts === undefined
        ? [{ name: 'What is known', words: 'Imported history alone has this reference.' }]
        : [
            { name: 'Service', words: statusLabel(facts.serviceStatus) },
            { name: 'Since', words: day(facts.statusStartedOn) },
            { name: 'Team', words: known(facts.teamName) },
            { name: 'Worker', words: known(facts.workerName) },
            { name: 'IRO or chair', words: known(facts.iroName) },
            { name: 'Next review', words: day(facts.nextReviewOn) },
            { name: 'Age when the case was last imported', words: known(facts.age) },
            { name: 'Sex', words: known(facts.sex) },
            { name: 'Ethnicity', words: known(facts.ethnicityGroup) },
            { name: 'Disability', words: known(facts.disability) },
          ]),
      { name: 'In this copy', words: inIt(content) },
      ...(content.underWay === 0
        ? []
        : [
            {
              name: 'Left out',
              words: `${plural(content.underWay, 'audit')} that ${content.underWay === 1 ? 'is' : 'are'} being worked on and not submitted, with any safety notice of ${content.underWay === 1 ? 'it' : 'them'}`,
            },
          ]),
      { name: 'Copied', words: `${formatInstant(props.copiedAt)}, by ${props.copiedBy}` },
    ],
  }
}

/** The parts of an audit become parts of a part. */
const lower = (block: Block): Block =>
  block.kind === 'heading' && block.level === 1 ? { ...block, level: 2 } : block

const audits = ({ content, copiedAt, copiedBy }: CaseCopyProps): readonly Block[] =>
  content.audits.flatMap((each): Block[] => [
    {
      kind: 'heading',
      level: 1,
      text: `Audit ${each.audit.reference}, ${each.audit.roundName}${each.audit.auditedOn === null ? '' : `, ${formatShortDate(each.audit.auditedOn)}`}`,
    },
    ...auditCopy({ ...each, copiedAt, copiedBy }).blocks.map(lower),
  ])

const momentRow = (
  moment: CaseCopyContent['alerts'][number]['alert']['moments'][number]
): readonly Words[] => [
  formatInstant(moment.at),
  `${moment.doer} ${moment.sentence}`,
  [moment.aside, moment.words].filter((part) => part !== '').join('\n'),
]

const alerts = ({ content }: CaseCopyProps): readonly Block[] =>
  content.alerts.flatMap(({ reference, title, stateLabel, alert }): Block[] => [
    { kind: 'heading', level: 1, text: `${reference}: ${title}` },
    {
      kind: 'facts',
      rows: [
        { name: 'Raised', words: `${day(alert.raisedOn)}, by ${alert.raiserName}` },
        { name: 'State', words: stateLabel },
        ...(alert.expectedOn === null
          ? []
          : [{ name: 'Expected by', words: formatDate(alert.expectedOn) }]),
        { name: 'The concern', words: alert.concern || 'Nothing was written' },
        { name: 'What it means for the child', words: alert.impact || 'Nothing was written' },
        { name: 'What is asked', words: alert.asked || 'Nothing was written' },
      ],
    },
    {
      kind: 'table',
      caption: 'What happened',
      columns: [
        { title: 'When', share: 24 },
        { title: 'What', share: 36 },
        { title: 'Words', share: 40 },
      ],
      rows: alert.moments.map(momentRow),
    },
  ])

const checks = ({ content }: CaseCopyProps): readonly Block[] =>
  content.checks.length === 0
    ? []
    : [
        { kind: 'heading', level: 1, text: 'Midway checks' },
        {
          kind: 'table',
          caption: 'Progress between reviews',
          columns: [
            { title: 'When', share: 20 },
            { title: 'Result', share: 25 },
            { title: 'Who', share: 20 },
            { title: 'Words', share: 35 },
          ],
          rows: content.checks.map((check) => [
            formatShortDate(check.checkedOn),
            checkResult(check.progress),
            check.checkedByName ?? 'Not known',
            check.words,
          ]),
        },
      ]

export const caseCopy = (props: CaseCopyProps): DocumentModel => ({
  title: `Everything about case ${props.reference}`,
  header: `Case ${props.reference}`,
  footer: `Copied on ${formatInstant(props.copiedAt)} by ${props.copiedBy}`,
  blocks: [
    head(props),
    {
      kind: 'paragraph',
      tone: 'warning',
      words:
        'This copy names people who work with the child, and what was written may be about others. Read it before you disclose it.',
    },
    ...audits(props),
    ...alerts(props),
    ...checks(props),
  ],
})
