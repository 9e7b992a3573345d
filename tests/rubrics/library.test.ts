/** The rubric files in this repository: every one is sound, and together they ask what they should. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkLibrary, type LibraryEntry } from '../../src/rubrics/rules/check-library.ts'
import { faultLine } from '../../src/rubrics/rules/fault.ts'
import { gradingRuleNames } from '../../src/rubrics/rules/grading-rule.ts'
import { parseRubric, rubricFields } from '../../src/rubrics/rules/parse-rubric.ts'
import { scaleFields, scaleValueFields } from '../../src/rubrics/rules/parse-scales.ts'
import { baseFields, kindFields } from '../../src/rubrics/rules/read-item.ts'
import { canonicalRubric, rubricFromCanonical } from '../../src/rubrics/rules/rubric-identity.ts'
import { scaleColours } from '../../src/rubrics/rules/scale.ts'
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
  test('has the common block and nineteen themes, side by side without a fault', () => {
    const keys = library.map(({ rubric }) => rubric.key).toSorted()
    expect(keys).toEqual([
      'assessment',
      'care_plan',
      'cin_plan',
      'cl_supervision',
      'common',
      'conference',
      'cp_plan',
      'direct_work',
      'exploitation',
      'oversight',
      'pathway',
      'pep',
      'pre_proceedings',
      'recording',
      'referral',
      's47',
      'safety',
      'strategy',
      'supervision',
      'voice',
    ])
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
    [
      'assessment',
      'history analysis parenting partners outline_plan pace working_days* direct_work* wishes_recorded* tool_used*',
      'analysis',
    ],
    [
      'pathway',
      'owned needs home eet contact entitlement reviewed_6m* in_touch* accommodation_suitable*',
      'home',
    ],
    [
      'strategy',
      'agencies information threshold safety_plan speed record mode* all_relevant* interim_plan_recorded* hours_from_concern*',
      'agencies threshold safety_plan',
    ],
    [
      's47',
      'child scope joint finding next_step parents working_days_to_conference* conference_within_15*',
      'child finding',
    ],
    [
      'referral',
      'quality consent screen history threshold feedback tier2_possible* hours_to_decision* rag_matches* repeat_12m*',
      'screen threshold',
    ],
    ['safety', 'plan shared network contingency learning consequence', 'plan contingency'],
    ['direct_work', 'relationship tools parents early record', ''],
    [
      'oversight',
      'between challenge alerts child plan dispute alerts_open* alerts_overdue* midway_done* dispute_days*',
      'between challenge',
    ],
    [
      'recording',
      'current chronology summary purpose language basics chronology_present* genogram_present* days_since_last_entry*',
      '',
    ],
    [
      'exploitation',
      'spot assess panel missing support plan missing_episodes_12m* rhi_offered* rhi_accepted*',
      'spot',
    ],
    ['pep', 'current targets child funding partners attendance in_term* attendance_pct*', ''],
    [
      'pre_proceedings',
      'timing letter assessments review family evidence weeks_in_process* over_5_months* recalled*',
      'timing',
    ],
    [
      'conference',
      'preparation child chair risk outcome agencies police_present* gp_present* report_from_absent* report_shared_with_parent* quorate*',
      'outcome',
    ],
    ['cl_supervision', 'regular risk progress voice transfer days_since_last*', 'risk'],
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
    expect(rubricOf('pathway').applies).toEqual({
      status: ['care', 'care_leaver'],
      age: { from: 16, to: undefined },
      flags: [],
    })
    expect(rubricOf('strategy').applies.age).toEqual({ from: undefined, to: 17 })
    expect(rubricOf('safety').applies.status).toEqual(['cin', 'cp', 'care'])
    expect(rubricOf('exploitation').applies.flags).toEqual(['exploitation', 'missing'])
    expect(rubricOf('cl_supervision').applies.status).toEqual(['care_leaver'])
  })

  test('speaks to each line of the inspectorate’s report', () => {
    const under = (judgement: string) =>
      library.filter(({ rubric }) => rubric.judgement === judgement).map(({ rubric }) => rubric.key)
    expect(under('leadership').toSorted()).toEqual(['oversight', 'recording', 'supervision'])
    expect(under('children_in_care').toSorted()).toEqual(['care_plan', 'pep'])
    expect(under('care_leavers').toSorted()).toEqual(['cl_supervision', 'pathway'])
    expect(under('help_and_protection')).toHaveLength(12)
  })

  test('describes no grade twice in one criterion, and none by a bare word of praise', () => {
    for (const { rubric } of library) {
      for (const item of rubric.items) {
        if (item.kind !== 'grade') continue
        const texts = Object.values(item.descriptors)
        expect(new Set(texts).size, item.key).toBe(4)
        expect(texts.filter((text) => text.length < 20 || /\bvery good\b/i.test(text))).toEqual([])
      }
    }
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

test('the README lists every field that is read, every rule, scale and colour', () => {
  const readme = readFileSync('rubrics/README.md', 'utf8')
  // The names of fields stand in the first two columns of the tables.
  const cells = readme
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .flatMap((line) => line.split('|').slice(1, 3))
  const listed = new Set(cells.flatMap((cell) => /^ `(\w+)` $/.exec(cell)?.[1] ?? []))
  const read = [
    ...rubricFields,
    ...baseFields,
    ...Object.values(kindFields).flat(),
    ...gradingRuleNames,
    ...scaleFields,
    ...scaleValueFields,
    ...fourGradeScales().keys(),
    ...['status', 'age', 'flags'],
  ]
  expect(read.filter((name) => !listed.has(name))).toEqual([])
  for (const colour of scaleColours) expect(readme).toContain(`\`${colour}\``)
  const example = /```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
  const shown = [...rubricFields, ...baseFields, ...Object.values(kindFields).flat()]
  expect(shown.filter((name) => !new RegExp(`\\b${name}:`).test(example))).toEqual([])
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
