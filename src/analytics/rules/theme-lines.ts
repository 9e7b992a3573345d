/** The rounds of one item, or of the grade of a theme, with what was asked in each and the scale it is graded on. */
import { compareVersions } from '../../rubrics/rules/rubric-version.ts'
import type { Scale } from '../../rubrics/rules/scale.ts'
import {
  breaksOf,
  earliestVersion,
  type LineBreak,
  meaningOfRound,
  type RoundMeaning,
  type ThemeVersion,
  type UsedVersion,
} from './meaning-line.ts'
import { scaleOfValues } from './published-theme.ts'

export type RoundLine = RoundMeaning & { readonly roundId: string; readonly scale: Scale }

/** What the counted audits of a round have: versions in any order, and whether some have none. */
export type RoundUse = {
  readonly used: readonly UsedVersion[]
  readonly hasHistory: boolean
}

type Asked = {
  /** Of the theme. */
  readonly versions: readonly ThemeVersion[]
  /** '' is the grade of the theme. */
  readonly item: string
  readonly isGraded: boolean
  /** Values counted in it. */
  readonly values: readonly string[]
}

export const lineOfRound = (
  round: { readonly id: string; readonly use: RoundUse | undefined },
  { versions, item, isGraded, values }: Asked
): RoundLine => {
  const versionOf = (id: string | undefined) => versions.find((version) => version.id === id)
  const name = ({ versionId }: UsedVersion) => versionOf(versionId)?.version ?? ''
  const used = (round.use?.used ?? []).toSorted((a, b) => compareVersions(name(a), name(b)))
  const earliest = earliestVersion(versions, item)
  const scale = scaleOfValues(
    versionOf(used.at(-1)?.versionId) ?? earliest ?? versions.at(-1),
    values
  )
  const meaning = meaningOfRound({
    roundId: round.id,
    used,
    hasHistory: round.use?.hasHistory ?? false,
    earliest: earliest?.id,
    scale: isGraded ? scale : undefined,
  })
  return { ...meaning, roundId: round.id, scale }
}

/** A break with the versions that it is about. */
export type NamedBreak = LineBreak & {
  /** The one with which the later round's meaning began. */
  readonly since: ThemeVersion | undefined
  /** Names of two versions whose difference shows what changed. */
  readonly versions: { readonly from: string; readonly to: string } | undefined
}

export const namedBreaks = (
  lines: readonly RoundLine[],
  versions: readonly ThemeVersion[]
): NamedBreak[] => {
  const versionOf = (id: string | undefined) => versions.find((version) => version.id === id)
  return breaksOf(lines).map((found) => {
    const from = versionOf(found.compared?.from)
    const to = versionOf(found.compared?.to)
    return {
      ...found,
      since: versionOf(found.sinceVersionId),
      versions: from && to && { from: from.version, to: to.version },
    }
  })
}

/** The versions since which a round's audits mean what they mean, as `1` or, where they differ, `1 and 1-local.1`. */
export const sinceWords = (line: RoundMeaning, versions: readonly ThemeVersion[]): string =>
  [...new Set(line.used.map(({ sinceVersionId }) => sinceVersionId))]
    .map((id) => versions.find((version) => version.id === id)?.version ?? '')
    .join(' and ')
