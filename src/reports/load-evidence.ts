/** Understands what an evidence pack is asked for, and counts what would be in it. */

import { visibleTeams, withTeamsBelow } from '../analytics/rules/visible-teams.ts'
import { listThemeTitles, loadCounted } from '../analytics/theme-store.ts'
import type { Db } from '../db/schema.ts'
import { listTeams } from '../people/team-store.ts'
import { auditThemeKey } from '../rubrics/rules/rubric.ts'
import { countEvidence, type EvidenceCounts, type EvidenceQuery } from './evidence-store.ts'
import {
  type EvidenceFault,
  readEvidencePeriod,
  type TypedEvidence,
} from './rules/evidence-filters.ts'

export interface ThemeChoice {
  readonly key: string
  readonly title: string
  /** Whether a rubric of ours has it: the key of another one is what somebody typed in a file. */
  readonly isPublished: boolean
}

export interface Evidence {
  readonly typed: TypedEvidence
  readonly faults: readonly EvidenceFault[]
  readonly themes: readonly ThemeChoice[]
  readonly teams: ReturnType<typeof visibleTeams>
  /** Undefined where something of what was typed means nothing. */
  readonly asked: { readonly query: EvidenceQuery; readonly counts: EvidenceCounts } | undefined
}

const themeChoices = async (db: Db): Promise<ThemeChoice[]> => {
  const titles = await listThemeTitles(db)
  const { themes } = await loadCounted(db, auditThemeKey)
  const others = themes.filter(
    (key) => key !== auditThemeKey && !titles.some((title) => title.key === key)
  )
  return [
    ...titles
      .filter(({ key }) => key !== 'common')
      .map((title) => ({ ...title, isPublished: true })),
    ...others.map((key) => ({ key, title: key, isPublished: false })),
  ].toSorted((a, b) => (a.title < b.title ? -1 : 1))
}

export const loadEvidence = async (db: Db, typed: TypedEvidence): Promise<Evidence> => {
  const { period, faults } = readEvidencePeriod(typed)
  const themes = await themeChoices(db)
  const teams = visibleTeams(await listTeams(db), ['all'], null)
  const teamIds = typed.team === '' ? undefined : withTeamsBelow(teams, typed.team)
  const unknown = typed.themes.filter((key) => !themes.some((theme) => theme.key === key))
  const all: EvidenceFault[] = [
    ...faults,
    ...(teamIds?.length === 0
      ? [{ field: 'team' as const, message: 'There is no such team; choose one of the list' }]
      : []),
    ...(unknown.length > 0
      ? [
          {
            field: 'themes' as const,
            message: `There is no theme “${(unknown[0] ?? '').slice(0, 60)}”; choose from the list`,
          },
        ]
      : []),
  ]
  if (all.length > 0) return { typed, faults: all, themes, teams, asked: undefined }
  const query = { ...period, themes: typed.themes, teamIds }
  return {
    typed,
    faults: [],
    themes,
    teams,
    asked: { query, counts: await countEvidence(db, query) },
  }
}
