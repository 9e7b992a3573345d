/** Distributions and measures through the API: the report's own figures, filtered, paged and as a flat table. */
import { expect, test } from 'vitest'
import { loadReport } from '../../src/reports/load-report.ts'
import { newApp } from '../support/app.ts'
import { publishedRubric } from '../support/published-rubrics.ts'
import { run } from '../support/results-file.ts'
import { HISTORY, newProgram, walk } from './api-world.ts'

test('a distribution is the report’s, with the id of its round', async () => {
  const program = await newProgram(await newApp())
  const { authorization } = await program.bear(['results'])
  const response = await program.ask('/api/v1/distributions?theme=care_plan&round=march%20audit', {
    authorization,
  })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/json')
  const round = await program.db
    .selectFrom('round')
    .select('id')
    .where('name', '=', 'March audit')
    .executeTakeFirstOrThrow()
  const { data, next, nextCursor } = (await response.json()) as {
    data: unknown[]
    next: unknown
    nextCursor: unknown
  }
  expect([data[0], next, nextCursor]).toEqual([
    {
      theme: 'care_plan',
      themeTitle: 'care_plan',
      item: null,
      itemTitle: null,
      round: 'March audit',
      roundId: round.id,
      roundKind: 'learning',
      roundDate: '2025-03-12',
      scale: 'four_grade',
      n: 2,
      counts: { outstanding: 0, good: 1, requires_improvement: 1, inadequate: 0 },
      percent: { outstanding: 0, good: 50, requires_improvement: 50, inadequate: 0 },
      notApplicable: 0,
      notEnoughEvidence: 0,
      outside: {},
      positive: ['outstanding', 'good'],
      goodOrBetter: { count: 1, percent: 50, low: 0.0945, high: 0.9055 },
    },
    null,
    null,
  ])
  const whole = await loadReport(program.db, { from: null, to: null })
  expect(await walk(program, '/api/v1/distributions', authorization)).toHaveLength(
    whole.distributions.length
  )
  expect(await walk(program, '/api/v1/measures?limit=1', authorization)).toHaveLength(
    whole.measures.length
  )
})

test('keys come with what pages call them, for charts; a key that no rubric has is its own title', async () => {
  const program = await newProgram(await newApp())
  await publishedRubric(program.context(), 'care_plan')
  await run(
    program.context(),
    [
      'audit_ref,round,audited_on,theme,item,grade',
      'T1,Titled,2025-08-04,care_plan,care.plan,good',
      'T1,Titled,2025-08-04,care_plan,Something of ours,good',
      'T1,Titled,2025-08-04,audit,,good',
    ].join('\n')
  )
  const { authorization } = await program.bear(['results'])
  const rows = await walk(program, '/api/v1/distributions?round=titled', authorization)
  expect(rows.map(({ themeTitle, itemTitle }) => [themeTitle, itemTitle])).toEqual([
    ['Overall grade of the audit', null],
    ['Care plan and permanence', 'Something of ours'],
    ['Care plan and permanence', "Current, complete, the child's own"],
  ])
})

test('measures of each kind', async () => {
  const program = await newProgram(await newApp())
  const { authorization } = await program.bear(['results'])
  const rows = await walk(program, '/api/v1/measures', authorization)
  expect(rows.map(({ item, kind, n }) => [item, kind, n])).toEqual([
    ['Placement', 'category', 1],
    ['Seen alone', 'yes_no', 1],
    ['Visits', 'number', 1],
  ])
  expect(rows.map((row) => row.values ?? row.median)).toEqual([{ foster: 1 }, { yes: 1, no: 0 }, 3])
})

test.each([
  ['from=2025-05-01', ['May audit', 'June dip']],
  ['to=2025-05-31&kind=Learning', ['March audit', 'May audit']],
  ['kind=dip', ['June dip']],
  ['team=south%201', ['March audit']],
  ['status=child%20protection&theme=audit', ['March audit', 'May audit']],
])('filters as the report has them: %s', async (query, rounds) => {
  const program = await newProgram(await newApp())
  const { authorization } = await program.bear(['results'])
  const rows = await walk(program, `/api/v1/distributions?${query}`, authorization)
  expect([...new Set(rows.map(({ round }) => round))].sort()).toEqual([...rounds].sort())
})

test('a walk sees each row once, whatever is added meanwhile', async () => {
  const program = await newProgram(await newApp())
  const { authorization } = await program.bear(['results'])
  const before = await walk(program, '/api/v1/distributions', authorization)
  let added = 0
  const rows = await walk(program, '/api/v1/distributions?limit=1', authorization, async () => {
    added += 1
    if (added > 3) return
    const line = `N${added},New audit ${added},learning,2025-07-0${added},a_theme_${added},,good,,,`
    await run(program.context(), [HISTORY.split('\n')[0], line].join('\n'))
  })
  const keys = rows.map(({ theme, item, roundId }) => [theme, item, roundId].join())
  expect(new Set(keys).size).toBe(keys.length)
  expect(
    before.filter(({ theme, item, roundId }) => !keys.includes([theme, item, roundId].join()))
  ).toEqual([])
})

test('as a flat table with the same rows, and the next page in the Link header', async () => {
  const program = await newProgram(await newApp())
  const { authorization } = await program.bear(['results'])
  const first = await program.ask('/api/v1/distributions?format=csv&limit=1&theme=voice', {
    authorization,
  })
  expect(first.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(first.headers.get('link')).toBeNull()
  const round = await program.db
    .selectFrom('round')
    .select('id')
    .where('name', '=', 'June dip')
    .executeTakeFirstOrThrow()
  expect(await first.text()).toBe(
    [
      'theme,item,round,round_id,round_kind,round_date,n,outstanding,good,requires_improvement,inadequate,not_applicable,not_enough_evidence,good_or_better,good_or_better_percent,low,high,scale,other_scale_counts,theme_title,item_title',
      `voice,,June dip,${round.id},dip,2025-06-02,1,0,0,0,1,0,0,0,0,0,0.7935,four_grade,,voice,`,
      '',
    ].join('\n')
  )
  const more = await program.ask('/api/v1/distributions?format=csv&limit=1', { authorization })
  expect(more.headers.get('link')).toMatch(
    /^<http:\/\/127\.0\.0\.1:3000\/api\/v1\/distributions\?format=csv&limit=1&cursor=[\w-]+>; rel="next"$/
  )
})
