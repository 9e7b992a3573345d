/** A library of two themes, and the few words that tests of results files are written in. */
import { readResultsSteps } from '../../src/imports/rules/read-results-file.ts'
import type { KnownTheme } from '../../src/imports/rules/results-file.ts'
import { finish } from '../../src/imports/rules/steps.ts'

const KNOWN: KnownTheme[] = [
  {
    key: 'cp_plan',
    title: 'Child protection plan',
    items: [
      { key: 'cp.clarity', question: 'Can parents see what has to be different?', kind: 'grade' },
      { key: 'cp.visit_within_4_weeks', question: 'Visited within 4 weeks?', kind: 'yes_no' },
      { key: 'cp.months', question: 'How many months?', kind: 'number' },
      {
        key: 'cp.agencies',
        question: 'Who came?',
        kind: 'category',
        multiple: true,
        choices: [
          { key: 'police', label: 'Police' },
          { key: 'health', label: 'Health services' },
        ],
      },
      { key: 'cp.notes', question: 'Anything else?', kind: 'text' },
    ],
  },
  {
    key: 'common',
    title: 'Common block',
    items: [{ key: 'common.impact', question: 'What difference?', kind: 'grade' }],
  },
]

export const bytes = (text: string) => new TextEncoder().encode(text)
export const read = (text: string | Uint8Array, mostRows?: number) =>
  finish(readResultsSteps(typeof text === 'string' ? bytes(text) : text, KNOWN, mostRows))

export const HEADER = 'audit_ref,round,audited_on,theme,item,grade'
export const row = (ref: string, theme: string, item: string, grade: string) =>
  `${ref},April audit,2016-04-29,${theme},${item},${grade}`

/** Rows as `theme/item=value`, or faults as `line: message`. */
export const short = (result: ReturnType<typeof read>) =>
  result.ok
    ? result.rows.map((one) => `${one.theme}/${one.item ?? ''}=${one.kind} ${one.value}`)
    : result.faults.map((fault) => `${fault.line}: ${fault.message}`)
