/**
 * Midway checks as reviewing officers record them: of most children whose review is near one was made in the last weeks, of
 * some none, and of some of those one is long due.
 */
import { recordMidwayCheck } from '../alerts/record-midway-check.ts'
import type { Progress } from '../alerts/rules/midway.ts'
import { personIdOf } from './add-people.ts'
import { caseOn } from './rules/case-on.ts'
import { type Chance, newChance } from './rules/chance.ts'
import { addDays, daysBetween, instantOn, workingDayUpTo } from './rules/days.ts'
import { newWriter } from './rules/fill-words.ts'
import { midwayWords } from './rules/midway-words.ts'
import type { Show } from './show.ts'

/** As long before a review as the council asks for a check. */
const ASKED_DAYS = 13 * 7

/** So far back they were kept at all: reviewing officers began with this in the autumn. */
const KEPT_DAYS = 24 * 7

const FIRST_MINUTE = 10 * 60
const LAST_MINUTE = 16 * 60

const howItGoes: readonly (readonly [Progress, number])[] = [
  ['on_track', 14],
  ['some_drift', 5],
  ['drift', 2],
]

/** The day of a check, or undefined for a child of whom none was made. */
const dayOfCheck = (reviewOn: string, lastDay: string, chance: Chance): string | undefined => {
  const toReview = daysBetween(lastDay, reviewOn)
  if (toReview > ASKED_DAYS) {
    // Not due yet: some were looked at for the review before.
    if (!chance.isTrue(0.3)) return undefined
    return workingDayUpTo(addDays(lastDay, -chance.between(ASKED_DAYS, KEPT_DAYS)))
  }
  if (!chance.isTrue(0.6)) return undefined
  const since = Math.min(ASKED_DAYS - toReview, ASKED_DAYS - 14)
  return workingDayUpTo(addDays(lastDay, -chance.between(1, Math.max(2, since))))
}

/** @param lastDay the last working day before today */
export const playMidwayChecks = (show: Show, lastDay: string): void => {
  const { stage, agenda, staff, files } = show
  const chance = newChance('midway checks')
  const record = async (reference: string, iro: string, day: string, at: string) => {
    const now = show.known.get(reference)
    // Somebody else reviewed the child then, or nobody.
    if (now?.now.iro !== iro) return
    const progress = chance.pickBy(howItGoes)
    const [year = '', month = '', date = ''] = day.split('-')
    const outcome = await recordMidwayCheck(stage.at(at, personIdOf(staff, iro)), {
      caseId: now.id,
      checked: { day: date, month, year },
      progress,
      words: newWriter(day, chance).write(midwayWords[progress]),
      raisesAlert: false,
      isNoName: false,
    })
    if (outcome.kind !== 'recorded') {
      throw new Error(`a midway check was refused: ${JSON.stringify(outcome)}`)
    }
  }
  for (const file of files) {
    const today = caseOn(file, stage.today, stage.today)
    if (!today?.iro || today.nextReviewOn === null || today.status === 'closed') continue
    const { iro, nextReviewOn } = today
    const day = dayOfCheck(nextReviewOn, lastDay, chance)
    if (day === undefined) continue
    agenda.add(instantOn(day, chance.between(FIRST_MINUTE, LAST_MINUTE)), (at) =>
      record(file.reference, iro, day, at)
    )
  }
}
