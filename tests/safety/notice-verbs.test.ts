/** Safety notices through the verbs: what opens one, who is told, who stops the clock, decides and closes. */
import { describe, expect, test } from 'vitest'
import { saveAnswers } from '../../src/audits/save-answers.ts'
import type { Context } from '../../src/db/transaction.ts'
import { Conflict, NotAllowed, NotTheirs, WrongState } from '../../src/errors.ts'
import { acknowledgeSafetyNotice } from '../../src/safety/acknowledge-safety-notice.ts'
import { addSafetyNote } from '../../src/safety/add-safety-note.ts'
import { closeSafetyNotice } from '../../src/safety/close-safety-notice.ts'
import { decideSafetyNotice } from '../../src/safety/decide-safety-notice.ts'
import { escalateSafetyNotices } from '../../src/safety/escalate-safety-notices.ts'
import { reopenSafetyNotice } from '../../src/safety/reopen-safety-notice.ts'
import { asPerson, sent } from '../support/audit-answers.ts'
import { addPersonWith } from '../support/builders.ts'
import { newContext } from '../support/context.ts'
import {
  addresseesOf,
  eventsOf,
  type Line,
  newLine as lineOf,
  noticesOf,
  tellManager,
} from './line.ts'

const newLine = async (given: Parameters<typeof lineOf>[0] = {}) =>
  lineOf({ ctx: await newContext(), ...given })

const answer = (ctx: Context, auditId: string, value: string, revision = 0, evidence = '') =>
  saveAnswers(ctx, {
    auditId,
    answers: [sent('common.safe_now', [value], { revision, evidence })],
  })

const decision = (noticeId: string, revision = 1) => ({
  noticeId,
  revision,
  words: 'Visit today, then a strategy discussion.',
  dueOn: '2026-01-12',
})

const opened = async (given: Parameters<typeof newLine>[0] = {}) => {
  const line = await newLine(given)
  await answer(line.auditor, line.auditId, 'no')
  return { line, id: await line.noticeId() }
}

const entriesOf = ({ ctx }: Line) =>
  ctx.db.selectFrom('safety_entry').select(['kind', 'detail', 'by_id']).orderBy('id').execute()

const standing = async ({ ctx }: Line) =>
  (await ctx.db.selectFrom('notice').select('person_id').where('stands', '=', 1).execute()).map(
    (row) => row.person_id
  )

describe('opening', () => {
  test('“no” opens it with the answer: line and QA leads are told, and it stands above their pages', async () => {
    const { line } = await opened()
    expect(await noticesOf(line)).toMatchObject([
      { audit_id: line.auditId, state: 'open', answer: 'no', level: 2, acknowledged_at: null },
    ])
    expect(await addresseesOf(line)).toEqual(['QA lead 0', 'Service manager 2', 'Team manager 1'])
    const told = await line.ctx.db
      .selectFrom('notice')
      .select(['kind', 'reference', 'stands'])
      .execute()
    const one = { kind: 'safety_notice_opened', reference: line.reference, stands: 1 }
    expect(told.filter(({ kind }) => kind === one.kind)).toEqual([one, one, one])
    expect(await eventsOf(line)).toEqual(['audit.answered', 'safety_notice.opened'])
  })

  test('“cannot tell” opens it too, and “yes” does not', async () => {
    const line = await newLine()
    await answer(line.auditor, line.auditId, 'yes')
    expect(await noticesOf(line)).toEqual([])
    await answer(line.auditor, line.auditId, 'cannot_tell', 1)
    expect(await noticesOf(line)).toMatchObject([{ answer: 'cannot_tell' }])
  })

  test('a changed answer is written into it and never removes it; the same again opens no second', async () => {
    const { line } = await opened()
    await answer(line.auditor, line.auditId, 'no', 1, 'A new injury is recorded.')
    await answer(line.auditor, line.auditId, 'yes', 2)
    await answer(line.auditor, line.auditId, 'cannot_tell', 3)
    expect(await noticesOf(line)).toHaveLength(1)
    expect(await entriesOf(line)).toEqual([
      { kind: 'answer_changed', detail: 'Yes', by_id: line.auditorId },
      { kind: 'answer_changed', detail: 'Cannot tell', by_id: line.auditorId },
    ])
  })

  test('a fresh “no” after closing opens a new one; the old answer saved again does not', async () => {
    const { line, id } = await opened()
    await tellManager(line, id)
    await decideSafetyNotice(line.as.head, decision(id))
    await closeSafetyNotice(line.as.head, { noticeId: id, words: 'Seen safe by the team.' })
    await answer(line.auditor, line.auditId, 'no', 1, 'As before.')
    expect(await noticesOf(line)).toHaveLength(1)
    await answer(line.auditor, line.auditId, 'yes', 2)
    await answer(line.auditor, line.auditId, 'no', 3)
    expect((await noticesOf(line)).map(({ state }) => state)).toEqual(['closed', 'open'])
    await expect(
      reopenSafetyNotice(line.as.head, { noticeId: id, words: 'Once more.' })
    ).rejects.toThrow('The audit has a newer safety notice')
  })

  test('an answer that is not saved opens nothing', async () => {
    const line = await newLine()
    await answer(line.auditor, line.auditId, 'yes')
    const { outcomes } = await answer(line.auditor, line.auditId, 'no', 7)
    expect(outcomes.get('common.safe_now')?.kind).toBe('conflict')
    expect(await noticesOf(line)).toEqual([])
  })
})

describe('acknowledging', () => {
  test('a QA lead only for themself; a manager of the line stops the clock', async () => {
    const { line, id } = await opened()
    await acknowledgeSafetyNotice(line.as.qa, { noticeId: id })
    expect(await noticesOf(line)).toMatchObject([{ acknowledged_by: null }])
    await acknowledgeSafetyNotice(line.as.service, { noticeId: id })
    await acknowledgeSafetyNotice(line.as.service, { noticeId: id })
    expect(await noticesOf(line)).toMatchObject([{ acknowledged_by: line.people.service }])
    expect(await standing(line)).toEqual([line.people.manager])
    expect((await eventsOf(line)).slice(2)).toEqual([
      'safety_notice.acknowledged',
      'safety_notice.acknowledged',
    ])
  })

  test('an auditor who is the team manager is told, and somebody else must acknowledge', async () => {
    const { line, id } = await opened({ auditorIsManager: true })
    expect(await addresseesOf(line)).toContain('Team manager 1')
    await acknowledgeSafetyNotice(line.auditor, { noticeId: id })
    expect(await noticesOf(line)).toMatchObject([{ acknowledged_by: null }])
    expect(await standing(line)).not.toContain(line.people.manager)
  })
})

describe('deciding and closing', () => {
  test('the head of service decides, which stops the clock; closing needs who was told and a reason', async () => {
    const { line, id } = await opened()
    await expect(closeSafetyNotice(line.as.head, { noticeId: id, words: 'Done.' })).rejects.toThrow(
      'has not recorded a decision yet'
    )
    await decideSafetyNotice(line.as.head, decision(id))
    expect(await noticesOf(line)).toMatchObject([{ acknowledged_by: line.people.head }])
    const close = (words: string) => closeSafetyNotice(line.as.qa, { noticeId: id, words })
    await expect(close('Done.')).rejects.toThrow('Nobody is recorded as told yet')
    await tellManager(line, id)
    await expect(close(' ')).rejects.toThrow('Say why the notice is closed')
    await close('Seen safe.')
    expect(await noticesOf(line)).toMatchObject([{ state: 'closed', closed_at: line.ctx.now }])
    expect(await standing(line)).toEqual([])
    await expect(addSafetyNote(line.as.head, { noticeId: id, words: 'More.' })).rejects.toThrow(
      WrongState
    )
    await reopenSafetyNotice(line.as.qa, { noticeId: id, words: 'A new report came in.' })
    expect(await noticesOf(line)).toMatchObject([{ state: 'open', closed_at: null }])
  })

  test('reopened, it begins anew: it stands again, nobody has acknowledged it, and it goes up', async () => {
    const { line, id } = await opened()
    await tellManager(line, id)
    await acknowledgeSafetyNotice(line.as.manager, { noticeId: id })
    await decideSafetyNotice(line.as.head, decision(id))
    await closeSafetyNotice(line.as.head, { noticeId: id, words: 'Seen safe by the team.' })
    expect(await standing(line)).toEqual([])
    const later = { ...line.as.qa, now: '2026-01-12T14:00:00.000Z' }
    await reopenSafetyNotice(later, { noticeId: id, words: 'A new report came in.' })
    expect(await noticesOf(line)).toMatchObject([{ level: 2, acknowledged_by: null }])
    expect((await standing(line)).sort()).toEqual([line.people.manager, line.people.service].sort())
    expect(await entriesOf(line)).toContainEqual({
      kind: 'acknowledged',
      detail: '',
      by_id: line.people.manager,
    })
    const hourLater = { ...line.ctx, now: '2026-01-12T15:00:00.000Z' }
    expect(await escalateSafetyNotices({ ...hourLater, now: '2026-01-12T14:59:00.000Z' })).toBe(0)
    expect(await escalateSafetyNotices(hourLater)).toBe(1)
    expect(await standing(line)).toContain(line.people.head)
    await acknowledgeSafetyNotice(line.as.manager, { noticeId: id })
    expect(await noticesOf(line)).toMatchObject([{ acknowledged_by: line.people.manager }])
  })

  test('two decisions at once: the second is told of the first; notes are all kept', async () => {
    const { line, id } = await opened()
    await decideSafetyNotice(line.as.head, decision(id))
    await expect(decideSafetyNotice(line.as.head, decision(id))).rejects.toThrow(Conflict)
    await decideSafetyNotice(line.as.head, decision(id, 2))
    await addSafetyNote(line.as.manager, { noticeId: id, words: 'Visited at ten.' })
    await addSafetyNote(line.as.head, { noticeId: id, words: 'Thank you.' })
    const kinds = (await entriesOf(line)).map(({ kind }) => kind)
    expect(kinds).toEqual(['decided', 'decided', 'noted', 'noted'])
  })

  test('two people close at once: the second finds it closed, and one reason is kept', async () => {
    const { line, id } = await opened()
    await tellManager(line, id)
    await decideSafetyNotice(line.as.head, decision(id))
    const both = await Promise.allSettled([
      closeSafetyNotice(line.as.head, { noticeId: id, words: 'The head.' }),
      closeSafetyNotice(line.as.qa, { noticeId: id, words: 'The QA lead.' }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const closed = (await entriesOf(line)).filter(({ kind }) => kind === 'closed')
    expect(closed).toHaveLength(1)
  })

  test('never the auditor, whatever else they are, nor anybody who is not of it', async () => {
    const { line, id } = await opened({ auditorIsHead: true })
    await expect(decideSafetyNotice(line.auditor, decision(id))).rejects.toThrow(NotAllowed)
    await expect(
      closeSafetyNotice(line.auditor, { noticeId: id, words: 'All well.' })
    ).rejects.toThrow(NotAllowed)
    const stranger = await addPersonWith(line.ctx, { roles: ['manager', 'iro'] })
    await expect(
      addSafetyNote(asPerson(line.ctx, stranger), { noticeId: id, words: 'Hello.' })
    ).rejects.toThrow(NotTheirs)
    await expect(acknowledgeSafetyNotice(line.as.director, { noticeId: id })).rejects.toThrow(
      'This is not yours to do. Those to whom this notice went acknowledge it.'
    )
  })

  test('without a head of service a director stands in, and that is recorded', async () => {
    const { line, id } = await opened({ withoutHead: true })
    await decideSafetyNotice(line.as.director, decision(id))
    expect(await entriesOf(line)).toEqual([
      { kind: 'decided', detail: 'stands_in', by_id: line.people.director },
    ])
  })
})
