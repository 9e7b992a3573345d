/** Rubric files for tests: the real scales, and one small sound rubric to damage in many ways. */
import { readFileSync } from 'node:fs'
import { faultLine } from '../../src/rubrics/rules/fault.ts'
import { parseRubric } from '../../src/rubrics/rules/parse-rubric.ts'
import { parseScales } from '../../src/rubrics/rules/parse-scales.ts'
import type { Rubric } from '../../src/rubrics/rules/rubric.ts'
import type { Scales } from '../../src/rubrics/rules/scale.ts'

export const fourGradeScales = (): Scales => {
  const parsed = parseScales('rubrics/scales.yaml', readFileSync('rubrics/scales.yaml'))
  if (!parsed.ok) throw new Error(parsed.faults.map(faultLine).join('\n'))
  return parsed.scales
}

/** A sound file, `rubrics/tea/1.yaml`; its lines are counted on in the tests. */
export const soundFile = `key: tea
version: 1
title: Tea
judgement: leadership
source: Made up
scale: four_grade
applies: { status: [cp, cin] }
rules: { half_weak_caps: off }
items:
  - key: tea.hot
    short: Hot enough
    question: Is the tea hot enough?
    kind: grade
    critical: true
    descriptors:
      outstanding: It steams
      good: It is hot
      requires_improvement: It is warm
      inadequate: It is cold
  - key: tea.why_cold
    short: Why cold
    question: Why was it cold?
    kind: text
    shows_when: { item: tea.hot, is: [inadequate] }
  - key: tea.cups
    short: Cups
    question: How many cups?
    kind: number
    unit: cups
  - key: tea.with
    short: With what
    question: What was it served with?
    kind: category
    choices:
      - { key: milk, label: Milk }
      - { key: lemon, label: Lemon }
`

export const faultsOf = (
  content: string | Uint8Array,
  file = 'rubrics/tea/1.yaml'
): readonly string[] => {
  const parsed = parseRubric(file, content, { scales: fourGradeScales() })
  return parsed.ok ? [] : parsed.faults.map(faultLine)
}

/** The sound file with each piece of text replaced; a piece that is not there is a mistake in the test. */
export const damaged = (...changes: readonly (readonly [from: string, to: string])[]): string =>
  changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the sound file has no ${from}`)
    return text.replace(from, to)
  }, soundFile)

export const parsedRubric = (content: string, file = 'rubrics/tea/1.yaml'): Rubric => {
  const parsed = parseRubric(file, content, { scales: fourGradeScales() })
  if (!parsed.ok) throw new Error(parsed.faults.map(faultLine).join('\n'))
  return parsed.rubric
}
