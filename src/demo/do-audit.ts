/** Puts down when an audit is answered, concluded and submitted, and what becomes of its actions. */
import { completeAction } from '../actions/complete-action.ts'
import type { OwnedAction } from './act-out-audit.ts'
import { personIdOf } from './add-people.ts'
import { correct, giveBack } from './correct-audit.ts'
import { recordStart, recordSubmission } from './record-audit.ts'
import type { Chance } from './rules/chance.ts'
import { people, teams } from './rules/council.ts'
import { addDays, instantOn, workingDayUpTo } from './rules/days.ts'
import { doneNotes } from './rules/every-audit-words.ts'
import type { AuditPlan } from './rules/plan-audit.ts'
import { drawDoneAt, drawDueOn, drawSittings } from './rules/sittings.ts'
import { type AuditToDo, type RoundScene, rubricsFor } from './run-round.ts'
import { PROGRAMME_LEAD, type Show } from './show.ts'

/** The worker, their team manager, now and then the service manager. */
const ownerOf = (audit: AuditToDo, chance: Chance): string => {
  const { file } = audit.case
  const service = teams.find(({ name }) => name === file.team)?.service
  const managerOf = (team: string | undefined) =>
    people.find((person) => person.team === team && person.roles.includes('manager'))?.name
  return chance.pickBy([
    [file.worker, 55],
    [managerOf(file.team) ?? file.worker, 37],
    [managerOf(service) ?? file.worker, 8],
  ])
}

export const ownActions = (
  show: Show,
  audit: AuditToDo,
  plan: AuditPlan,
  day: string,
  chance: Chance
): OwnedAction[] =>
  plan.actions.map((action) => ({
    ...action,
    ownerId: personIdOf(show.staff, ownerOf(audit, chance)),
    dueOn: drawDueOn(day, chance),
  }))

const dayOf = (instant: string): string => instant.slice(0, 10)

/** What was agreed is done, about when it was due. */
export const followUp = (
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
  agenda.add(soon(15 * 60, 4), (at) =>
    correct(stage.at(at, personIdOf(staff, audit.auditor)), audit.auditId, answer)
  )
}

/** Answers, concludes and submits within the window. */
export const doAudit = (show: Show, scene: RoundScene, audit: AuditToDo): void => {
  const { stage, agenda } = show
  const { chance } = scene
  const auditorId = personIdOf(show.staff, audit.auditor)
  const recorded = { id: audit.auditId, auditorId, ...rubricsFor(show, scene.round, audit.case) }
  const { first, submit } = drawSittings(scene.round, chance)
  const plan = audit.planFor(dayOf(first))
  const started = firstPages(plan)
  agenda.add(first, (at) =>
    recordStart(stage.at(at, auditorId), recorded, plan.answers.slice(0, started))
  )
  agenda.add(submit, async (at) => {
    const actions = ownActions(show, audit, plan, dayOf(at), chance)
    const end = { started, startedAt: first, actions }
    const ids = await recordSubmission(stage.at(at, auditorId), recorded, plan, end)
    followUp(
      show,
      actions.map((action, index) => ({ ...action, id: ids[index] ?? '' })),
      dayOf(at),
      chance
    )
    if (chance.isTrue(GIVEN_BACK)) giveItBack(show, audit, plan, dayOf(at), chance)
  })
}
