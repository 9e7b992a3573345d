/** Brings in the year of audits that Aldermere kept in a spreadsheet, through the import that every council would use. */
import { importResults } from '../imports/import-results.ts'
import { personIdOf } from './add-people.ts'
import { toHistoryFile } from './history-file.ts'
import { newChance } from './rules/chance.ts'
import { instantOn } from './rules/days.ts'
import type { DemoRound } from './rules/programme.ts'
import { writeHistory } from './rules/write-history.ts'
import { PROGRAMME_LEAD, rubricOf, type Show } from './show.ts'

export const importHistory = async (
  show: Show,
  programme: readonly DemoRound[],
  day: string
): Promise<void> => {
  const rounds = programme.filter(({ origin }) => origin === 'import')
  const themes = [...new Set(rounds.flatMap((round) => round.themes))]
  const text = writeHistory(
    {
      rounds,
      common: rubricOf(show, 'common').rubric,
      rubrics: themes.map((key) => rubricOf(show, key).rubric),
      alongOf: show.alongOf,
    },
    newChance('history')
  )
  const at = instantOn(day, 620)
  const file = toHistoryFile('learning-audits-before.csv', text)
  await importResults(show.stage.at(at, personIdOf(show.staff, PROGRAMME_LEAD)), {
    ...file,
    library: [...show.rubrics.values()].map(({ rubric }) => rubric),
    dryRun: false,
    replace: false,
    clock: () => new Date(at),
  })
}
