/** A draft's settings to its whole model: the figures of now, for its audience, in its chapters. */
import type { Db } from '../db/schema.ts'
import { loadFigures, type Narrowing } from './load-figures.ts'
import type { ReportSettings } from './report-store.ts'
import { buildModel } from './rules/build-model.ts'
import { externalFigures } from './rules/external-figures.ts'
import { printWhole } from './rules/printed-line.ts'
import type { ReportModel } from './rules/report-model.ts'
import { kindWords, statusWords } from './rules/report-words.ts'

/** A draft's settings; the command line narrows further. */
export type ModelSettings = ReportSettings & Narrowing

export const loadModel = async (
  db: Db,
  council: string,
  settings: ModelSettings,
  now: string
): Promise<ReportModel> => {
  const { teamId, status, kind, audience } = settings
  const period = { from: settings.from, to: settings.to }
  const loaded = await loadFigures(db, { ...settings, period, teamId, status, kind }, now)
  const printed =
    audience === 'external'
      ? externalFigures(loaded.figures)
      : { figures: loaded.figures, print: printWhole }
  return buildModel(
    {
      council,
      title: settings.title,
      filters: [
        ...(loaded.team === undefined ? [] : [`Team: ${loaded.team}, with the teams below it`]),
        ...(status === null ? [] : [`Service status: ${statusWords(status)}`]),
        ...(settings.teamIds === undefined || teamId !== null
          ? []
          : ['One team, with the teams below it']),
        ...(settings.theme === undefined
          ? []
          : [`Theme: ${loaded.themes.get(settings.theme)?.title ?? settings.theme}`]),
        ...(settings.roundId === undefined ? [] : ['One round only']),
        ...(kind === null ? [] : [`Rounds: ${kindWords(kind)} only`]),
      ],
    },
    settings.chapters,
    { ...printed, themes: loaded.themes, audience, today: loaded.today }
  )
}
