/** The report's shape, exactly as `--format json` prints it (contracts.md §8). Every format lays out this model. */
import type { ByGrade } from '../../analytics/rules/distribution.ts'
import type { Verdict } from '../../analytics/rules/newcombe.ts'

export type Audience = 'internal' | 'external'

/** A figure, or "c" where it would give away that a few children are meant (external reports only). */
export type Figure = number | 'c'

export type ReportDistribution = {
  readonly theme: string
  /** Null is the theme grade. */
  readonly item: string | null
  readonly round: string
  readonly roundKind: string
  readonly roundDate: string
  readonly n: Figure
  readonly counts: ByGrade<Figure>
  readonly percent: ByGrade<Figure>
  readonly notApplicable: Figure
  readonly notEnoughEvidence: Figure
  /** The key of the theme's scale where it is not the four grades; `counts` and `percent` then have its values. */
  readonly scale?: string | undefined
  /** Of that scale, the values that count as good. */
  readonly positive?: readonly string[] | undefined
  /** What that scale counts beside *n*. */
  readonly outside?: ByGrade<Figure> | undefined
  /** Null where nothing on the scale counts as good. */
  readonly goodOrBetter: {
    readonly count: Figure
    readonly percent: Figure
    readonly low: Figure
    readonly high: Figure
  } | null
}

type MeasureOf<Kind extends string, Figures> = {
  readonly theme: string
  readonly item: string
  readonly round: string
  readonly kind: Kind
  readonly n: Figure
} & Readonly<Figures>

export type YesNoMeasure = MeasureOf<
  'yes_no',
  { values: { yes: Figure; no: Figure }; yes: { percent: Figure; low: Figure; high: Figure } }
>
export type NumberMeasure = MeasureOf<
  'number',
  { median: Figure; lowerQuartile: Figure; upperQuartile: Figure; min: Figure; max: Figure }
>
/** `multiple`: several choices could be given, so that counts need not sum to n nor percentages to 100. */
export type CategoryMeasure = MeasureOf<
  'category',
  {
    multiple: boolean
    values: Readonly<Record<string, Figure>>
    percent: Readonly<Record<string, Figure>>
  }
>
export type ReportMeasure = YesNoMeasure | NumberMeasure | CategoryMeasure

/** Of good or better, from one round to the next of the same kind. */
export type ReportChange = {
  readonly theme: string
  readonly item: string | null
  readonly roundKind: string
  readonly fromRound: string
  readonly toRound: string
  readonly difference: Figure
  readonly low: Figure
  readonly high: Figure
  readonly verdict: Verdict | 'c'
}

/** Two rounds of one kind, one after the other, that do not mean the same: nothing is said of a change between them. */
export type ReportBreak = {
  readonly theme: string
  readonly item: string | null
  readonly roundKind: string
  readonly fromRound: string
  readonly toRound: string
  /** The question means something else, it is graded on another scale, or one of the rounds asked two things. */
  readonly cause: 'meaning' | 'scale' | 'mixed'
  /** Versions whose difference shows what changed; null where no rubric says it. */
  readonly fromVersion: string | null
  readonly toVersion: string | null
  /** The publisher's words; null where there are none, and for those outside the council: words may hold names. */
  readonly reason: string | null
}

/** Practice alerts: those raised in the period by kind, and the concerns resolved in it. */
export type ReportAlerts = {
  readonly raised: readonly {
    readonly kind: string
    readonly n: Figure
    readonly resolved: Figure
    readonly withdrawn: Figure
    readonly open: Figure
  }[]
  /** Null where none was resolved. */
  readonly resolved: {
    readonly n: Figure
    /** By the date that was given when each was raised. */
    readonly byFirstExpected: {
      readonly count: Figure
      readonly percent: Figure
      readonly low: Figure
      readonly high: Figure
    }
  } | null
}

export type Report = {
  readonly from: string | null
  readonly to: string | null
  readonly audience: Audience
  readonly distributions: readonly ReportDistribution[]
  readonly measures: readonly ReportMeasure[]
  readonly changes: readonly ReportChange[]
  readonly breaks: readonly ReportBreak[]
  /** Not there where no alert was raised or resolved, or the report is of one theme or round. */
  readonly alerts?: ReportAlerts | undefined
}
