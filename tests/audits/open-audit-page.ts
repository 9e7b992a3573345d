/** An open audit with its auditor's browser, and the fields of a form as that browser sends them. */
import type { TestApp } from '../support/app.ts'
import { openAudit } from '../support/round-builders.ts'

export const htmx = { 'hx-request': 'true' }

export type Fields = Record<string, string | readonly string[]>

export const setUp = async (t: TestApp) => {
  const audit = await openAudit(t.context())
  const browser = await t.browserOf(audit.auditorId)
  const at = `/audits/${audit.auditId}`
  return {
    t,
    ...audit,
    browser,
    at,
    autosave: (key: string, sent: Fields) => browser.post(`${at}/answers/${key}`, sent, htmx),
    answerOf: (key: string) =>
      t.db
        .selectFrom('answer')
        .select(['state', 'value', 'evidence', 'revision'])
        .where('item_key', '=', key)
        .executeTakeFirst(),
  }
}

/** One item's fields. */
export const fields = (
  key: string,
  value: string | readonly string[],
  given: { evidence?: string; reason?: string; revision?: string } = {}
): Fields => ({
  [`value:${key}`]: value,
  [`evidence:${key}`]: given.evidence ?? '',
  [`reason:${key}`]: given.reason ?? '',
  [`revision:${key}`]: given.revision ?? '0',
})
