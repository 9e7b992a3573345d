/**
 * What a QA lead did to the open round on its last working day: a case taken back, an audit of the wrong case voided,
 * somebody exempted, a late one given more time; and a hand-over that somebody asks for and nobody has decided.
 */
import { askHandOver } from '../programme/ask-hand-over.ts'
import { exemptAuditor } from '../programme/exempt-auditor.ts'
import { extendAudits } from '../programme/extend-audits.ts'
import { todayOf } from '../programme/load-progress.ts'
import { listProgress, type ProgressRow } from '../programme/progress-store.ts'
import { seenMark } from '../programme/rules/bulk-action.ts'
import { voidAudits } from '../programme/void-audits.ts'
import { withdrawAudits } from '../programme/withdraw-audits.ts'
import { personIdOf } from './add-people.ts'
import { people } from './rules/council.ts'
import { addDays, instantOn } from './rules/days.ts'
import type { RoundScene } from './run-round.ts'
import { PROGRAMME_LEAD, type Show } from './show.ts'

const everything = {
  by: 'auditor',
  sort: 'case',
  show: 'all',
  auditor: '',
  team: '',
  state: '',
  search: '',
  page: 1,
  isAllTicked: false,
  withLeft: false,
} as const

const only = (row: ProgressRow | undefined) =>
  row ? [{ auditId: row.id, seen: seenMark(row) }] : []

/** @param lastDay the last working day before today */
export const keepMoving = (show: Show, { roundId }: RoundScene, lastDay: string): void => {
  const { stage, agenda, staff } = show
  const lead = personIdOf(staff, PROGRAMME_LEAD)
  // The person whom most visitors sign in as keeps what they have.
  const first = personIdOf(staff, people[0]?.name ?? '')
  const approver = people.find(({ roles }) => roles.includes('senior_leader'))
  const step = (minute: number, work: (rows: ProgressRow[], at: string) => Promise<unknown>) =>
    agenda.add(instantOn(lastDay, minute), async (at) => {
      const rows = await listProgress(stage.db, roundId, everything, todayOf(at))
      await work(
        rows.filter(({ auditorId }) => auditorId !== first && auditorId !== lead),
        at
      )
    })

  step(16 * 60 + 40, async (rows, at) => {
    const chosen = only(rows.find(({ state }) => state === 'to_allocate'))
    const reason = 'The case was closed before the round was opened.'
    if (chosen.length > 0) await withdrawAudits(stage.at(at, lead), { roundId, chosen, reason })
  })
  step(16 * 60 + 43, async (rows, at) => {
    const chosen = only(rows.findLast(({ state }) => state === 'submitted'))
    const reason = 'The file of the older sibling was audited under this reference.'
    if (chosen.length > 0) await voidAudits(stage.at(at, lead), { roundId, chosen, reason })
  })
  step(16 * 60 + 46, async (rows, at) => {
    const late = rows.filter(({ standing }) => standing === 'late')
    // The only late one stays late: a visitor should find one.
    const chosen = only(late.length > 1 ? late[0] : rows.find(({ state }) => state === 'allocated'))
    const dueOn = addDays(stage.today, 16)
    const reason = 'The file was with the court until this week.'
    if (chosen.length > 0)
      await extendAudits(stage.at(at, lead), { roundId, chosen, dueOn, reason })
  })
  step(16 * 60 + 49, async (rows, at) => {
    const asks = rows.find(({ state }) => state === 'in_progress')
    const taker = rows.find(
      ({ auditorId, state }) =>
        state === 'submitted' && auditorId !== null && auditorId !== asks?.auditorId
    )
    if (!asks?.auditorId || !taker?.auditorId) return
    await askHandOver(stage.at(at, asks.auditorId), {
      auditId: asks.id,
      toId: taker.auditorId,
      reason: 'I am on jury service from Monday and cannot say for how long.',
    })
  })
  step(16 * 60 + 52, async (rows, at) => {
    const openOf = (id: string | null) =>
      rows.filter((row) => row.auditorId === id && row.standing !== 'done')
    const exempt = rows.find(
      ({ auditorId, state }) =>
        auditorId !== null && state === 'allocated' && openOf(auditorId).length === 1
    )
    if (!exempt?.auditorId || !approver) return
    await exemptAuditor(stage.at(at, lead), {
      roundId,
      personId: exempt.auditorId,
      approvedBy: personIdOf(staff, approver.name),
      reason: 'Covering two teams until the new manager starts.',
      becomes: 'withdraw',
      auditorId: '',
      ownTeamReason: '',
    })
  })
}
