/** Saves what is written under one figure of a draft: the sentence as edited, and the words of its box. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { hashOf } from '../events/event-hash.ts'
import { recordEvent } from '../events/record-event.ts'
import { changedNow } from './changed-now.ts'
import { openReport } from './open-report.ts'
import { touchReport } from './report-store.ts'
import {
  type FigureWords,
  findWords,
  insertWords,
  keepSuperseded,
  updateWords,
} from './words-store.ts'

export type WordsOutcome = {
  readonly kind: 'saved' | 'conflict'
  /** As they are stored now; undefined where nothing has been written. */
  readonly words: FigureWords | undefined
}

export type WordsInput = {
  readonly reportId: string
  readonly place: string
  readonly narrative: string
  /** Null, empty or as proposed: the sentence follows the figures. */
  readonly sentence: string | null
  /** What the page proposed. */
  readonly proposed: string
  /** 0 before anything was written. */
  readonly revision: number
}

/** @throws NotFound, WrongState as openReport */
export const saveReportWords = (ctx: Context, input: WordsInput): Promise<WordsOutcome> =>
  inTransaction(ctx, async (tx) => {
    const report = await openReport(tx, input.reportId)
    const stored = await findWords(tx.db, report.id, input.place)
    const isProposed =
      input.sentence === null || ['', input.proposed.trim()].includes(input.sentence.trim())
    const sentence = isProposed ? null : input.sentence
    const before = { narrative: stored?.narrative ?? '', sentence: stored?.sentence ?? null }
    const isSame = before.narrative === input.narrative && before.sentence === sentence
    // The same edited words, kept after the figures changed, are an edit against the new figures.
    const isKept = isSame && (sentence === null || stored?.proposed === input.proposed)
    if (isKept) return { kind: 'saved', words: stored }
    if ((stored?.revision ?? 0) !== input.revision) return { kind: 'conflict', words: stored }
    const changed = changedNow(tx)
    const given = {
      place: input.place,
      narrative: input.narrative,
      sentence,
      proposed: sentence === null ? null : input.proposed,
    }
    if (stored) {
      await keepSuperseded(tx.db, { id: tx.ids(), reportId: report.id, words: stored }, changed)
      await updateWords(tx.db, report.id, given, changed)
    } else await insertWords(tx.db, report.id, given, changed)
    await touchReport(tx.db, report.id, changed)
    const words = await findWords(tx.db, report.id, input.place)
    recordEvent(tx, {
      type: 'report.words_saved',
      subjectId: report.id,
      details: {
        place: input.place.slice(0, 100),
        revision: words?.revision ?? 1,
        hash: hashOf({ narrative: given.narrative, sentence: given.sentence }),
      },
    })
    return { kind: 'saved', words }
  })
