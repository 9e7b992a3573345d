/** What the people of the story fill in: dates, the answers of a part, a whole audit from its first page to its submission. */
import { expect } from 'vitest'
import { listCurrentRubrics } from '../../src/rubrics/store.ts'
import { goodAnswers } from '../support/audit-answers.ts'
import type { Hand, Stage, Values } from './round-stage.ts'

/** The three boxes of a date in 2026. */
export const dateBoxes = (field: string, day: number, month: number): Values => ({
  [`${field}-day`]: String(day),
  [`${field}-month`]: String(month),
  [`${field}-year`]: '2026',
})

export const safeNow = (answer: 'yes' | 'no'): Values => ({
  'value:common.safe_now': answer,
  'revision:common.safe_now': '0',
})

/** Good answers to the questions whose keys match. */
export const themeAnswers = (keys: RegExp): Values =>
  Object.fromEntries(
    goodAnswers
      .filter(({ itemKey }) => keys.test(itemKey))
      .flatMap(({ itemKey, values, evidence }) => [
        [`value:${itemKey}`, values] as const,
        ...(evidence === '' ? [] : [[`evidence:${itemKey}`, evidence] as const]),
      ])
  )

export const rubricOf = async ({ db }: Stage, key: string): Promise<string> =>
  (await listCurrentRubrics(db)).find((rubric) => rubric.key === key)?.id ?? ''

/** Audits by the reference of their case. */
export const auditsOf = async ({ db }: Stage): Promise<ReadonlyMap<string, string>> => {
  const rows = await db.selectFrom('audit').select(['id', 'case_reference']).execute()
  return new Map(rows.map(({ id, case_reference }) => [case_reference ?? '', id]))
}

/**
 * Answers what is missing and submits.
 *
 * @param isSafe false where a safety notice is open and what is known has to be said
 * @param isThemeDone somebody else has answered the child protection plan
 */
export const completeAudit = async (
  hand: Hand,
  auditId: string,
  { isSafe = true, isThemeDone = false } = {}
): Promise<void> => {
  const at = `/audits/${auditId}`
  await hand.open(`${at}/themes/safe-now`)
  await hand.press(
    'Save and go to Child protection plan',
    isSafe
      ? { 'value:common.safe_now': 'yes' }
      : {
          'value:common.already_known': 'yes',
          'evidence:common.safe_now': 'No visit since the call of the school.',
          'evidence:common.already_known': 'A strategy discussion was held on Friday.',
        }
  )
  await hand.press('Save and go to Difference made, family and worker', {
    ...(isThemeDone ? {} : themeAnswers(/^cp\./)),
    grade: 'good',
  })
  await hand.press('Save and go to the overall grade', themeAnswers(/common\.[^s]/))
  await hand.press('Save the overall grade', { grade: 'good' })
  await hand.open(`${at}/check`)
  const page = await hand.press('Submit the audit')
  expect(page.whole).toContain('The audit was submitted.')
}
