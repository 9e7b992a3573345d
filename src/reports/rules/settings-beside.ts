/** Two versions of what a draft is about, side by side where they differ: for whoever must choose between them. */
import { periodWords } from './quarter.ts'
import { chapterTitles } from './report-model.ts'
import type { ReportSettings } from './report-settings.ts'
import { kindWords, statusWords } from './report-words.ts'

export interface SettingBeside {
  readonly label: string
  readonly theirs: string
  readonly mine: string
}

const linesOf = (settings: ReportSettings, teams: ReadonlyMap<string, string>) => ({
  Period: `${periodWords(settings)} (${settings.from} to ${settings.to})`,
  'Who it is for': settings.audience === 'internal' ? 'Inside the council' : 'Outside the council',
  Team:
    settings.teamId === null
      ? 'The whole council'
      : (teams.get(settings.teamId) ?? 'A team that is gone'),
  'Service status': settings.status === null ? 'Every status' : statusWords(settings.status),
  'Kind of round': settings.kind === null ? 'Every kind' : kindWords(settings.kind),
  Chapters: settings.chapters.map((key) => chapterTitles[key]).join(', '),
  Title: settings.title,
})

/** @param teams names by id */
export const settingsBeside = (
  theirs: ReportSettings,
  mine: ReportSettings,
  teams: ReadonlyMap<string, string>
): SettingBeside[] => {
  const stored = Object.entries(linesOf(theirs, teams))
  const typed = new Map(Object.entries(linesOf(mine, teams)))
  return stored.flatMap(([label, value]) => {
    const own = typed.get(label) ?? ''
    return own === value ? [] : [{ label, theirs: value, mine: own }]
  })
}
