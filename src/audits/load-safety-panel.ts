/** What the pages of an audit say above it about its safety notice; nothing where there never was one. */
import type { Db } from '../db/schema.ts'
import { listPeopleToTell } from '../safety/line-store.ts'
import { stepName } from '../safety/rules/addressees.ts'
import { meansChoices, toldToday } from '../safety/rules/told-fields.ts'
import { findNoticeOfAudit } from '../safety/store.ts'
import { safetySectionKey } from './rules/sections.ts'

export interface PanelRequest {
  readonly auditId: string
  readonly now: string
  readonly csrf: string
  /** With the form of who was told, on the page that asks whether the child is safe. */
  readonly withForm: boolean
}

export const loadSafetyPanel = async (db: Db, request: PanelRequest) => {
  const place = `/audits/${request.auditId}/themes/${safetySectionKey}#safety-panel`
  const found = await findNoticeOfAudit(db, request.auditId)
  if (!found) return { notice: undefined, place }
  const told = Number(found.told)
  const isLive = found.state !== 'closed'
  const notice = { id: found.id, state: found.state, told, sentTo: [] as readonly string[] }
  if (!request.withForm || !isLive) return { notice, place }
  const people = await listPeopleToTell(db, found.id)
  const sentTo = people
    .filter(({ level }) => level !== null)
    // Managers first; a QA lead is rung when nobody of the line can be reached.
    .toSorted((a, b) => (a.level || 9) - (b.level || 9))
    .map(({ name, level }) => `${name} (${stepName(level ?? 0)})`)
  return {
    notice: { ...notice, sentTo },
    place,
    form: {
      csrf: request.csrf,
      people,
      means: meansChoices,
      values: toldToday(request.now),
      asksForStaff: false,
    },
  }
}

export type SafetyPanelFacts = Awaited<ReturnType<typeof loadSafetyPanel>>

/** Whether somebody has to be rung and recorded before the audit can go anywhere. */
export const mustTell = ({ notice }: SafetyPanelFacts): boolean =>
  notice !== undefined && notice.state !== 'closed' && notice.told === 0
