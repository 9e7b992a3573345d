/** Which themes one audit has and how many answers it needs at the start. Later answers can show more items. */
import { appliesTo, type CaseFacts, shownItems } from '../../rubrics/rules/applicability.ts'
import { auditThemeKey, type Rubric } from '../../rubrics/rules/rubric.ts'
import type { ServiceStatus } from '../../rubrics/rules/service-status.ts'

export interface VersionedRubric {
  /** Of the published version. */
  readonly id: string
  readonly rubric: Pick<Rubric, 'key' | 'applies' | 'items'>
}

export interface PlannedTheme {
  readonly theme: string
  /** Null for the audit grade, which has no rubric. */
  readonly rubricVersionId: string | null
  readonly position: number
}

/** A case as applicability asks for it. An empty list of flags is not known: nobody can yet say that there are none. */
export const factsOf = (found: {
  readonly serviceStatus: ServiceStatus
  readonly age: number | null
  readonly flags: readonly string[]
}): CaseFacts => ({
  status: found.serviceStatus,
  age: found.age ?? undefined,
  flags: found.flags.length > 0 ? found.flags : undefined,
})

/** The rubrics that this case is asked, the common block apart. */
export const applicableRubrics = (
  rubrics: readonly VersionedRubric[],
  facts: CaseFacts
): VersionedRubric[] => rubrics.filter(({ rubric }) => appliesTo(rubric, facts))

/** The common block, the round's rubrics that apply to the case in the round's order, then the audit grade. */
export const planThemes = (
  common: VersionedRubric,
  rubrics: readonly VersionedRubric[],
  facts: CaseFacts
): { readonly themes: readonly PlannedTheme[]; readonly toAnswer: number } => {
  const asked = [common, ...applicableRubrics(rubrics, facts)]
  const themes = asked.map(({ id, rubric }, position) => ({
    theme: rubric.key,
    rubricVersionId: id,
    position,
  }))
  return {
    themes: [...themes, { theme: auditThemeKey, rubricVersionId: null, position: themes.length }],
    toAnswer: asked.reduce(
      (sum, { rubric }) => sum + shownItems(rubric, {}).filter((item) => item.required).length,
      0
    ),
  }
}
