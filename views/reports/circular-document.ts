/** A learning circular as a document for Word: the same page as on the screen. */
import type { Block, DocumentModel } from '../../src/documents/document-model.ts'
import type { StoredCircular } from '../../src/reports/circular-store.ts'
import type { CircularSheet } from '../../src/reports/rules/circular.ts'
import { sourceWords } from './circular-page.tsx'

const part = (title: string, points: readonly string[]): readonly Block[] =>
  points.length === 0
    ? []
    : [
        { kind: 'heading', level: 1, text: title },
        { kind: 'list', items: points },
      ]

export const circularDocument = (given: {
  readonly circular: Pick<StoredCircular, 'issuedAt' | 'state'>
  readonly sheet: CircularSheet
  readonly period: string
  readonly council: string
}): DocumentModel => {
  const { circular, sheet, period, council } = given
  return {
    title: sheet.title || 'Learning circular',
    header: `${council} · Learning circular`,
    footer:
      circular.state === 'draft'
        ? 'Draft'
        : circular.state === 'withdrawn'
          ? 'Withdrawn'
          : sheet.themeTitle,
    blocks: [
      ...part('What is strong', sheet.strong),
      ...part('What to change', sheet.change),
      ...(sheet.looks.length === 0
        ? []
        : ([
            { kind: 'heading', level: 1, text: 'What good looks like' },
            {
              kind: 'facts',
              rows: sheet.looks.map(({ short, words }) => ({ name: short, words })),
            },
          ] as const)),
      ...part('What to do next', sheet.next),
      { kind: 'paragraph', tone: 'note', words: sourceWords(circular.issuedAt, period, sheet) },
    ],
  }
}
