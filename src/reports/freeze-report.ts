/** Freezes a draft: its whole model and its words are stored with a hash and a number, and stay as they are for ever. */
import type { Db } from '../db/schema.ts'
import { takeNumbers } from '../db/take-numbers.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { Conflict, FaultyInput, FieldFault } from '../errors.ts'
import { hashOf, textHash } from '../events/event-hash.ts'
import { recordEvent } from '../events/record-event.ts'
import { changedNow } from './changed-now.ts'
import { findLatestExternal } from './frozen-prints-store.ts'
import { loadModelBeside, type ModelBeside } from './load-model.ts'
import { loadWordsCheck } from './load-words-check.ts'
import { openReport } from './open-report.ts'
import { findReport, freezeRow, overlappingRead, type StoredReport } from './report-store.ts'
import { changerWords } from './rules/changer-words.ts'
import { wordsShown } from './rules/final-words.ts'
import { frozenText } from './rules/frozen-content.ts'
import { listWords } from './words-store.ts'

export type FreezeInput = {
  readonly reportId: string
  readonly council: string
  /** Of the report as the page showed it, words and all. */
  readonly revision: number
  /** Why it goes out although another report for outside is of some of the same days; '' unless ticked. */
  readonly overlapReason?: string | undefined
}

const LONGEST_REASON = 1000

/**
 * Two reports for outside that share days can be subtracted from each other, and the difference may be one child, however
 * well each hides its small numbers. Which of them somebody holds side by side only people know: they are asked.
 */
const overlapsOf = async (
  db: Db,
  report: StoredReport,
  proved: ReadonlySet<number>,
  reason: string
): Promise<{ readonly numbers: readonly number[]; readonly reason: string } | undefined> => {
  const others =
    report.audience === 'external'
      ? (await overlappingRead(db, report).execute()).filter(({ number }) => !proved.has(number))
      : []
  if (others.length === 0) return undefined
  if (reason === '') {
    throw new FieldFault(
      'overlapReason',
      'Tick that you have compared them, and say why this report is needed too'
    )
  }
  if (reason.length > LONGEST_REASON) {
    throw new FieldFault('overlapReason', `Use ${LONGEST_REASON} characters or fewer`)
  }
  return { numbers: others.map(({ number }) => number), reason }
}

/** The figures are read before the transaction, which would hold up whoever saves; the revision says that it is still that draft. */
const modelOf = async (
  ctx: Context,
  input: FreezeInput
): Promise<(ModelBeside & { readonly latest: number }) | undefined> => {
  const latest = await findLatestExternal(ctx.db)
  const draft = await findReport(ctx.db, input.reportId)
  return draft?.state === 'draft' && draft.revision === input.revision
    ? { ...(await loadModelBeside(ctx.db, input.council, draft, ctx.now)), latest }
    : undefined
}

/**
 * @returns the number
 * @throws NotFound, WrongState as openReport; Conflict when something in it was changed after the page was opened;
 *   FaultyInput for words that may not leave the council; FieldFault `overlapReason` where others are of the same days
 */
export const freezeReport = async (ctx: Context, input: FreezeInput): Promise<number> => {
  const loaded = await modelOf(ctx, input)
  return inTransaction(ctx, async (tx) => {
    const report = await openReport(tx, input.reportId)
    if (report.revision !== input.revision || loaded === undefined) {
      throw new Conflict<StoredReport>(
        `${changerWords(changedNow(tx).by, { id: report.changedById, name: report.changedBy })} changed this report after you opened the page. Look at it again, then freeze it.`,
        report
      )
    }
    const { model, printed, latest, proved } = loaded
    // Taken before looking: on PostgreSQL two would else look at once, and neither see the other.
    const number = await takeNumbers(tx.db, 'report_number')
    if (report.audience === 'external' && (await findLatestExternal(tx.db)) > latest) {
      throw new Conflict<StoredReport>(
        'Another report for outside the council was frozen after you opened the page. Look at this one again, then freeze it.',
        report
      )
    }
    const stored = await listWords(tx.db, report.id)
    const words = new Map(
      stored.map(({ place, sentence, narrative }) => [place, { sentence, narrative }])
    )
    const questions = await loadWordsCheck(tx.db, report.audience, wordsShown(model, words))
    const refused = questions.flatMap((one) => one.refused.map((words) => `${one.title}: ${words}`))
    if (refused.length > 0) throw new FaultyInput(refused)
    const overlaps = await overlapsOf(tx.db, report, proved, input.overlapReason?.trim() ?? '')
    const content = frozenText({
      format: 1,
      number,
      replaces: report.replacesNumber,
      reason: report.reissueReason,
      frozenAt: tx.now,
      ...(overlaps === undefined ? {} : { overlaps }),
      ...(printed === undefined ? {} : { printed }),
      model,
      words: Object.fromEntries(words),
    })
    const contentHash = textHash(content)
    await freezeRow(tx.db, report.id, { number, content, contentHash }, changedNow(tx))
    recordEvent(tx, {
      type: 'report.frozen',
      subjectId: report.id,
      details: {
        number,
        hash: contentHash,
        ...(overlaps === undefined
          ? {}
          : { overlaps: [...overlaps.numbers], reasonHash: hashOf(overlaps.reason) }),
      },
    })
    return number
  })
}
