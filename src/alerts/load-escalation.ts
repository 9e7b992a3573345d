/** How far an alert can be taken from where it is, who would answer there, and by when. */
import type { Db } from '../db/schema.ts'
import { listLineTeams } from '../safety/line-store.ts'
import { lineOf } from '../safety/rules/addressees.ts'
import { loadWorkingCalendar } from '../settings/load-working-calendar.ts'
import { readSetting } from '../settings/read-setting.ts'
import { findNewestLadder } from './list-store.ts'
import { loadAnswerers } from './load-answerers.ts'
import { targetsOf, topWords, wayTo } from './rules/escalation.ts'
import type { SeenAlert } from './see-alert.ts'

/** Of brothers and sisters with different teams, every team's line answers. */
const loadLines = async (
  db: Db,
  people: Parameters<typeof lineOf>[0],
  { alert, cases }: Pick<SeenAlert, 'alert' | 'cases'>
) => {
  const teams = await listLineTeams(db)
  const teamIds = cases.length === 0 ? [alert.teamId] : cases.map(({ teamId }) => teamId)
  return [...new Set(teamIds)].map((teamId) => lineOf(people, teams, teamId))
}

export const loadEscalation = async (
  db: Db,
  { alert, cases }: Pick<SeenAlert, 'alert' | 'cases'>,
  today: string
) => {
  const stages =
    alert.stages.length > 0 ? alert.stages : ((await findNewestLadder(db))?.stages ?? [])
  const calendar = await loadWorkingCalendar(db)
  const people = await loadAnswerers(db)
  const lines = await loadLines(db, people, { alert, cases })
  const place = {
    kind: alert.kind === 'informal' ? 'informal' : 'formal',
    stage: alert.stage,
  } as const
  const targets = targetsOf(place, stages, await readSetting(db, 'alert_formal_days'))
  return {
    people,
    top: targets.length === 0 ? topWords(stages) : undefined,
    targets: targets.map((target) => {
      const { level } = target
      const ids = level === null ? [] : lines.flatMap(({ steps }) => steps.get(level) ?? [])
      return {
        ...target,
        way: wayTo(target),
        dueOn: calendar.dueAfter(today, target.days),
        people: people.filter(({ id }) => ids.includes(id) && id !== alert.raisedBy),
      }
    }),
  }
}
