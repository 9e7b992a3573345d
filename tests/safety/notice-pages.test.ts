/** The pages: what comes first after saving, what submitting is refused for, and what the second to close is shown. */
import { expect, test } from 'vitest'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import { closeSafetyNotice } from '../../src/safety/close-safety-notice.ts'
import { decideSafetyNotice } from '../../src/safety/decide-safety-notice.ts'
import { newApp } from '../support/app.ts'
import { newLine, tellManager } from './line.ts'

test('saving the page without JavaScript comes back with the panel first, until somebody is told', async () => {
  const t = await newApp()
  const line = await newLine({ ctx: t.context() })
  const browser = await t.browserOf(line.auditorId)
  const at = `/audits/${line.auditId}/themes/safe-now`
  const saved = await browser.post(at, {
    'value:common.safe_now': 'no',
    'revision:common.safe_now': '0',
    go: 'next',
  })
  expect([saved.status, saved.headers.get('location')]).toEqual([303, `${at}#safety-panel`])
  const page = await (await browser.get(at)).text()
  expect(page.indexOf('id="safety-panel"')).toBeLessThan(page.indexOf('<h1'))
  expect(page.match(/role="alert"/g)).toHaveLength(1)
  const submission = await submitAudit(line.auditor, { auditId: line.auditId })
  expect(submission.ok ? [] : submission.missing[0]).toEqual({
    text: 'Ring first. Then record whom you rang and when',
    place: 'themes/safe-now#safety-panel',
    section: 'safe-now',
  })
  const noticeId = await line.noticeId()
  await tellManager(line, noticeId)
  expect(await (await browser.get(at)).text()).not.toContain('role="alert"')

  await decideSafetyNotice(line.as.head, {
    noticeId,
    revision: 1,
    words: 'Visit today.',
    dueOn: '2026-01-12',
  })
  await closeSafetyNotice(line.as.head, { noticeId, words: 'Seen safe.' })
  const qa = await t.browserOf(line.people.qa)
  const late = await qa.post(`/safety-notices/${noticeId}/close`, { words: 'My own reason.' })
  const shown = await late.text()
  expect(late.status).toBe(409)
  for (const words of ['My own reason.', 'Head of service closed the notice', 'Seen safe.']) {
    expect(shown).toContain(words)
  }
})
