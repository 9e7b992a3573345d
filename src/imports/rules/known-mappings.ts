/** Mappings of historical names as a results file is read with them. Made by a QA lead, never by us. */
import { fold } from './resolve-names.ts'

/** One mapping that stands. `from…` is as it was first typed; blank where it is not of that kind. */
export type StandingMapping = {
  readonly id: string
  readonly kind: 'theme' | 'item' | 'team'
  readonly fromTheme: string
  readonly fromItem: string
  readonly fromTeamId: string
  readonly toTheme: string
  readonly toItem: string
  readonly toTeamId: string
  readonly mappedByName: string | null
  readonly mappedAt: string
}

/** The key under which one mapping stands at a time; folded, so that later spellings of a name find it. */
export const mappingKey = (
  from: Pick<StandingMapping, 'kind' | 'fromTheme' | 'fromItem' | 'fromTeamId'>
): string => JSON.stringify([from.kind, fold(from.fromTheme), fold(from.fromItem), from.fromTeamId])

export type KnownMappings = {
  readonly theme: (typed: string) => StandingMapping | undefined
  readonly item: (theme: string, typed: string) => StandingMapping | undefined
}

export const knownMappings = (standing: readonly StandingMapping[]): KnownMappings => {
  const byKey = new Map(standing.map((mapping) => [mappingKey(mapping), mapping]))
  const find = (kind: 'theme' | 'item', fromTheme: string, fromItem: string) =>
    byKey.get(mappingKey({ kind, fromTheme, fromItem, fromTeamId: '' }))
  return {
    theme: (typed) => find('theme', typed, ''),
    item: (theme, typed) => find('item', theme, typed),
  }
}
