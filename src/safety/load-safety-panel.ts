/** What the pages of an audit say above it about its safety notice; nothing where there never was one. */
import type { Db } from '../db/schema.ts'
import { listAddresseesToRing } from './line-store.ts'
import { stepName } from './rules/addressees.ts'
import type { NoticeState } from './rules/notice-workflow.ts'
import { meansChoices, toldToday } from './rules/told-fields.ts'
import { findNoticeOfAudit } from './store.ts'

export interface PanelRequest {
  readonly auditId: string
  readonly now: string
  readonly csrf: string
}

/** Where the audit asks whether the child is safe. */
export const safetyPlace = (auditId: string): string => `/audits/${auditId}/themes/safe-now`

/** Of the pages that have no form: with the audit, nothing more is asked. */
export const panelOfAudit = (audit: {
  readonly id: string
  readonly safetyNoticeId: string | null
  readonly safetyNoticeState: NoticeState | null
  readonly safetyTold: number
}) => {
  const { safetyNoticeId: id, safetyNoticeState: state } = audit
  const place = `${safetyPlace(audit.id)}#safety-panel`
  if (id === null || state === null) return { notice: undefined, place }
  return { notice: { id, state, told: Number(audit.safetyTold), sentTo: [] }, place }
}

/** With the form of who was told, for the page that asks whether the child is safe. */
export const loadSafetyPanel = async (db: Db, request: PanelRequest) => {
  const place = `${safetyPlace(request.auditId)}#safety-panel`
  const found = await findNoticeOfAudit(db, request.auditId)
  if (!found) return { notice: undefined, place }
  const told = Number(found.told)
  const isLive = found.state !== 'closed'
  const notice = { id: found.id, state: found.state, told, sentTo: [] as readonly string[] }
  if (!isLive) return { notice, place }
  // The managers first; a QA lead is rung when nobody of the line can be reached.
  const people = (await listAddresseesToRing(db, found.id)).toSorted(
    (a, b) => (a.level || 9) - (b.level || 9)
  )
  return {
    notice: { ...notice, sentTo: people.map(({ name, level }) => `${name} (${stepName(level)})`) },
    place,
    form: {
      csrf: request.csrf,
      // Not everybody of the council: this is sent with every save of the answer.
      people: people.map(({ id, name, jobTitle }) => ({ id, name, jobTitle })),
      means: meansChoices,
      values: toldToday(request.now),
      errors: {},
      asksForStaff: false,
    },
  }
}

/** Whether somebody has to be rung and recorded before the audit can go anywhere. */
export const mustTell = ({
  notice,
}: {
  readonly notice: { readonly state: NoticeState; readonly told: number } | undefined
}): boolean => notice !== undefined && notice.state !== 'closed' && notice.told === 0
