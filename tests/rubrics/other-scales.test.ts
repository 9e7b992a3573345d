/** Rubrics on other scales than the four grades: what a file may say, and that the version keeps its scale. */
import { describe, expect, test } from 'vitest'
import { checkLibrary } from '../../src/rubrics/rules/check-library.ts'
import { faultLine } from '../../src/rubrics/rules/fault.ts'
import { canonicalRubric, rubricFromCanonical } from '../../src/rubrics/rules/rubric-identity.ts'
import { scaleOf } from '../../src/rubrics/rules/scale.ts'
import { damaged, faultsOf, parsedRubric } from './rubric-files.ts'

/** The sound file, on another scale: its criterion takes lines 10 to 19. */
const teaOn = (scale: string, descriptors: readonly string[], weak: string): string =>
  damaged(
    ['scale: four_grade', `scale: ${scale}`],
    ['rules: { half_weak_caps: off }\n', ''],
    ['    critical: true\n', ''],
    [
      '      outstanding: It steams\n      good: It is hot\n      requires_improvement: It is warm\n      inadequate: It is cold\n',
      descriptors.map((each) => `      ${each}\n`).join(''),
    ],
    ['is: [inadequate]', `is: [${weak}]`]
  )

const rag = teaOn('rag', ['red: It is cold', 'green: It is hot', 'amber: It is warm'], 'red')

describe('a rubric on red, amber and green', () => {
  test('carries its scale, and its descriptors in the order of the scale', () => {
    const rubric = parsedRubric(rag)
    expect(rubric.scale).toBe('rag')
    expect(scaleOf(rubric).values.map(({ label }) => label)).toEqual(['Green', 'Amber', 'Red'])
    const [hot] = rubric.items
    expect(hot?.kind === 'grade' && Object.keys(hot.descriptors)).toEqual(['green', 'amber', 'red'])
  })

  test('comes back whole from what is stored, descriptors in order', () => {
    const rubric = parsedRubric(rag)
    const back = rubricFromCanonical(canonicalRubric(rubric))
    expect(back).toEqual(rubric)
    const [hot] = back.items
    expect(hot?.kind === 'grade' && Object.keys(hot.descriptors)).toEqual(['green', 'amber', 'red'])
  })

  test.each<[string, string, string]>([
    [
      'a scale that is not there',
      rag.replace('scale: rag', 'scale: traffic_light'),
      '6: "scale" cannot be "traffic_light"; write "four_grade", "rag", "compliance", "frequency", "yes_no_sometimes" or "change"',
    ],
    [
      'a missing descriptor',
      rag.replace('      amber: It is warm\n', ''),
      '13: "descriptors" has no "amber"; add what an auditor would see at that grade',
    ],
    [
      'a descriptor of another scale',
      rag.replace('amber: It is warm', 'amber: It is warm\n      good: It is hot'),
      '17: "good" is not a field of "descriptors"; delete it, or use "green", "amber" or "red"',
    ],
    [
      'a critical item',
      rag.replace('    descriptors:', '    critical: true\n    descriptors:'),
      '13: "critical" limits a grade, which is for the four grades; this rubric is on "rag", so delete it',
    ],
    [
      'a cap',
      rag.replace('items:', 'rules: { half_weak_caps: inadequate }\nitems:'),
      '8: "half_weak_caps" is a rule of the four grades, and this rubric is on "rag"; delete it',
    ],
    [
      'a follow-up that waits for a grade of another scale',
      rag.replace('is: [red]', 'is: [inadequate]'),
      '21: "shows_when" waits for "inadequate", which "tea.hot" cannot be answered with; write "green", "amber", "red", "not_enough_evidence" or "not_applicable"',
    ],
  ])('%s is a fault', (_what, content, fault) => {
    expect(faultsOf(content)).toEqual([`rubrics/tea/1.yaml:${fault}`])
  })

  test('may take the better of two middle values, and has no such rule where there is no order', () => {
    expect(faultsOf(rag.replace('items:', 'rules: { lower_median: off }\nitems:'))).toEqual([])
    const plain = teaOn(
      'yes_no_sometimes',
      ['"yes": It is', '"no": It is not', 'sometimes: It can be'],
      '"no"'
    )
    expect(faultsOf(plain)).toEqual([])
    expect(faultsOf(plain.replace('items:', 'rules: { lower_median: off }\nitems:'))).toEqual([
      'rubrics/tea/1.yaml:8: "lower_median" is a rule for a grade of the theme, and on "yes_no_sometimes", which has no order, there is none; delete it',
    ])
  })

  test('stays on its scale in later versions', () => {
    const entry = (content: string, file: string) => ({
      file,
      rubric: parsedRubric(content, file),
      lines: new Map(),
    })
    const first = entry(rag, 'rubrics/tea/1.yaml')
    const second = entry(damaged(['version: 1', 'version: 2']), 'rubrics/tea/2.yaml')
    expect(checkLibrary([first, second]).map(faultLine)).toEqual([
      'rubrics/tea/2.yaml:1: tea is on the scale "four_grade" here and on "rag" in rubrics/tea/1.yaml; a theme keeps its scale, so make it a rubric of its own',
    ])
  })
})
