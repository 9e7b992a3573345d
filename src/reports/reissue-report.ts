/** Begins to issue a frozen report anew: a draft with its words, on the figures of today. The old one stays as it is. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { FieldFault, NotFound, WrongState } from '../errors.ts'
import { hashOf } from '../events/event-hash.ts'
import { recordEvent } from '../events/record-event.ts'
import { changedNow } from './changed-now.ts'
import { loadWordsCheck } from './load-words-check.ts'
import { findReissue, insertReport, lockReport } from './report-store.ts'
import { carryWords } from './words-store.ts'

const LONGEST_REASON = 1000

/**
 * @returns the id of the new draft
 * @throws NotFound; WrongState for a draft, or where it has been issued anew or is about to be; FieldFault `reason`
 */
export const reissueReport = (
  ctx: Context,
  input: { readonly reportId: string; readonly reason: string }
): Promise<string> =>
  inTransaction(ctx, async (tx) => {
    const report = await lockReport(tx.db, input.reportId)
    if (!report) throw new NotFound('No such report')
    if (report.state !== 'frozen') {
      throw new WrongState('Only a frozen report can be issued anew. A draft can be changed.')
    }
    const newer = await findReissue(tx.db, report.id)
    if (newer) {
      throw new WrongState(
        newer.state === 'frozen'
          ? `This report has been issued anew as number ${newer.number ?? ''}. Issue that one anew.`
          : 'There is already a draft that issues this report anew. Go on with that one.'
      )
    }
    const reason = input.reason.trim()
    if (reason === '') throw new FieldFault('reason', 'Say why the report is issued anew')
    if (reason.length > LONGEST_REASON) {
      throw new FieldFault('reason', `Use ${LONGEST_REASON} characters or fewer`)
    }
    // It is printed in every file of the new report, so it leaves the council where they do.
    const asked = { place: 'reason', title: 'The reason', text: reason }
    const [refused] = (await loadWordsCheck(tx.db, report.audience, [asked])).flatMap(
      (question) => question.refused
    )
    if (refused !== undefined) throw new FieldFault('reason', refused)
    const id = tx.ids()
    const changed = changedNow(tx)
    await insertReport(
      tx.db,
      { ...report, id, replacesId: report.id, reissueReason: reason },
      changed
    )
    const carried = await carryWords(tx.db, report.id, id, { ...changed, withSentences: true })
    recordEvent(tx, {
      type: 'report.started',
      subjectId: id,
      details: { replacesId: report.id, carried },
    })
    recordEvent(tx, {
      type: 'report.reissued',
      subjectId: report.id,
      details: { newId: id, reasonHash: hashOf(reason) },
    })
    return id
  })
