/** Makes the demonstration council from nothing: its mark, its people and its cases, as they came to be over four years. */

import { startAlertLists } from '../alerts/start-alert-lists.ts'
import type { Db } from '../db/schema.ts'
import { publishLibrary } from '../rubrics/publish-library.ts'
import { readLibrary } from '../rubrics/read-rubric-files.ts'
import { listCurrentRubrics } from '../rubrics/store.ts'
import { addPeople } from './add-people.ts'
import { newAgenda } from './agenda.ts'
import { doAudit } from './do-audit.ts'
import { importHistory } from './import-history.ts'
import { markCouncil } from './mark-council.ts'
import { playAccounts, playFormerTeam } from './play-accounts.ts'
import { playAlerts } from './play-alerts.ts'
import { playCircular } from './play-circular.ts'
import { playClosureDays, playCover } from './play-cover.ts'
import { playMidwayChecks } from './play-midway-checks.ts'
import { playNotices } from './play-notices.ts'
import { playOpenRound } from './play-open-round.ts'
import { playReports } from './play-reports.ts'
import { playSafetyNotices } from './play-safety-notices.ts'
import { playStudio } from './play-studio.ts'
import { playTokens } from './play-tokens.ts'
import { refreshCases } from './refresh-cases.ts'
import { makeCases } from './rules/cases.ts'
import { newChance } from './rules/chance.ts'
import { addDays, daysBetween, instantOn, workingDayUpTo } from './rules/days.ts'
import { makeProgramme } from './rules/programme.ts'
import { runRound } from './run-round.ts'
import type { Show } from './show.ts'
import { newStage } from './stage.ts'

/** The chance that an audit is not done by the time its round is closed. */
const NOT_DONE = 0.035

/** Cases of the open round that nobody has been given yet. */
const UNALLOCATED = 3

/**
 * @param db migrated, with nobody in it
 * @param today London date, to which every date of the council is relative
 */
export const createCouncil = async (db: Db, today: string): Promise<void> => {
  const stage = newStage(db, today)
  const programme = makeProgramme(today)
  const [first] = programme
  const ours = programme.filter(({ origin }) => origin === 'product')
  const began = addDays(ours[0]?.windowFrom ?? today, -21)

  await markCouncil(stage.at(instantOn(began, 480)))
  await publishLibrary(stage.at(instantOn(began, 485)), readLibrary())
  await startAlertLists(stage.at(instantOn(began, 485)))
  const staff = await addPeople(stage, began)
  const rubrics = await listCurrentRubrics(db)
  const span = daysBetween(first?.windowTo ?? today, today)
  const show: Show = {
    stage,
    agenda: newAgenda(),
    staff,
    rubrics: new Map(rubrics.map((rubric) => [rubric.key, rubric])),
    files: makeCases(today, newChance('cases')),
    known: new Map(),
    timesAudited: new Map(),
    alongOf: (round) => Math.min(1, daysBetween(first?.windowTo ?? today, round.windowTo) / span),
  }
  // Nothing has happened yet today, and whoever starts a demonstration on a Sunday finds Friday's work.
  const lastDay = workingDayUpTo(addDays(today, -1))
  await playFormerTeam(show, began)
  await playClosureDays(show, began)
  await importHistory(show, programme, addDays(began, 1))
  for (const round of ours) {
    runRound(show, round, round.isOpen ? UNALLOCATED : 0, async (scene) => {
      if (round.isOpen) return playOpenRound(show, scene, lastDay)
      for (const audit of scene.audits) {
        if (!scene.chance.isTrue(NOT_DONE)) doAudit(show, scene, audit)
      }
    })
  }
  playNotices(show, began, lastDay)
  playAlerts(show, lastDay)
  playMidwayChecks(show, lastDay)
  playStudio(show, lastDay)
  playReports(show, lastDay)
  playCircular(show, lastDay)
  playTokens(show)
  await show.agenda.runUntil(instantOn(lastDay, 17 * 60))
  const at = stage.at(instantOn(lastDay, 17 * 60 + 30))
  await refreshCases(at, staff, show.files, { day: today, today, known: show.known })
  await playSafetyNotices(show, lastDay)
  await playAccounts(stage.at(instantOn(lastDay, 19 * 60 + 45)), staff)
  await playCover(stage, staff, lastDay)
}
