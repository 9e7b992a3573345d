/** A small results file to start from: every column once, invented throughout. */
export const EXAMPLE_FILE = [
  'audit_ref,round,round_kind,audited_on,theme,item,grade,moderated_grade,case_ref,service_status,team,auditor',
  'LA-2016-001,April 2016 learning audit,learning,2016-04-28,audit,,good,requires improvement,10001,child in need,North 1,R Hale',
  'LA-2016-001,April 2016 learning audit,learning,2016-04-28,cin_plan,,requires improvement,,10001,child in need,North 1,R Hale',
  'LA-2016-001,April 2016 learning audit,learning,2016-04-28,voice,,good,,10001,child in need,North 1,R Hale',
  'LA-2016-002,April 2016 learning audit,learning,2016-04-29,audit,,outstanding,,10002,CP,North 2,S Okoro',
  'LA-2016-002,April 2016 learning audit,learning,2016-04-29,cp_plan,,not enough evidence,,10002,CP,North 2,S Okoro',
  '',
].join('\r\n')

/** The columns in words, in the order in which people ask about them; `docs/import-results.md` says the same. */
export const COLUMN_HELP: readonly {
  readonly name: string
  readonly isNeeded: boolean
  readonly help: string
}[] = [
  {
    name: 'audit_ref',
    isNeeded: true,
    help: 'One reference an audit. All rows of one audit bear it.',
  },
  { name: 'round', isNeeded: true, help: 'The round’s name.' },
  { name: 'audited_on', isNeeded: true, help: 'YYYY-MM-DD, the same in all rows of one audit.' },
  {
    name: 'theme',
    isNeeded: true,
    help: 'A rubric’s key or title, or “audit” for the overall grade. Any other theme is kept under its own name.',
  },
  {
    name: 'grade',
    isNeeded: true,
    help: 'Outstanding, good, requires improvement or inadequate (or O G RI I), n/a, not enough evidence. For a measure yes or no, a number, or a word.',
  },
  {
    name: 'item',
    isNeeded: false,
    help: 'An item’s key or question. Blank is the grade of the theme.',
  },
  {
    name: 'round_kind',
    isNeeded: false,
    help: 'Learning unless given; thematic, dip, multi-agency, re-audit, observation or self-assessment.',
  },
  {
    name: 'moderated_grade',
    isNeeded: false,
    help: 'What moderation made of it; it is the final grade then.',
  },
  { name: 'case_ref', isNeeded: false, help: 'The case system’s reference, never a name.' },
  {
    name: 'service_status',
    isNeeded: false,
    help: 'Child in need, CP, looked after, care leaver and so on.',
  },
  { name: 'team', isNeeded: false, help: 'An unknown team is kept as a closed one of the past.' },
  { name: 'auditor', isNeeded: false, help: 'As typed.' },
]
