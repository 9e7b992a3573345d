/** What nobody of the line acknowledges goes up step by step, across midnight and the change of the clocks, once. */
import { describe, expect, test } from 'vitest'
import { saveAnswers } from '../../src/audits/save-answers.ts'
import { acknowledgeSafetyNotice } from '../../src/safety/acknowledge-safety-notice.ts'
import { escalateSafetyNotices } from '../../src/safety/escalate-safety-notices.ts'
import { changeSetting } from '../../src/settings/change-setting.ts'
import { sent } from '../support/audit-answers.ts'
import { newContext } from '../support/context.ts'
import { addresseesOf, eventsOf, newLine, noticesOf } from './line.ts'

const opened = async (now: string) => {
  const line = await newLine({ ctx: await newContext({ now }) })
  await saveAnswers(line.auditor, {
    auditId: line.auditId,
    answers: [sent('common.safe_now', ['no'])],
  })
  const run = (at: string) =>
    escalateSafetyNotices({
      ...line.ctx,
      now: at,
      actor: { kind: 'job', name: 'escalate-safety-notices' },
    })
  return { line, run }
}

describe('not acknowledged within the hour', () => {
  test('goes to the head of service, then the director, then once a day to both and the QA leads', async () => {
    const { line, run } = await opened('2026-01-12T23:30:00.000Z')
    expect(await run('2026-01-13T00:29:59.000Z')).toBe(0)
    expect(await run('2026-01-13T00:30:00.000Z')).toBe(1)
    expect(await addresseesOf(line)).toContain('Head of service 3')
    expect(await run('2026-01-13T00:31:00.000Z')).toBe(0)
    expect(await run('2026-01-13T01:30:00.000Z')).toBe(1)
    expect(await addresseesOf(line)).toContain('Director 4')
    expect(await run('2026-01-13T02:30:00.000Z')).toBe(0)
    expect(await run('2026-01-14T01:30:00.000Z')).toBe(1)
    expect(await noticesOf(line)).toMatchObject([{ level: 4, acknowledged_at: null }])
    const entries = await line.ctx.db
      .selectFrom('safety_entry')
      .select('detail')
      .where('kind', '=', 'escalated')
      .orderBy('at')
      .execute()
    expect(entries).toEqual([
      { detail: '3 60 1' },
      { detail: '4 60 1' },
      { detail: 'again 1440 2' },
    ])
    const events = await eventsOf(line)
    expect(events.filter((type) => type === 'safety_notice.escalated')).toHaveLength(3)
  })

  test.each([
    ['forward', '2026-03-29T00:30:00.000Z', '2026-03-29T01:29:00.000Z', '2026-03-29T01:30:00.000Z'],
    ['back', '2026-10-25T00:30:00.000Z', '2026-10-25T01:29:00.000Z', '2026-10-25T01:30:00.000Z'],
  ])('an hour is an hour when the clocks go %s', async (_name, now, before, due) => {
    const { run } = await opened(now)
    expect(await run(before)).toBe(0)
    expect(await run(due)).toBe(1)
  })

  test('two servers at once take it up one step', async () => {
    const { line, run } = await opened('2026-01-12T09:00:00.000Z')
    const at = '2026-01-12T10:00:00.000Z'
    const raised = await Promise.all([run(at), run(at)])
    expect(raised.toSorted()).toEqual([0, 1])
    expect(await noticesOf(line)).toMatchObject([{ level: 3 }])
  })

  test('acknowledged by the line it stays; by a QA lead it goes on', async () => {
    const { line, run } = await opened('2026-01-12T09:00:00.000Z')
    const noticeId = await line.noticeId()
    await acknowledgeSafetyNotice(line.as.qa, { noticeId })
    expect(await run('2026-01-12T10:00:00.000Z')).toBe(1)
    await acknowledgeSafetyNotice(line.as.manager, { noticeId })
    expect(await run('2026-01-12T11:00:00.000Z')).toBe(0)
  })

  test('after the minutes that the council has set', async () => {
    const { line, run } = await opened('2026-01-12T09:00:00.000Z')
    await changeSetting(line.ctx, { key: 'safety_escalate_minutes', value: '15', revision: 0 })
    expect(await run('2026-01-12T09:14:00.000Z')).toBe(0)
    expect(await run('2026-01-12T09:15:00.000Z')).toBe(1)
  })
})
