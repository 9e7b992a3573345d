/** The round that is open today: some audits submitted, some half done, some late, one given back, a few for nobody yet. */
import { inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { auditThemeKey } from '../rubrics/rules/rubric.ts'
import { personIdOf } from './add-people.ts'
import { concludeAudit } from './conclude-audit.ts'
import { giveBack } from './give-back.ts'
import { handIn } from './hand-in.ts'
import { keepBeside } from './keep-beside.ts'
import { keepMoving } from './keep-moving.ts'
import { ownActions } from './own-actions.ts'
import { ringFirst } from './ring-first.ts'
import { addDays, daysBetween, instantOn, workingDayUpTo } from './rules/days.ts'
import { lateDueOn, type Outcome, outcomesOf } from './rules/open-outcomes.ts'
import { type PlannedPage, pagesOf, pagesUpTo } from './rules/plan-pages.ts'
import { drawSittings } from './rules/sittings.ts'
import type { AuditToDo, RoundScene } from './run-round.ts'
import { savePage } from './save-page.ts'
import { seeThrough } from './see-through.ts'
import { PROGRAMME_LEAD, type Show } from './show.ts'
import { setAuditDueOn } from './store.ts'

const dayOf = (instant: string): string => instant.slice(0, 10)

const submitIt = (show: Show, scene: RoundScene, audit: AuditToDo, by: string): string => {
  const { stage, agenda } = show
  const auditorId = personIdOf(show.staff, audit.auditor)
  const { windowFrom } = scene.round
  const sittings = drawSittings({ windowFrom, windowTo: by }, scene.chance)
  const plan = audit.planFor(dayOf(sittings.first))
  const pages = pagesOf(plan)
  const half = Math.ceil(pages.length / 2)
  const save = (some: readonly PlannedPage[]) => async (at: string) => {
    for (const page of some) await savePage(stage.at(at, auditorId), audit.auditId, page)
  }
  agenda.add(sittings.first, save(pages.slice(0, half)))
  agenda.add(sittings.last, save(pages.slice(half)))
  agenda.add(sittings.conclude, async (at) => {
    const actions = ownActions(show, audit, plan, dayOf(at), scene.chance)
    const grades = plan.grades.filter(({ theme }) => theme === auditThemeKey)
    await concludeAudit(stage.at(at, auditorId), audit.auditId, { ...plan, grades, actions })
  })
  agenda.add(sittings.submit, async (at) => {
    const noticeId = await ringFirst(stage.at(at, auditorId), audit.auditId)
    await handIn(stage.at(at, auditorId), audit.auditId)
    if (noticeId !== undefined) await seeThrough(show, noticeId, at)
  })
  return sittings.submit
}

/** Answers a part of the questions, the last of them shortly before the end of the last working day. */
const beginIt = (
  show: Show,
  scene: RoundScene,
  audit: AuditToDo,
  part: number,
  lastDay: string
): void => {
  const { stage, agenda } = show
  const auditorId = personIdOf(show.staff, audit.auditor)
  const day = workingDayUpTo(addDays(lastDay, -scene.chance.between(0, 3)))
  const plan = audit.planFor(day)
  const done = pagesUpTo(plan, Math.round(plan.answers.length * part))
  const begins = scene.chance.between(14 * 60, 15 * 60 + 30)
  for (const [index, page] of done.entries()) {
    agenda.add(instantOn(day, begins + 17 * index), (at) =>
      savePage(stage.at(at, auditorId), audit.auditId, page)
    )
  }
}

/** A few are asked for earlier than the rest, and not all of those have come. */
const askEarlier = (show: Show, scene: RoundScene, audits: readonly AuditToDo[]): Promise<void> => {
  const lead = personIdOf(show.staff, PROGRAMME_LEAD)
  const at = instantOn(scene.round.windowFrom, 540)
  return inTransaction(show.stage.at(at, lead), async (tx) => {
    const ids = audits.map(({ auditId }) => auditId)
    await setAuditDueOn(tx.db, ids, lateDueOn(show.stage.today))
    recordEvent(tx, {
      type: 'round.changed',
      subjectId: scene.roundId,
      details: { fields: ['due_on'] },
    })
  })
}

const carryOut = (
  show: Show,
  scene: RoundScene,
  audit: AuditToDo,
  { state, part, nth }: Outcome,
  lastDay: string
): void => {
  if (state === 'in_progress') beginIt(show, scene, audit, part, lastDay)
  if (state === 'submitted') submitIt(show, scene, audit, lastDay)
  if (state === 'reopened') {
    const submitted = submitIt(show, scene, audit, workingDayUpTo(addDays(lastDay, -3)))
    const lead = personIdOf(show.staff, PROGRAMME_LEAD)
    const soonest = daysBetween(dayOf(submitted), lastDay) > 0 ? lastDay : dayOf(submitted)
    show.agenda.add(instantOn(soonest, 16 * 60 + 5 + nth), (at) =>
      giveBack(show.stage.at(at, lead), audit.auditId, nth)
    )
  }
}

/** @param lastDay the last working day before today */
export const playOpenRound = async (
  show: Show,
  scene: RoundScene,
  lastDay: string
): Promise<void> => {
  const outcomes = outcomesOf(
    scene.audits.map((audit) => ({ auditor: audit.auditor, status: audit.case.now.status }))
  )
  const late = scene.audits.filter((_audit, index) => outcomes[index]?.isLate)
  show.agenda.add(instantOn(scene.round.windowFrom, 540), () => askEarlier(show, scene, late))
  for (const [index, audit] of scene.audits.entries()) {
    const outcome = outcomes[index]
    if (outcome) carryOut(show, scene, audit, outcome, lastDay)
  }
  keepMoving(show, scene, lastDay)
  keepBeside(show, scene, lastDay)
}
