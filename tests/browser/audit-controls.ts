/** Answering an audit's questions on its pages, as a person does: choose, type, press the button. */

import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { goodAnswers } from '../support/audit-answers.ts'

export const itemOn = (page: Page, key: string): Locator =>
  page.locator(`#item-${key.replaceAll('.', '-')}`)

export const evidenceOn = (page: Page, key: string): Locator =>
  page.locator(`[name="evidence:${key}"]`)

/** Chooses or types the answer. */
export const answerOn = async (page: Page, key: string, values: readonly string[]) => {
  for (const value of values) {
    const choice = page.locator(`[name="value:${key}"][value="${value}"]`)
    if ((await choice.count()) > 0) await choice.check()
    else await page.locator(`[name="value:${key}"][type=text]`).fill(value)
  }
}

export const says = (page: Page, key: string, words: string) =>
  expect
    .poll(() => itemOn(page, key).locator('[data-save-status]').textContent(), { timeout: 20_000 })
    .toContain(words)

/** Answers every question of the part that is open, from the answers that are good throughout. */
export const answerPart = async (page: Page, keys: RegExp): Promise<void> => {
  for (const { itemKey, values, evidence } of goodAnswers) {
    if (!keys.test(itemKey)) continue
    await answerOn(page, itemKey, values)
    if (evidence !== '') await evidenceOn(page, itemKey).fill(evidence)
  }
}
