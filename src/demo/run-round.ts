/** One round of the programme, from its draft to its end: drawn, allocated and opened through the product's own verbs. */
import { inTransaction } from '../db/transaction.ts'
import { addCases } from '../rounds/add-cases.ts'
import { allocateAudit } from '../rounds/allocate-audit.ts'
import { createRound } from '../rounds/create-round.ts'
import { openRound } from '../rounds/open-round.ts'
import { personIdOf } from './add-people.ts'
import { closeIt } from './close-it.ts'
import { type CaseKnown, refreshCases } from './refresh-cases.ts'
import { type Chance, newChance } from './rules/chance.ts'
import { teams } from './rules/council.ts'
import { addDays, daysBetween, instantOn } from './rules/days.ts'
import { drawCases, shareOut } from './rules/draw-round.ts'
import { type AuditPlan, planAudit } from './rules/plan-audit.ts'
import type { Standing } from './rules/practice.ts'
import type { DemoRound } from './rules/programme.ts'
import { PROGRAMME_LEAD, type RoundRubrics, rubricOf, rubricsFor, type Show } from './show.ts'

/** An audit of the round that somebody is to do. */
export interface AuditToDo {
  readonly auditId: string
  readonly auditor: string
  readonly case: CaseKnown
  /** In the versions that the round was set up with. */
  readonly rubrics: RoundRubrics
  /** What they will write, were they to write it on that day. */
  readonly planFor: (day: string) => AuditPlan
}

export interface RoundScene {
  readonly round: DemoRound
  readonly roundId: string
  readonly chance: Chance
  readonly audits: readonly AuditToDo[]
}

const planner =
  (rubrics: RoundRubrics, each: CaseKnown, standing: Standing, chance: Chance) =>
  (day: string): AuditPlan =>
    planAudit(
      {
        ...rubrics,
        standing,
        monthsInStatus: Math.floor(daysBetween(each.now.statusStartedOn, day) / 30.5),
        age: each.now.age,
        day,
      },
      chance
    )

const draw = async (show: Show, round: DemoRound, chance: Chance) => {
  const day = addDays(round.windowFrom, -4)
  show.known = await refreshCases(show.stage.at(instantOn(day, 600)), show.staff, show.files, {
    day,
    today: show.stage.today,
    known: show.known,
  })
  const drawn = drawCases([...show.known.values()], round, show.timesAudited, chance)
  for (const { file } of drawn) {
    show.timesAudited.set(file.reference, (show.timesAudited.get(file.reference) ?? 0) + 1)
  }
  return drawn
}

/**
 * Creates the round four days before its window and opens it on the first day.
 *
 * @param unallocated how many of its audits nobody is given
 * @param begin what follows once it is open
 */
export const runRound = (
  show: Show,
  round: DemoRound,
  unallocated: number,
  begin: (scene: RoundScene) => Promise<void>
): void => {
  const { stage, agenda, staff } = show
  const chance = newChance(`round ${round.name}`)
  const lead = personIdOf(staff, PROGRAMME_LEAD)
  const draftDay = addDays(round.windowFrom, -4)

  agenda.add(instantOn(draftDay, 600), async () => {
    const drawn = await draw(show, round, chance)
    const { roundId, auditIds } = await inTransaction(
      stage.at(instantOn(draftDay, 600), lead),
      async (tx) => {
        const id = await createRound(tx, {
          ...round,
          rubricVersionIds: round.themes.map((key) => rubricOf(show, key).id),
        })
        const caseIds = drawn.map((each) => each.id)
        return { roundId: id, auditIds: await addCases(tx, { roundId: id, caseIds }) }
      }
    )
    const luck = chance.normal()
    const names = shareOut(drawn.slice(unallocated), round.isOpen, chance)
    const audits = drawn.slice(unallocated).map((each, at): AuditToDo => {
      const standing = {
        along: show.alongOf(round),
        practice: teams.find(({ name }) => name === each.file.team)?.practice ?? 0,
        luck,
        worked: chance.normal(),
      }
      const rubrics = rubricsFor(show, round, each)
      return {
        auditId: auditIds[at + unallocated] ?? '',
        rubrics,
        auditor: names[at] ?? '',
        case: each,
        planFor: planner(rubrics, each, standing, chance),
      }
    })
    agenda.add(instantOn(draftDay, 660), (at) =>
      inTransaction(stage.at(at, lead), async (tx) => {
        for (const { auditId, auditor } of audits) {
          const auditorId = personIdOf(staff, auditor)
          await allocateAudit(tx, { auditId, auditorId, seenAuditorId: null })
        }
      })
    )
    agenda.add(instantOn(round.windowFrom, 510), async (at) => {
      await openRound(stage.at(at, lead), { roundId })
      await begin({ round, roundId, chance, audits })
    })
    if (!round.isOpen) {
      agenda.add(instantOn(addDays(round.windowTo, 6), 570), async (at) => {
        await closeIt(stage.at(at, lead), roundId)
      })
    }
  })
}
