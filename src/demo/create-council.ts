/** Makes the demonstration council from nothing: its mark, its people and its cases, as they came to be over four years. */
import type { Db } from '../db/schema.ts'
import { publishLibrary } from '../rubrics/publish-library.ts'
import { readLibrary } from '../rubrics/read-rubric-files.ts'
import { addPeople } from './add-people.ts'
import { markCouncil } from './mark-council.ts'
import { instantOn, monthBefore } from './rules/days.ts'
import { newStage } from './stage.ts'

/**
 * @param db migrated, with nobody in it
 * @param today London date, to which every date of the council is relative
 */
export const createCouncil = async (db: Db, today: string): Promise<void> => {
  const stage = newStage(db, today)
  const began = monthBefore(today, 50)
  await markCouncil(stage.at(instantOn(began, 8 * 60)))
  await publishLibrary(stage.at(instantOn(began, 8 * 60 + 5)), readLibrary())
  await addPeople(stage, began)
}
