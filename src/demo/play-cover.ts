/**
 * What is settled about time: the days between Christmas and the New Year on which the council is closed, and a reviewing
 * officer who is away while another acts for them.
 */
import { setCover } from '../cover/set-cover.ts'
import { addClosureDay } from '../settings/add-closure-day.ts'
import { workingCalendar } from '../settings/rules/working-days.ts'
import { personIdOf, type Staff } from './add-people.ts'
import { addDays, instantOn } from './rules/days.ts'
import type { Show } from './show.ts'
import type { Stage } from './stage.ts'

const ADMINISTRATOR = 'Noor Bakshi'

/** Who is away, who acts for them, and for how long yet. */
const AWAY = 'Hana Sato'
const COVER = 'Rhian Pryce'
const AWAY_DAYS = 9

/** The first working day after Christmas that lies after the day. */
const nextClosureDay = (day: string): string => {
  const year = Number(day.slice(0, 4))
  const [first = day] = [year, year + 1]
    .map((each) => workingCalendar([]).nextWorkingDay(`${each}-12-26`))
    .filter((each) => each > day)
  return first
}

/** @param began the day on which everybody was entered */
export const playClosureDays = async (
  { stage, agenda, staff }: Pick<Show, 'stage' | 'agenda' | 'staff'>,
  began: string
): Promise<void> => {
  const close = (at: string) =>
    addClosureDay(stage.at(at, personIdOf(staff, ADMINISTRATOR)), {
      date: nextClosureDay(at.slice(0, 10)),
      why: 'Offices closed between Christmas and the New Year',
    })
  await close(instantOn(began, 10 * 60 + 20))
  // Each January the next one is entered.
  for (
    let year = Number(began.slice(0, 4)) + 1;
    year <= Number(stage.today.slice(0, 4));
    year += 1
  ) {
    const day = `${year}-01-15`
    if (day < stage.today) agenda.add(instantOn(day, 9 * 60 + 40), close)
  }
}

/** @param lastDay the last day on which anything happened; the cover is in force on the day after it */
export const playCover = async (stage: Stage, staff: Staff, lastDay: string): Promise<void> => {
  const personId = personIdOf(staff, AWAY)
  await setCover(stage.at(instantOn(lastDay, 19 * 60 + 50), personId), {
    personId,
    coverId: personIdOf(staff, COVER),
    fromOn: lastDay,
    toOn: addDays(stage.today, AWAY_DAYS),
  })
}
