/** Somebody to whom a safety notice went leaves: it never waits for a person who is not there. */
import { expect, test } from 'vitest'
import { closeAccount } from '../../src/admin/close-account.ts'
import { countOpenWork } from '../../src/admin/open-work-store.ts'
import { saveAnswers } from '../../src/audits/save-answers.ts'
import { acknowledgeSafetyNotice } from '../../src/safety/acknowledge-safety-notice.ts'
import { decideSafetyNotice } from '../../src/safety/decide-safety-notice.ts'
import { storyOf } from '../../src/safety/rules/story.ts'
import { listStory } from '../../src/safety/story-store.ts'
import { sent } from '../support/audit-answers.ts'
import { newContext } from '../support/context.ts'
import { addresseesOf, type Line, newLine, noticesOf } from './line.ts'

const opened = async () => {
  const line = await newLine({ ctx: await newContext() })
  await saveAnswers(line.auditor, {
    auditId: line.auditId,
    answers: [sent('common.safe_now', ['no'])],
  })
  return { line, noticeId: await line.noticeId() }
}

const leave = ({ ctx }: Line, personId: string) =>
  closeAccount(ctx, { personId, actionsTo: null, leaveActions: true })

const atOnce = ['QA lead 0', 'Service manager 2', 'Team manager 1']

test('nobody acknowledged it: the head of service is told at once, and the story says why', async () => {
  const { line, noticeId } = await opened()
  expect(await countOpenWork(line.ctx.db, line.people.manager)).toMatchObject({
    safetyNotices: 1,
    safetyNoticesWaiting: 1,
    unreadNotices: 1,
  })
  await leave(line, line.people.manager)
  expect(await addresseesOf(line)).toEqual(['Head of service 3', ...atOnce])
  const standing = await line.ctx.db
    .selectFrom('notice')
    .select(['kind', 'stands'])
    .where('person_id', '=', line.people.head)
    .execute()
  expect(standing).toEqual([{ kind: 'safety_notice_escalated', stands: 1 }])
  const { moments } = storyOf(await listStory(line.ctx.db, noticeId), {
    at: '2026-01-12T09:00:00.000Z',
    by: 'Auditor',
    answer: 'No',
  })
  expect(moments.map(({ what }) => what)).toContain(
    'Somebody it went to has left, and nobody else has acknowledged it: it went up to the head of service. 1 person was told'
  )
})

test('only they had acknowledged it: the clock runs again, and the head of service is told', async () => {
  const { line, noticeId } = await opened()
  await acknowledgeSafetyNotice(line.as.manager, { noticeId })
  await leave(line, line.people.manager)
  expect(await addresseesOf(line)).toEqual(['Head of service 3', ...atOnce])
  expect(await noticesOf(line)).toMatchObject([
    { level: 3, acknowledged_at: null, acknowledged_by: null },
  ])
})

test('it stays where it is once somebody else of the line has acknowledged it', async () => {
  const { line, noticeId } = await opened()
  await acknowledgeSafetyNotice(line.as.manager, { noticeId })
  await acknowledgeSafetyNotice(line.as.service, { noticeId })
  await leave(line, line.people.manager)
  expect(await addresseesOf(line)).toEqual(atOnce)
  expect(await noticesOf(line)).toMatchObject([{ acknowledged_by: line.people.manager }])
})

test('it stays where it is once there is a decision, and when a QA lead leaves', async () => {
  const { line, noticeId } = await opened()
  await leave(line, line.people.qa)
  expect(await addresseesOf(line)).toEqual(atOnce)
  await acknowledgeSafetyNotice(line.as.manager, { noticeId })
  await decideSafetyNotice(line.as.head, {
    noticeId,
    revision: 1,
    words: 'Visit today, then a strategy discussion.',
    dueOn: '2026-01-12',
  })
  await leave(line, line.people.manager)
  expect(await addresseesOf(line)).toEqual(atOnce)
})
