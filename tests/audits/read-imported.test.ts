/** An imported audit as it is read: the grades and measures of its file, named where the library knows them. */
import { expect, test } from 'vitest'
import { newApp } from '../support/app.ts'
import { publishedRubric } from '../support/published-rubrics.ts'
import { run } from '../support/results-file.ts'

test('shows what the file said, under the names that are known', async () => {
  const t = await newApp()
  await publishedRubric(t.context(), 'cp_plan')
  await run(
    t.context(),
    [
      'audit_ref,round,audited_on,theme,item,grade,moderated_grade',
      'H-1,April audit,2016-04-28,audit,,good,requires improvement',
      'H-1,April audit,2016-04-28,cp_plan,,inadequate,',
      'H-1,April audit,2016-04-28,cp_plan,cp.clarity,n/a,',
      'H-1,April audit,2016-04-28,cp_plan,cp.months_on_plan,14,',
      'H-1,April audit,2016-04-28,Old theme,Was it <b>timely</b>?,yes,',
    ].join('\n')
  )
  const { id } = await t.db.selectFrom('audit').select('id').executeTakeFirstOrThrow()
  const lead = await t.signIn(['qa_lead'])
  const response = await lead.get(`/audits/${id}`)
  expect(response.status).toBe(200)
  const html = (await response.text()).replace(/<[^>]+>/g, '|').replace(/(\||\s)+/g, ' ')
  expect(html).toContain('Audited on Thursday 28 April 2016')
  expect(html).toContain('Overall grade G Good Moderated: RI Requires improvement')
  expect(html).toContain('held its grades and no words')
  expect(html).toContain('Child protection plan Can parents see what has to be different')
  expect(html).toContain('Not applicable')
  expect(html).toContain('14')
  expect(html).toContain('Grade for Child protection plan I Inadequate')
  expect(html).toContain('Was it &lt;b&gt;timely&lt;/b&gt;? Yes')
  expect(html).not.toContain('Reopen')
  expect((await lead.post(`/audits/${id}/reopen`, { reason: 'Wrong' })).status).toBe(409)
})
