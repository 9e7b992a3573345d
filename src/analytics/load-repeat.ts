/** Reads repeat findings of the teams or services that a person sees: three queries beside the frame's. */
import type { Db } from '../db/schema.ts'
import type { Frame } from './load-frame.ts'
import { leafGroups } from './load-heat.ts'
import {
  listItemActions,
  listItemCounts,
  listRepeatMasks,
  MOST_ROUNDS,
  type RepeatGroup,
} from './repeat-store.ts'
import { findChoice } from './rules/frame-filters.ts'
import { type ActionsSet, actionsSet, repeatsOf, roundsOfRun } from './rules/repeat-finding.ts'
import type { FilterFault } from './rules/results-choices.ts'
import type { RoundFacts } from './rules/tally.ts'

const REPEATS_A_PAGE = 25

export type RepeatFinding = {
  readonly groupKey: string
  readonly group: string
  readonly theme: string
  readonly item: string
  readonly label: string
  /** The rounds of the run, the latest first. */
  readonly rounds: readonly {
    readonly round: RoundFacts
    readonly graded: number
    readonly weak: number
  }[]
  readonly actions: ActionsSet
}

export type Repeats = {
  readonly by: 'team' | 'service'
  readonly faults: readonly FilterFault[]
  readonly total: number
  readonly page: number
  readonly pages: number
  readonly findings: readonly RepeatFinding[]
}

export const repeatGroups = (
  frame: Frame,
  by: 'team' | 'service'
): (RepeatGroup & { readonly label: string })[] =>
  by === 'service'
    ? leafGroups(frame).map(({ key, label, of }) => ({ key, label, teamIds: of }))
    : frame.teams
        .filter(({ id }) => frame.teamIds?.includes(id) ?? true)
        .map(({ id, name }) => ({ key: id, label: name, teamIds: [id] }))

export const loadRepeats = async (
  db: Db,
  frame: Frame,
  asked: { readonly by: string | undefined; readonly page: number }
): Promise<Repeats> => {
  const chosen =
    asked.by === undefined
      ? undefined
      : findChoice('by', 'way to divide', asked.by, [
          { key: 'team', label: 'Team' },
          { key: 'service', label: 'Service' },
        ])
  const by = chosen?.found?.key === 'service' ? 'service' : 'team'
  const groups = repeatGroups(frame, by)
  const rounds = frame.rounds.toReversed().slice(0, MOST_ROUNDS)
  const { masks, meanings } = await listRepeatMasks(db, {
    roundIds: rounds.map(({ id }) => id),
    groups,
    theme: frame.filters.theme === '' ? undefined : frame.filters.theme,
  })
  const placeOfGroup = new Map(groups.map(({ key }, place) => [key, place]))
  const items = frame.published.flatMap((one) => one.items)
  const placeOfItem = new Map(items.map(({ key }, place) => [key, place]))
  const found = repeatsOf(masks, meanings).toSorted(
    (a, b) =>
      (placeOfGroup.get(a.key) ?? 0) - (placeOfGroup.get(b.key) ?? 0) ||
      (placeOfItem.get(a.item) ?? 9999) - (placeOfItem.get(b.item) ?? 9999)
  )
  const pages = Math.max(1, Math.ceil(found.length / REPEATS_A_PAGE))
  const page = Math.min(asked.page, pages)
  const shown = found.slice((page - 1) * REPEATS_A_PAGE, page * REPEATS_A_PAGE)
  const groupOf = (key: string) => groups.find((group) => group.key === key)
  const place = {
    roundIds: rounds.map(({ id }) => id),
    themes: [...new Set(shown.map(({ theme }) => theme))],
    items: [...new Set(shown.map(({ item }) => item))],
    teamIds: [...new Set(shown.flatMap(({ key }) => groupOf(key)?.teamIds ?? []))],
  }
  const counts = await listItemCounts(db, place)
  const actions = await listItemActions(db, place)
  return {
    by,
    faults: chosen?.faults ?? [],
    total: found.length,
    page,
    pages,
    findings: shown.map((one): RepeatFinding => {
      const teamIds = new Set(groupOf(one.key)?.teamIds)
      const ofRun = roundsOfRun(one.judged, one.run).flatMap((at) => rounds[at] ?? [])
      const runIds = new Set(ofRun.map(({ id }) => id))
      const isOf = (row: { item: string | null; teamId: string | null }) =>
        row.item === one.item && teamIds.has(row.teamId ?? '')
      return {
        groupKey: one.key,
        group: groupOf(one.key)?.label ?? '',
        theme: one.theme,
        item: one.item,
        label: items.find(({ key }) => key === one.item)?.short ?? one.item,
        rounds: ofRun.map((round) => {
          const of = counts.filter((row) => row.roundId === round.id && isOf(row))
          return {
            round,
            graded: of.reduce((sum, { graded }) => sum + graded, 0),
            weak: of.reduce((sum, { weak }) => sum + weak, 0),
          }
        }),
        actions: actionsSet(
          actions.filter((row) => runIds.has(row.roundId) && isOf(row)),
          frame.today
        ),
      }
    }),
  }
}
