/** Historical names and today's: which are still to map, and what mapping one would do. Writes nothing. */

import type { PublishedTheme } from '../analytics/rules/published-theme.ts'
import { listPublishedThemes } from '../analytics/theme-store.ts'
import type { Db } from '../db/schema.ts'
import {
  countMapped,
  countMappedAudits,
  listClashes,
  type MappedRows,
} from '../grading/mapped-store.ts'
import type { CountedGroup } from '../grading/rules/move-changes.ts'
import { nearestNames } from '../rubrics/rules/nearest-names.ts'
import {
  findHistoricalTeam,
  listCountedNames,
  listHistoricalTeams,
  listTeamsOfToday,
} from './map-store.ts'
import { type MappingFrom, type MappingTarget, mappingFault } from './rules/mapping-faults.ts'

/** A name to choose; `near` ones are offered first and none is chosen. */
export type Choice = { readonly value: string; readonly label: string; readonly isNear: boolean }

export type UnmappedName = MappingFrom & {
  readonly label: string
  /** For an item its theme's title. */
  readonly within: string
  readonly count: number
  readonly rounds: number
  /** Today's names that are spelled much like it. */
  readonly near: readonly string[]
}

const nearestOf = (typed: string, names: readonly string[]) => nearestNames(typed, names, 2)

const themeNames = (themes: readonly PublishedTheme[]) => themes.map(({ title }) => title)

const totals = (rows: readonly { judgements: number; roundId: string }[]) => ({
  count: rows.reduce((sum, row) => sum + Number(row.judgements), 0),
  rounds: new Set(rows.map(({ roundId }) => roundId)).size,
})

/** Everything that was kept as typed and that nobody has mapped, most judgements first. */
export const listUnmapped = async (db: Db): Promise<UnmappedName[]> => {
  const published = new Map((await listPublishedThemes(db)).map((theme) => [theme.key, theme]))
  const counted = await listCountedNames(db)
  const unknown = Map.groupBy(
    counted.filter(({ theme }) => theme !== 'audit' && !published.has(theme)),
    ({ theme }) => theme
  )
  const themes = [...unknown].map(
    ([theme, rows]): UnmappedName => ({
      kind: 'theme',
      theme,
      item: '',
      teamId: '',
      label: theme,
      within: '',
      ...totals(rows),
      near: nearestOf(theme, themeNames([...published.values()])),
    })
  )
  const places = Map.groupBy(counted, ({ theme, item }) => JSON.stringify([theme, item]))
  const items = [...places.values()].flatMap((rows): UnmappedName[] => {
    const { theme: key = '', item = '' } = rows[0] ?? {}
    const theme = published.get(key)
    if (!theme || item === '' || theme.items.some((one) => one.key === item)) return []
    const near = nearestOf(
      item,
      theme.items.map((one) => one.short)
    )
    const name = { kind: 'item', theme: key, item, teamId: '', label: item } as const
    return [{ ...name, within: theme.title, ...totals(rows), near }]
  })
  const today = (await listTeamsOfToday(db)).map(({ name }) => name)
  const teams = (await listHistoricalTeams(db)).map(
    ({ id, name, audits, rounds }): UnmappedName => ({
      kind: 'team',
      theme: '',
      item: '',
      teamId: id,
      label: name,
      within: '',
      count: Number(audits),
      rounds: Number(rounds),
      near: nearestOf(name, today),
    })
  )
  const most = (names: UnmappedName[]) => names.toSorted((a, b) => b.count - a.count)
  return [...most(themes), ...most(items), ...most(teams)]
}

/** Which judgements a mapping takes along. */
export const rowsOf = ({ kind, theme, item, teamId }: MappingFrom): MappedRows =>
  kind === 'team' ? { teamId } : kind === 'theme' ? { theme } : { theme, item }

export type MappingPlan = {
  readonly from: MappingFrom
  /** The historical name as it was typed; undefined when there is none such. */
  readonly label: string | undefined
  /** Today's names that it can be mapped to. */
  readonly choices: readonly Choice[]
  readonly groups: readonly CountedGroup[]
  readonly audits: number
  readonly judgements: number
  readonly rounds: number
  /** Today's name that was chosen. */
  readonly toLabel: string
  readonly fault: string | undefined
}

const choicesOf = (typed: string, names: readonly { value: string; label: string }[]): Choice[] => {
  const near = nearestNames(
    typed,
    names.map(({ label }) => label),
    3
  )
  const place = (choice: { label: string }) => {
    const found = near.indexOf(choice.label)
    return found === -1 ? near.length : found
  }
  return names
    .map((name) => ({ ...name, isNear: near.includes(name.label) }))
    .toSorted((a, b) => place(a) - place(b))
}

const namesFor = async (db: Db, from: MappingFrom, themes: readonly PublishedTheme[]) => {
  if (from.kind === 'team') {
    return (await listTeamsOfToday(db)).map(({ id, name, closedOn }) => ({
      value: id,
      label: closedOn === null ? name : `${name} (closed)`,
    }))
  }
  if (from.kind === 'theme') {
    return [
      ...themes.map(({ key, title }) => ({ value: key, label: title })),
      { value: 'audit', label: 'The overall grade of the audit' },
    ]
  }
  const theme = themes.find(({ key }) => key === from.theme)
  return (theme?.items ?? []).flatMap((item) =>
    item.kind === 'text' ? [] : { value: item.key, label: item.short }
  )
}

const targetOf = (
  from: MappingFrom,
  to: string,
  themes: readonly PublishedTheme[],
  isOffered: boolean
): MappingTarget | undefined => {
  if (!isOffered) return undefined
  if (from.kind === 'team') return { items: [] }
  const key = from.kind === 'theme' ? to : from.theme
  const items = themes.find((theme) => theme.key === key)?.items ?? []
  return { theme: key, items, item: items.find((item) => item.key === to) }
}

const clashFault = async (db: Db, from: MappingFrom, to: string): Promise<string | undefined> => {
  if (from.kind === 'team') return undefined
  const clashes =
    from.kind === 'theme'
      ? await listClashes(db, { theme: from.theme }, { theme: to })
      : await listClashes(
          db,
          { theme: from.theme, item: from.item },
          { theme: from.theme, item: to }
        )
  return clashes.length === 0
    ? undefined
    : `Some audits have a judgement under both names, and an audit has one of each: ${clashes.join(', ')}. Correct the file and import those audits again with replacing`
}

/** @param to a value of `choices`; '' when nothing is chosen yet */
export const planMapping = async (db: Db, from: MappingFrom, to: string): Promise<MappingPlan> => {
  const themes = await listPublishedThemes(db)
  const isUnknownTheme =
    from.theme !== '' && from.theme !== 'audit' && !themes.some(({ key }) => key === from.theme)
  const isUnknownItem = themes.some(
    ({ key, items }) => key === from.theme && !items.some((item) => item.key === from.item)
  )
  const label =
    from.kind === 'team'
      ? (await findHistoricalTeam(db, from.teamId))?.name
      : from.kind === 'theme'
        ? isUnknownTheme
          ? from.theme
          : undefined
        : isUnknownItem && from.item !== ''
          ? from.item
          : undefined
  const choices = choicesOf(label ?? '', await namesFor(db, from, themes))
  const groups = label === undefined ? [] : await countMapped(db, rowsOf(from))
  const chosen = choices.find(({ value }) => value === to)
  const fault =
    mappingFault(from, groups, targetOf(from, to, themes, chosen !== undefined)) ??
    (await clashFault(db, from, to))
  return {
    from,
    label,
    choices,
    groups,
    audits: groups.length === 0 ? 0 : await countMappedAudits(db, rowsOf(from)),
    judgements: groups.reduce((sum, { count }) => sum + Number(count), 0),
    rounds: new Set(groups.map(({ roundId }) => roundId)).size,
    toLabel: chosen?.label ?? '',
    fault,
  }
}
