/** What an evidence pack is of, in words: for its page, its first sheet and its Word summary. */
import type { Evidence } from '../../src/reports/load-evidence.ts'
import { formatDate } from '../format.ts'

export const periodWords = ({ from, to }: { from: string | null; to: string | null }): string => {
  if (from !== null && to !== null) return `${formatDate(from)} to ${formatDate(to)}`
  if (from !== null) return `From ${formatDate(from)}`
  return to === null ? 'All dates' : `Up to ${formatDate(to)}`
}

export const teamWords = ({ teams, typed }: Evidence): string => {
  const team = teams.find(({ id }) => id === typed.team)
  if (!team) return 'Whole council'
  return `${team.name}${team.kind === 'service' ? ' and its teams' : ''}`
}

export const themeWords = ({ themes, typed }: Evidence): string =>
  typed.themes.length === 0
    ? 'All themes'
    : themes
        .filter(({ key }) => typed.themes.includes(key))
        .map(({ title }) => title)
        .join(', ')

const query = ({ typed }: Evidence): URLSearchParams => {
  const some = new URLSearchParams({ from: typed.from, to: typed.to })
  if (typed.team !== '') some.set('team', typed.team)
  for (const theme of typed.themes) some.append('themes', theme)
  if (!typed.hasReferences) some.set('references', 'without')
  return some
}

/** The page or a file of what is asked for. */
export const evidenceAddress = (evidence: Evidence, path: string, exportId?: string): string => {
  const some = query(evidence)
  if (exportId !== undefined) some.set('export', exportId)
  return `${path}?${some}`
}
