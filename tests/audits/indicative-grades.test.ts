/** The answers as they are kept reach the grading rules: one choice as one value, several as a list. */
import { expect, test } from 'vitest'
import { saveAnswers } from '../../src/audits/save-answers.ts'
import { newContext } from '../support/context.ts'
import { openAudit } from '../support/round-builders.ts'

test('a saved grade has its indicative grade beside it at once', async () => {
  const ctx = await newContext()
  const { auditId, auditorId } = await openAudit(ctx)
  const answer = (itemKey: string, ...values: string[]) => ({
    itemKey,
    values,
    evidence: '',
    reason: '',
    revision: 0,
  })
  const { work } = await saveAnswers(
    { ...ctx, actor: { kind: 'user', id: auditorId } },
    {
      auditId,
      answers: [
        answer('cp.actions', 'good'),
        answer('cp.core_group', 'inadequate'),
        answer('common.family_feedback', 'child', 'parent'),
      ],
    }
  )
  expect(work.themes.map(({ theme, indicativeGrade }) => [theme, indicativeGrade])).toEqual([
    ['cp_plan', 'inadequate'],
  ])
  const stored = await ctx.db
    .selectFrom('audit_theme')
    .select(['theme', 'indicative_grade'])
    .where('indicative_grade', 'is not', null)
    .orderBy('theme')
    .execute()
  expect(stored).toEqual([
    { theme: 'audit', indicative_grade: 'inadequate' },
    { theme: 'cp_plan', indicative_grade: 'inadequate' },
  ])
})
