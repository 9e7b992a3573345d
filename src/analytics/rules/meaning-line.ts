/**
 * Which rounds may stand on one line: those in which an item, or the grade of a theme, means the same on the same scale.
 * What a version means was said when it was published (rubrics/rules/meaning.ts). docs/decisions/0024 has the reasons.
 */
import type { Item } from '../../rubrics/rules/rubric.ts'
import { compareVersions, currentVersion } from '../../rubrics/rules/rubric-version.ts'
import type { Scale } from '../../rubrics/rules/scale.ts'

/** A published version of a theme's rubric, as far as a line of results asks for it. */
export type ThemeVersion = {
  readonly id: string
  readonly version: string
  readonly publishedAt: string
  /** Null where a command published it. */
  readonly publishedBy: string | null
  /** What changed and why, as the publisher said it; '' where nothing was said. */
  readonly note: string
  readonly baseVersionId: string | null
  readonly isWithdrawn: boolean
  readonly items: readonly Pick<Item, 'key'>[]
  readonly scale: Scale
}

/** A version that counted audits of a round have. */
export type UsedVersion = {
  readonly versionId: string
  /** Since which version the item has meant what it means in this one. */
  readonly sinceVersionId: string
  /** Why the meaning changed with that version; '' where nothing was said. */
  readonly reason: string
}

/** What was asked in one round. Rounds of one `key` may be joined and compared. */
export type RoundMeaning = {
  readonly key: string
  /** True when its audits do not all ask the same; its key is its own then. */
  readonly isMixed: boolean
  /** In the order of versions; empty for history of a theme without a rubric. */
  readonly used: readonly UsedVersion[]
  readonly scaleKey: string
}

/** The first version that has the item: history from spreadsheets, which has no version, goes on from it. `item` '' is the theme grade. */
export const earliestVersion = <V extends Pick<ThemeVersion, 'version' | 'items'>>(
  versions: readonly V[],
  item: string
): V | undefined =>
  versions
    .toSorted((a, b) => compareVersions(a.version, b.version))
    .find(({ items }) => item === '' || items.some(({ key }) => key === item))

const scaleKeyOf = (scale: Scale | undefined): string =>
  scale === undefined ? '' : [scale.key, ...scale.values.map(({ key }) => key)].join(' ')

/**
 * @param asked.used versions of the round's counted audits, in their order
 * @param asked.earliest where history without a version goes on from; undefined where no rubric knows the item
 * @param asked.hasHistory whether audits without a version are counted in it too
 * @param asked.scale of what is graded; undefined for measures
 */
export const meaningOfRound = (asked: {
  readonly roundId: string
  readonly used: readonly UsedVersion[]
  readonly hasHistory: boolean
  readonly earliest: string | undefined
  readonly scale: Scale | undefined
}): RoundMeaning => {
  const { roundId, earliest, hasHistory } = asked
  const history: UsedVersion[] =
    earliest === undefined || !(hasHistory || asked.used.length === 0)
      ? []
      : [{ versionId: earliest, sinceVersionId: earliest, reason: '' }]
  const used = [
    ...history.filter(({ versionId }) => asked.used.every((one) => one.versionId !== versionId)),
    ...asked.used,
  ]
  const meanings = [...new Set(used.map(({ sinceVersionId }) => sinceVersionId))]
  const isMixed = meanings.length > 1
  const scaleKey = scaleKeyOf(asked.scale)
  return {
    key: isMixed ? `mixed ${roundId}` : `${meanings[0] ?? ''} ${scaleKey}`,
    isMixed,
    used,
    scaleKey,
  }
}

/** Why a line breaks: the question means something else, it is graded on another scale, or one round asks two things. */
export type BreakCause = 'meaning' | 'scale' | 'mixed'

export type LineBreak = {
  readonly fromRoundId: string
  readonly toRoundId: string
  readonly cause: BreakCause
  /** The round whose audits do not all ask the same, where that is the cause; the later one where both are. */
  readonly mixedRoundId: string | undefined
  /** The version with which the later round's meaning began; undefined where no rubric says it. */
  readonly sinceVersionId: string | undefined
  /** The publisher's words for this item. */
  readonly reason: string
  /** Two versions whose difference shows what changed. */
  readonly compared: { readonly from: string; readonly to: string } | undefined
}

const causeOf = (from: RoundMeaning, to: RoundMeaning): BreakCause => {
  if (from.isMixed || to.isMixed) return 'mixed'
  return from.scaleKey === to.scaleKey ? 'meaning' : 'scale'
}

/** A pair of versions with different meanings: of a round of two, these two; else of the rounds on either side. */
const comparedOf = (from: RoundMeaning, to: RoundMeaning): LineBreak['compared'] => {
  const mixed = to.isMixed ? to : from.isMixed ? from : undefined
  const earlier = (mixed ?? from).used.at(mixed ? 0 : -1)
  const later = (mixed ?? to).used.at(-1)
  return earlier && later && earlier.versionId !== later.versionId
    ? { from: earlier.versionId, to: later.versionId }
    : undefined
}

/** The break between two rounds of a line, one after the other; undefined where they may be joined. */
const breakBetween = (
  from: RoundMeaning & { readonly roundId: string },
  to: RoundMeaning & { readonly roundId: string }
): LineBreak | undefined => {
  if (from.key === to.key) return undefined
  const latest = to.used.at(-1)
  return {
    fromRoundId: from.roundId,
    toRoundId: to.roundId,
    cause: causeOf(from, to),
    mixedRoundId: to.isMixed ? to.roundId : from.isMixed ? from.roundId : undefined,
    sinceVersionId: latest?.sinceVersionId,
    reason: latest?.reason ?? '',
    compared: comparedOf(from, to),
  }
}

/** Every break in a row of rounds. */
export const breaksOf = (
  rounds: readonly (RoundMeaning & { readonly roundId: string })[]
): LineBreak[] =>
  rounds.flatMap((to, place) => {
    const from = rounds[place - 1]
    return (from && breakBetween(from, to)) ?? []
  })

/** Where an item's line begins after the theme's, or ends before it. */
export type ItemStory<V> = {
  /** The version that first asked it, where earlier ones did not. */
  readonly firstIn: V | undefined
  /** The version that no longer asks it. */
  readonly leftOutIn: V | undefined
}

/** Follows the version in use back to what it was made from. */
export const itemStory = <
  V extends Pick<ThemeVersion, 'id' | 'version' | 'items' | 'baseVersionId' | 'isWithdrawn'>,
>(
  versions: readonly V[],
  item: string
): ItemStory<V> => {
  const has = (version: V | undefined) => version?.items.some(({ key }) => key === item) ?? false
  const baseOf = (version: V) => versions.find(({ id }) => id === version.baseVersionId)
  let at = currentVersion(versions)
  const nothing = { firstIn: undefined, leftOutIn: undefined }
  if (at === undefined || item === '') return nothing
  const isAsked = has(at)
  for (let base = baseOf(at); base && has(base) === isAsked; base = baseOf(base)) at = base
  if (baseOf(at) === undefined) return nothing
  return isAsked ? { firstIn: at, leftOutIn: undefined } : { firstIn: undefined, leftOutIn: at }
}
