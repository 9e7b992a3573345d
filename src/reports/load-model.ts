/** A draft's settings to its whole model: the figures of now, for its audience, in its chapters. */
import type { Db } from '../db/schema.ts'
import { loadFigures, type Narrowing } from './load-figures.ts'
import { buildModel } from './rules/build-model.ts'
import { externalFigures } from './rules/external-figures.ts'
import { printWhole } from './rules/printed-line.ts'
import type { PrintedSums } from './rules/printed-sums.ts'
import type { ChapterKey, ReportModel } from './rules/report-model.ts'
import type { ReportSettings } from './rules/report-settings.ts'
import { kindWords, statusWords } from './rules/report-words.ts'

/** A draft's settings; the command line narrows further. */
export type ModelSettings = ReportSettings & Narrowing

/** A report for outside, and how it stands beside those that were frozen before it. */
export type ModelBeside = {
  readonly model: ReportModel
  /** Undefined for readers inside. */
  readonly printed: PrintedSums | undefined
  /** Frozen reports beside which no suppressed number of either has fewer than two values. */
  readonly proved: ReadonlySet<number>
}

/** Tables of the report's own day, which are not held against another's. */
const OF_THE_DAY: readonly ChapterKey[] = ['coverage', 'actions', 'safety', 'alerts']

const nothing: readonly number[] = []

const isOfTheDay = (key: ChapterKey): boolean => OF_THE_DAY.includes(key)

export const loadModel = async (
  db: Db,
  council: string,
  settings: ModelSettings,
  now: string
): Promise<ReportModel> => (await loadModelBeside(db, council, settings, now)).model

export const loadModelBeside = async (
  db: Db,
  council: string,
  settings: ModelSettings,
  now: string
): Promise<ModelBeside> => {
  const { teamId, status, kind, audience } = settings
  const period = { from: settings.from, to: settings.to }
  const loaded = await loadFigures(db, { ...settings, period, teamId, status, kind, audience }, now)
  const printed =
    audience === 'external'
      ? externalFigures(loaded.figures)
      : { figures: loaded.figures, print: printWhole, printed: undefined, changed: nothing }
  const isCompared = new Set(loaded.figures.frozen?.map(({ number }) => number))
  const proved = loaded.frozen.filter(
    ({ number, chapters }) =>
      isCompared.has(number) &&
      !printed.changed.includes(number) &&
      !(chapters.some(isOfTheDay) && settings.chapters.some(isOfTheDay))
  )
  const model = buildModel(
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
  return {
    model,
    printed: printed.printed,
    proved: new Set(proved.map(({ number }) => number)),
  }
}
