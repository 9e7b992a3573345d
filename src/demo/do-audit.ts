/** Puts down when an audit is answered, concluded and submitted, and what becomes of its actions. */
import { completeAction } from '../actions/complete-action.ts'
import { personIdOf } from './add-people.ts'
import { correctAudit } from './correct-audit.ts'
import { giveBack } from './give-back.ts'
import { ownActions } from './own-actions.ts'
import { recordStart } from './record-start.ts'
import { recordSubmission } from './record-submission.ts'
import type { Chance } from './rules/chance.ts'
import { addDays, instantOn, workingDayUpTo } from './rules/days.ts'
import { doneNotes } from './rules/every-audit-words.ts'
import type { AuditPlan, OwnedAction } from './rules/plan-audit.ts'
import { drawDoneAt, drawSittings } from './rules/sittings.ts'
import type { AuditToDo, RoundScene } from './run-round.ts'
import { seeThrough } from './see-through.ts'
import { PROGRAMME_LEAD, type Show } from './show.ts'

const dayOf = (instant: string): string => instant.slice(0, 10)

/** What was agreed is done, about when it was due. */
const followUp = (
  show: Show,
  actions: readonly (OwnedAction & { readonly id: string })[],
  from: string,
  chance: Chance
): void => {
  for (const { id, ownerId, dueOn } of actions) {
    const doneAt = drawDoneAt({ from, dueOn }, show.stage.today, chance)
    if (doneAt === undefined) continue
    show.agenda.add(doneAt, (at) =>
      completeAction(show.stage.at(at, ownerId), {
        actionId: id,
        revision: 1,
        note: chance.pick(doneNotes),
      })
    )
  }
}

/** Where the first sitting ends: after one whole page or two, about half way. */
const firstPages = ({ answers }: AuditPlan): number => {
  const themes = answers.map(({ theme }) => theme)
  const half = themes[Math.floor(themes.length / 2)] ?? ''
  const before = themes.indexOf(half)
  return before > 0 ? before : themes.lastIndexOf(half) + 1
}

/** The chance that a QA lead finds something to put right after the submission. */
const GIVEN_BACK = 0.02

const giveItBack = (
  show: Show,
  audit: AuditToDo,
  plan: AuditPlan,
  day: string,
  chance: Chance
): void => {
  const { stage, agenda, staff } = show
  const answer = plan.answers.find(({ evidence }) => evidence !== '')
  if (!answer) return
  const soon = (minutes: number, days: number) =>
    instantOn(workingDayUpTo(addDays(day, days)), minutes + chance.next())
  agenda.add(soon(10 * 60, 4), (at) =>
    giveBack(stage.at(at, personIdOf(staff, PROGRAMME_LEAD)), audit.auditId, chance.between(0, 1))
  )
  agenda.add(soon(15 * 60, 4), async (at) => {
    const auditor = stage.at(at, personIdOf(staff, audit.auditor))
    const noticeId = await correctAudit(auditor, audit.auditId, answer)
    if (noticeId !== undefined) await seeThrough(show, noticeId, at)
  })
}

/** Answers, concludes and submits within the window. */
export const doAudit = (show: Show, scene: RoundScene, audit: AuditToDo): void => {
  const { stage, agenda } = show
  const { chance } = scene
  const auditorId = personIdOf(show.staff, audit.auditor)
  const recorded = { id: audit.auditId, auditorId, ...audit.rubrics }
  const { first, submit } = drawSittings(scene.round, chance)
  const plan = audit.planFor(dayOf(first))
  const started = firstPages(plan)
  agenda.add(first, (at) =>
    recordStart(stage.at(at, auditorId), recorded, plan.answers.slice(0, started))
  )
  agenda.add(submit, async (at) => {
    const actions = ownActions(show, audit, plan, dayOf(at), chance)
    const end = { plan, started, startedAt: first, actions }
    const ids = await recordSubmission(stage.at(at, auditorId), recorded, end)
    followUp(
      show,
      actions.map((action, index) => ({ ...action, id: ids[index] ?? '' })),
      dayOf(at),
      chance
    )
    if (chance.isTrue(GIVEN_BACK)) giveItBack(show, audit, plan, dayOf(at), chance)
  })
}
