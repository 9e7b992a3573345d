/** The rubric files in this repository: every one is sound, and together they ask what they should. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkLibrary, type LibraryEntry } from '../../src/rubrics/rules/check-library.ts'
import { faultLine } from '../../src/rubrics/rules/fault.ts'
import { parseRubric } from '../../src/rubrics/rules/parse-rubric.ts'
import { canonicalRubric, rubricFromCanonical } from '../../src/rubrics/rules/rubric-identity.ts'
import { fourGradeScales } from './rubric-files.ts'

const read = (file: string): LibraryEntry => {
  const parsed = parseRubric(file, readFileSync(file), { scales: fourGradeScales() })
  if (!parsed.ok) throw new Error(parsed.faults.map(faultLine).join('\n'))
  return { file, rubric: parsed.rubric, lines: parsed.lines }
}

const library = readdirSync('rubrics', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap((folder) =>
    readdirSync(`rubrics/${folder.name}`).map((file) => `${folder.name}/${file}`)
  )
  .map((file) => read(`rubrics/${file}`))

const rubricOf = (key: string) => {
  const entry = library.find(({ rubric }) => rubric.key === key)
  if (entry === undefined) throw new Error(`no rubric ${key}`)
  return entry.rubric
}

describe('the library', () => {
  test('has the common block and the first five themes, side by side without a fault', () => {
    const keys = library.map(({ rubric }) => rubric.key)
    expect(keys).toEqual(
      expect.arrayContaining(['care_plan', 'cin_plan', 'common', 'cp_plan', 'supervision', 'voice'])
    )
    expect(checkLibrary(library)).toEqual([])
  })

  test.each([
    [
      'common',
      'safe_now* already_known* escalated* impact family_feedback* no_feedback_reason* worker_involved* good_practice*',
      'impact',
    ],
    ['voice', 'seen lived method influence rights identity', 'seen'],
    [
      'supervision',
      'frequency reflective direction followup drift signoff days_since_last* manager_read_file*',
      'direction drift',
    ],
    ['cin_plan', 'outcomes purpose review visits step months_open* review_in_date*', ''],
    [
      'cp_plan',
      'clarity actions child_focus core_group progress visits months_on_plan* repeat_plan* visit_within_4_weeks*',
      'clarity progress',
    ],
    [
      'care_plan',
      'plan permanence placement identity wellbeing story placements_12m* visit_in_time* permanence_route*',
      'permanence',
    ],
  ])('%s asks what it should, a star marking measures', (key, items, critical) => {
    const rubric = rubricOf(key)
    const name = (itemKey: string) => itemKey.split('.')[1]
    const asked = rubric.items.map((item) => name(item.key) + (item.kind === 'grade' ? '' : '*'))
    const limiting = rubric.items
      .filter((item) => item.kind === 'grade' && item.critical)
      .map((item) => name(item.key))
    expect(asked.join(' ')).toBe(items)
    expect(limiting.join(' ')).toBe(critical)
  })

  test('says for every item where in the record to look', () => {
    const without = library.flatMap(({ rubric }) =>
      rubric.items.filter((item) => item.guidance === undefined).map((item) => item.key)
    )
    expect(without).toEqual([])
  })

  test('applies each theme to its cases', () => {
    const open = ['early_help', 'assessment', 'cin', 'cp', 'care', 'care_leaver']
    expect(rubricOf('common').applies.status).toBeUndefined()
    expect(rubricOf('voice').applies.status).toEqual(open)
    expect(rubricOf('supervision').applies.status).toEqual(open)
    expect(rubricOf('cin_plan').applies.status).toEqual(['cin'])
    expect(rubricOf('cp_plan').applies.status).toEqual(['cp'])
    expect(rubricOf('care_plan').applies.status).toEqual(['care'])
  })

  test('comes back whole from its canonical text', () => {
    for (const { rubric } of library) {
      expect(rubricFromCanonical(canonicalRubric(rubric))).toEqual(rubric)
    }
  })
})

test('a common block without the items that the program reads is refused', () => {
  const content = readFileSync('rubrics/common/1.yaml', 'utf8')
    .replace('key: common.impact', 'key: common.effect')
    .replace('{ key: cannot_tell, label: Cannot tell }', '{ key: unclear, label: Cannot tell }')
    .replaceAll('cannot_tell', 'unclear')
    .replace('kind: yes_no', 'kind: text')
  const parsed = parseRubric('rubrics/common/1.yaml', content, { scales: fourGradeScales() })
  expect(parsed.ok ? [] : parsed.faults.map(faultLine)).toEqual([
    'rubrics/common/1.yaml:9: the common block has no "common.impact", which the program reads; put it back',
    'rubrics/common/1.yaml:10: "common.safe_now" needs the choices yes, no, cannot_tell, since the program reads them; put back cannot_tell',
    'rubrics/common/1.yaml:24: "common.already_known" has to be of kind yes_no, since the program reads it',
  ])
})

test('the example in the README is a rubric', () => {
  const readme = readFileSync('rubrics/README.md', 'utf8')
  const example = /```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
  const parsed = parseRubric('rubrics/family_time/1.yaml', example, { scales: fourGradeScales() })
  expect(parsed.ok ? parsed.rubric.items.map((item) => item.kind) : parsed.faults).toEqual([
    'grade',
    'yes_no',
    'number',
    'category',
    'text',
  ])
})
