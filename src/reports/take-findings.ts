/** Takes the words of chosen findings into the draft of a learning circular, where they are edited. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { FieldFault } from '../errors.ts'
import { hashOf } from '../events/event-hash.ts'
import { recordEvent } from '../events/record-event.ts'
import { changedNow } from './changed-now.ts'
import { FINDINGS_A_PAGE, listFindings } from './circular-findings-store.ts'
import { updateCircular } from './circular-store.ts'
import { loadCircularTheme } from './circular-theme-store.ts'
import { openCircular } from './open-circular.ts'
import { withPoints } from './rules/circular.ts'

/**
 * Strengths go below what is strong, areas below what to change. It adds and takes nothing away, so that it needs no
 * revision: whoever is writing meanwhile is shown both.
 * @throws NotFound, WrongState as openCircular; FieldFault `findings` when none is chosen or one is not to be had
 */
export const takeFindings = (
  ctx: Context,
  input: { readonly circularId: string; readonly findingIds: readonly string[] }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const circular = await openCircular(tx, input.circularId)
    const ids = [...new Set(input.findingIds)]
    if (ids.length === 0) throw new FieldFault('findings', 'Choose at least one finding')
    if (ids.length > FINDINGS_A_PAGE) {
      throw new FieldFault('findings', `Choose ${FINDINGS_A_PAGE} findings or fewer at a time`)
    }
    const { items } = await loadCircularTheme(tx.db, circular.theme)
    const itemKeys = [...items.keys()]
    const { findings } = await listFindings(tx.db, { ...circular, itemKeys, ids }, 1)
    if (findings.length < ids.length) {
      throw new FieldFault('findings', 'A finding was changed or removed meanwhile. Choose again.')
    }
    const { content } = circular
    const wordsOf = (kind: 'strength' | 'area') =>
      findings.flatMap((finding) => (finding.kind === kind ? [finding.words] : []))
    const words = {
      ...content.words,
      strong: withPoints(content.words.strong, wordsOf('strength')),
      change: withPoints(content.words.change, wordsOf('area')),
    }
    const changed = {
      ...content,
      words,
      findings: [...new Set([...content.findings, ...ids])],
    }
    await updateCircular(
      tx.db,
      circular,
      { content: changed, supersededId: tx.ids() },
      changedNow(tx)
    )
    recordEvent(tx, {
      type: 'circular.saved',
      subjectId: circular.id,
      details: {
        revision: circular.revision + 1,
        findings: changed.findings,
        hash: hashOf([words, content.looks]),
      },
    })
  })
