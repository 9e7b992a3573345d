/** Saving answers: the rows and the event of each save, conflicts, and what follows from a save. */
import { describe, expect, test } from 'vitest'
import { reopenAudit } from '../../src/audits/reopen-audit.ts'
import { saveAnswers } from '../../src/audits/save-answers.ts'
import { saveThemeGrade } from '../../src/audits/save-theme-grade.ts'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import type { Context } from '../../src/db/transaction.ts'
import { NotFound, NotTheirs, WrongState } from '../../src/errors.ts'
import { answerAll, asPerson, sent } from '../support/audit-answers.ts'
import { addPersonWith } from '../support/builders.ts'
import { newContext } from '../support/context.ts'
import { openAudit } from '../support/round-builders.ts'

const LATER = '2026-01-12T09:05:00.000Z'

const setUp = async () => {
  const ctx = await newContext()
  const audit = await openAudit(ctx)
  return { ctx, ...audit, own: asPerson(ctx, audit.auditorId) }
}

const answerRows = (ctx: Context) =>
  ctx.db
    .selectFrom('answer')
    .select(['item_key', 'theme', 'state', 'value', 'evidence', 'reason', 'revision', 'saved_at'])
    .orderBy('item_key')
    .execute()

const auditRow = (ctx: Context, id: string) =>
  ctx.db.selectFrom('audit').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

const eventTypes = async (ctx: Context) =>
  (await ctx.db.selectFrom('event').select('type').orderBy('number').execute())
    .map(({ type }) => type)
    .filter((type) => /^audit\.(?!allocated)/.test(type))

describe('one answer', () => {
  test('is kept, starts the audit, and records one event without a word of it', async () => {
    const { ctx, own, auditId } = await setUp()
    await saveAnswers(own, {
      auditId,
      answers: [sent('cp.clarity', ['good'], { evidence: 'Mother can say\nwhat has to change.' })],
    })
    expect(await answerRows(ctx)).toEqual([
      {
        item_key: 'cp.clarity',
        theme: 'cp_plan',
        state: 'answered',
        value: 'good',
        evidence: 'Mother can say\nwhat has to change.',
        reason: '',
        revision: 1,
        saved_at: ctx.now,
      },
    ])
    expect(await auditRow(ctx, auditId)).toMatchObject({
      state: 'in_progress',
      started_at: ctx.now,
      answered: 1,
      to_answer: 13,
    })
    const events = await ctx.db
      .selectFrom('event')
      .select(['type', 'details', 'actor_id'])
      .where('type', '=', 'audit.answered')
      .execute()
    expect(events).toEqual([
      {
        type: 'audit.answered',
        actor_id: own.actor.kind === 'user' ? own.actor.id : '',
        details: expect.stringMatching(
          /^\{"hash":"[0-9a-f]{64}","items":\["cp\.clarity"\],"revisions":\[1\]\}$/
        ),
      },
    ])
    expect(await eventTypes(ctx)).toEqual(['audit.started', 'audit.answered'])
  })

  test('that is the same again, even on an old revision, writes nothing', async () => {
    const { ctx, own, auditId } = await setUp()
    const answers = [sent('cp.clarity', ['good'])]
    await saveAnswers(own, { auditId, answers })
    const { outcomes } = await saveAnswers({ ...own, now: LATER }, { auditId, answers })
    expect(outcomes.get('cp.clarity')).toMatchObject({
      kind: 'saved',
      answer: { revision: 1, savedAt: ctx.now },
    })
    expect(await eventTypes(ctx)).toEqual(['audit.started', 'audit.answered'])
  })

  test('that is empty and was never given leaves the audit unstarted', async () => {
    const { ctx, own, auditId } = await setUp()
    await saveAnswers(own, { auditId, answers: [sent('cp.clarity', [])] })
    expect(await answerRows(ctx)).toEqual([])
    expect((await auditRow(ctx, auditId)).state).toBe('allocated')
    expect(await eventTypes(ctx)).toEqual([])
  })

  test('with words only is kept as blank and counts as unanswered', async () => {
    const { ctx, own, auditId } = await setUp()
    await saveAnswers(own, {
      auditId,
      answers: [sent('cp.clarity', [], { evidence: 'Reading.' })],
    })
    expect(await answerRows(ctx)).toMatchObject([{ state: 'blank', value: null, revision: 1 }])
    expect((await auditRow(ctx, auditId)).answered).toBe(0)
  })

  test('on a stale revision is a conflict that changes nothing and gives both back', async () => {
    const { ctx, own, auditId } = await setUp()
    await saveAnswers(own, { auditId, answers: [sent('cp.clarity', ['good'])] })
    const mine = sent('cp.clarity', ['inadequate'], { evidence: 'Nothing is said of the danger.' })
    const { outcomes } = await saveAnswers(own, { auditId, answers: [mine] })
    expect(outcomes.get('cp.clarity')).toMatchObject({
      kind: 'conflict',
      by: 'You, in another tab or window,',
      current: { value: 'good', revision: 1 },
    })
    expect(await answerRows(ctx)).toMatchObject([{ value: 'good', revision: 1 }])
    const kept = await saveAnswers(own, { auditId, answers: [{ ...mine, revision: 1 }] })
    expect(kept.outcomes.get('cp.clarity')).toMatchObject({
      kind: 'saved',
      answer: { revision: 2 },
    })
  })

  test('a conflict names whoever audited before', async () => {
    const { ctx, auditId, own } = await setUp()
    const formerId = await addPersonWith(ctx, { name: 'Amara Osei' })
    await saveAnswers(own, { auditId, answers: [sent('cp.clarity', ['good'])] })
    await ctx.db.updateTable('answer').set({ saved_by: formerId }).execute()
    const { outcomes } = await saveAnswers(own, {
      auditId,
      answers: [sent('cp.clarity', ['inadequate'])],
    })
    expect(outcomes.get('cp.clarity')).toMatchObject({ kind: 'conflict', by: 'Amara Osei' })
  })

  test('two saves of it at once: one is kept, the other is told', async () => {
    const { ctx, own, auditId } = await setUp()
    const results = await Promise.all(
      ['good', 'inadequate'].map((grade) =>
        saveAnswers(own, { auditId, answers: [sent('cp.clarity', [grade])] })
      )
    )
    const kinds = results.map(({ outcomes }) => outcomes.get('cp.clarity')?.kind)
    expect(kinds.toSorted()).toEqual(['conflict', 'saved'])
    const saved = ['good', 'inadequate'][kinds.indexOf('saved')]
    expect(await answerRows(ctx)).toMatchObject([{ value: saved, revision: 1 }])
  })

  test('saves of different items at once all count', async () => {
    const { ctx, own, auditId } = await setUp()
    const keys = ['cp.clarity', 'cp.actions', 'cp.child_focus', 'cp.core_group', 'cp.progress']
    await Promise.all(
      keys.map((key) => saveAnswers(own, { auditId, answers: [sent(key, ['good'])] }))
    )
    expect(await auditRow(ctx, auditId)).toMatchObject({ answered: 5, to_answer: 13 })
  })
})

describe('several answers', () => {
  test('the faulty and the stale are handed back, the rest is saved in one event', async () => {
    const { ctx, own, auditId } = await setUp()
    await saveAnswers(own, { auditId, answers: [sent('cp.actions', ['good'])] })
    const { outcomes } = await saveAnswers(own, {
      auditId,
      answers: [
        sent('cp.clarity', ['good']),
        sent('cp.actions', ['inadequate']),
        sent('cp.months_on_plan', ['seven']),
        sent('cp.repeat_plan', ['no']),
      ],
    })
    expect([...outcomes].map(([key, { kind }]) => [key, kind])).toEqual([
      ['cp.clarity', 'saved'],
      ['cp.actions', 'conflict'],
      ['cp.months_on_plan', 'refused'],
      ['cp.repeat_plan', 'saved'],
    ])
    expect((await answerRows(ctx)).map(({ item_key, value }) => [item_key, value])).toEqual([
      ['cp.actions', 'good'],
      ['cp.clarity', 'good'],
      ['cp.repeat_plan', 'no'],
    ])
    expect(await eventTypes(ctx)).toEqual(['audit.started', 'audit.answered', 'audit.answered'])
  })

  test('one that is no question of this audit refuses all', async () => {
    const { ctx, own, auditId } = await setUp()
    const answers = [sent('cp.clarity', ['good']), sent('voice.seen', ['good'])]
    await expect(saveAnswers(own, { auditId, answers })).rejects.toThrow(NotFound)
    expect(await answerRows(ctx)).toEqual([])
  })
})

describe('what follows', () => {
  test('the indicative grades, with their reasons, are kept beside the answers', async () => {
    const { ctx, own, auditId } = await setUp()
    await saveAnswers(own, {
      auditId,
      answers: [
        sent('cp.clarity', ['inadequate']),
        sent('cp.actions', ['good']),
        sent('cp.child_focus', ['good']),
      ],
    })
    const themes = await ctx.db
      .selectFrom('audit_theme')
      .select(['theme', 'indicative_grade', 'indicative_reasons'])
      .orderBy('position')
      .execute()
    const reason =
      'Held at inadequate: ‘Clear to parents’ is critical and was graded inadequate. Without it the answers point to good.'
    expect(themes.map(({ theme, indicative_grade }) => [theme, indicative_grade])).toEqual([
      ['common', null],
      ['cp_plan', 'inadequate'],
      ['audit', 'inadequate'],
    ])
    expect(JSON.parse(themes[1]?.indicative_reasons ?? '')).toEqual([reason])
  })

  test('a hidden follow-up keeps its answer and is not counted', async () => {
    const { ctx, own, auditId } = await setUp()
    await saveAnswers(own, {
      auditId,
      answers: [sent('common.safe_now', ['no']), sent('common.already_known', ['yes'])],
    })
    expect(await auditRow(ctx, auditId)).toMatchObject({ answered: 2, to_answer: 14 })
    await saveAnswers(own, {
      auditId,
      answers: [sent('common.safe_now', ['yes'], { revision: 1 })],
    })
    expect(await auditRow(ctx, auditId)).toMatchObject({ answered: 1, to_answer: 13 })
    expect(await answerRows(ctx)).toMatchObject([
      { item_key: 'common.already_known', value: 'yes' },
      { item_key: 'common.safe_now', value: 'yes' },
    ])
  })
})

describe('whose and when', () => {
  test('somebody else’s audit', async () => {
    const { ctx, auditId } = await setUp()
    const other = asPerson(ctx, await addPersonWith(ctx))
    const answers = [sent('cp.clarity', ['good'])]
    await expect(saveAnswers(other, { auditId, answers })).rejects.toThrow(NotTheirs)
    expect(await answerRows(ctx)).toEqual([])
  })

  test('one that is submitted says so', async () => {
    const { ctx, own, auditId, auditorId } = await setUp()
    await answerAll(ctx, { auditId, auditorId })
    await submitAudit(own, { auditId })
    const change = saveAnswers(own, {
      auditId,
      answers: [sent('cp.clarity', ['inadequate'], { revision: 1 })],
    })
    await expect(change).rejects.toThrow(
      new WrongState('This audit has been submitted. A QA lead can reopen it. Nothing was saved.')
    )
  })

  test('after a reopening the words that were submitted are kept, once', async () => {
    const { ctx, own, auditId, auditorId } = await setUp()
    await answerAll(ctx, { auditId, auditorId })
    await submitAudit(own, { auditId })
    const at = (now: string) => ({ ...own, now })
    await reopenAudit({ ...ctx, now: LATER }, { auditId, reason: 'Another child’s plan was read' })
    const change = (now: string, value: string, revision: number) =>
      saveAnswers(at(now), { auditId, answers: [sent('cp.clarity', [value], { revision })] })
    await change('2026-01-12T09:06:00.000Z', 'outstanding', 1)
    await change('2026-01-12T09:07:00.000Z', 'good', 2)
    await saveThemeGrade(at('2026-01-12T09:08:00.000Z'), {
      auditId,
      theme: 'cp_plan',
      grade: 'outstanding',
      reason: 'Read again',
      revision: 1,
    })
    const kept = await ctx.db
      .selectFrom('superseded_words')
      .select(['subject', 'revision', 'content'])
      .orderBy('superseded_at')
      .execute()
    expect(kept.map(({ subject, revision }) => [subject, revision])).toEqual([
      ['answer:cp.clarity', 1],
      ['theme:cp_plan', 1],
    ])
    expect(JSON.parse(kept[0]?.content ?? '')).toMatchObject({ value: 'good', evidence: '' })
    expect((await auditRow(ctx, auditId)).state).toBe('reopened')
  })
})
