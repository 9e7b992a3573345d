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

export const loadEscalation = async (db: Db, { alert }: SeenAlert, today: string) => {
  const stages =
    alert.stages.length > 0 ? alert.stages : ((await findNewestLadder(db))?.stages ?? [])
  const calendar = await loadWorkingCalendar(db)
  const people = await loadAnswerers(db)
  const line = lineOf(people, await listLineTeams(db), alert.teamId)
  const place = {
    kind: alert.kind === 'informal' ? 'informal' : 'formal',
    stage: alert.stage,
  } as const
  const targets = targetsOf(place, stages, await readSetting(db, 'alert_formal_days'))
  return {
    people,
    top: targets.length === 0 ? topWords(stages) : undefined,
    targets: targets.map((target) => {
      const ids = target.level === null ? [] : (line.steps.get(target.level) ?? [])
      return {
        ...target,
        way: wayTo(target),
        dueOn: calendar.dueAfter(today, target.days),
        people: people.filter(({ id }) => ids.includes(id) && id !== alert.raisedBy),
      }
    }),
  }
}
