/** Rings somebody about a safety notice of which nobody was told, as its auditor must before the audit is submitted. */
import type { Context } from '../db/transaction.ts'
import { recordTold } from '../safety/record-told.ts'
import { findUntoldNotice } from './store.ts'

const inLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'numeric',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/**
 * If the audit has a notice of which nobody was told, its auditor rings the manager first to hand and records it.
 *
 * @param ctx with the auditor as actor
 * @returns the notice's id
 */
export const ringFirst = async (ctx: Context, auditId: string): Promise<string | undefined> => {
  const untold = await findUntoldNotice(ctx.db, auditId)
  if (!untold) return undefined
  const parts = Object.fromEntries(
    inLondon.formatToParts(new Date(ctx.now)).map(({ type, value }) => [type, value])
  )
  const told = await recordTold(ctx, {
    noticeId: untold.id,
    person: untold.managerId ?? '',
    name: untold.managerId === null ? 'The duty manager' : '',
    role: untold.managerId === null ? 'Duty manager' : '',
    day: parts.day ?? '',
    month: parts.month ?? '',
    year: parts.year ?? '',
    time: `${parts.hour}:${parts.minute}`,
    means: 'phone',
    isStaff: false,
  })
  if (!told.ok) throw new Error(`nobody was told of notice ${untold.id}`)
  return untold.id
}
