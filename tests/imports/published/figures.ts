/**
 * The audit results that a council's self-evaluation of 2018 reports, as percentages; undefined where it gives none.
 * The same figures as published-grades.csv of the reference material. `note` is the number of its data note.
 */

export type PublishedFigure = {
  readonly audit: string
  readonly kind: 'learning' | 'thematic'
  /** The day is ours: the document gives a month, or a year. */
  readonly auditedOn: string
  /** As the results file names them: a rubric's key or title. A blank item is the grade of the theme. */
  readonly theme: string
  readonly item: string
  /** Outstanding, good, requires improvement, inadequate. */
  readonly grades: readonly (number | undefined)[]
  readonly goodOrBetter: number
  readonly note: number
}

const none = undefined

export const publishedFigures: readonly PublishedFigure[] = [
  {
    audit: 'April 2016 bi-monthly learning audit',
    kind: 'learning',
    auditedOn: '2016-04-29',
    theme: 'Child in need plan',
    item: '',
    grades: [none, none, 49, 24],
    goodOrBetter: 27,
    note: 14,
  },
  {
    audit: 'Latest learning audit before Q3 2017/18',
    kind: 'learning',
    auditedOn: '2017-09-15',
    theme: 'Child in need plan',
    item: '',
    grades: [none, none, 43, 7],
    goodOrBetter: 50,
    note: 14,
  },
  {
    audit: 'Themed audit of referrals',
    kind: 'thematic',
    auditedOn: '2017-03-31',
    theme: 'referral',
    item: '',
    grades: [0, 73, 21, 6],
    goodOrBetter: 73,
    note: 8,
  },
  {
    audit: 'Audit of assessments',
    kind: 'thematic',
    auditedOn: '2017-08-31',
    theme: 'assessment',
    item: 'Child’s wishes and feelings',
    grades: [4, 77, none, none],
    goodOrBetter: 81,
    note: 9,
  },
  {
    audit: 'Audit of assessments',
    kind: 'thematic',
    auditedOn: '2017-08-31',
    theme: 'assessment',
    item: 'Direct work evidenced',
    grades: [none, none, none, none],
    goodOrBetter: 58,
    note: 10,
  },
  {
    audit: 'September 2016 learning audit',
    kind: 'learning',
    auditedOn: '2016-09-30',
    theme: 'Child protection plan',
    item: '',
    grades: [none, none, 43, none],
    goodOrBetter: 47,
    note: 27,
  },
  {
    // "Over 70%": with 28% requires improvement and none inadequate it can only be 72.
    audit: 'September 2017 learning audit',
    kind: 'learning',
    auditedOn: '2017-09-29',
    theme: 'Child protection plan',
    item: '',
    grades: [none, none, 28, 0],
    goodOrBetter: 72,
    note: 27,
  },
  {
    audit: 'September 2016 learning audit',
    kind: 'learning',
    auditedOn: '2016-09-30',
    theme: 'care_plan',
    item: '',
    grades: [none, none, 44, none],
    goodOrBetter: 52,
    note: 43,
  },
  {
    audit: 'September 2017 learning audit',
    kind: 'learning',
    auditedOn: '2017-09-29',
    theme: 'care_plan',
    item: '',
    grades: [none, none, 24, none],
    goodOrBetter: 72,
    note: 43,
  },
  {
    audit: 'Thematic audit of care planning and permanency',
    kind: 'thematic',
    auditedOn: '2017-11-30',
    theme: 'care_plan',
    item: 'Complex cultural and identity needs',
    grades: [none, 90, none, none],
    goodOrBetter: 90,
    note: 44,
  },
  {
    audit: 'Thematic audit of care planning and permanency',
    kind: 'thematic',
    auditedOn: '2017-11-30',
    theme: 'care_plan',
    item: 'Quality of placement and stability',
    grades: [20, 70, none, none],
    goodOrBetter: 90,
    note: 45,
  },
  {
    audit: 'Thematic audit of care planning and permanency',
    kind: 'thematic',
    auditedOn: '2017-11-30',
    theme: 'oversight',
    item: 'IRO oversight and challenge',
    grades: [none, none, 70, 10],
    goodOrBetter: 20,
    note: 48,
  },
  {
    audit: 'Personal education plan review (previous)',
    kind: 'thematic',
    auditedOn: '2017-06-30',
    theme: 'pep',
    item: '',
    grades: [none, none, 56, none],
    goodOrBetter: 38,
    note: 57,
  },
  {
    audit: 'Personal education plan review (latest)',
    kind: 'thematic',
    auditedOn: '2017-12-15',
    theme: 'pep',
    item: '',
    grades: [none, none, 44, none],
    goodOrBetter: 55,
    note: 57,
  },
  {
    audit: 'Leaving care case audits',
    kind: 'thematic',
    auditedOn: '2017-10-31',
    theme: 'supervision',
    item: '',
    grades: [9, 73, 18, 0],
    goodOrBetter: 82,
    note: 68,
  },
]
