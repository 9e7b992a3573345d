/** Measures over time: what each kind says of a round, and what it leaves unsaid of few. */
import { expect, test } from 'vitest'
import { run } from '../support/results-file.ts'
import { newWorld } from '../support/world.ts'

const HEADER = 'audit_ref,round,audited_on,theme,item,grade,team,service_status'

test('shares have intervals, few have counts only, and not applicable stands beside n', async () => {
  const world = await newWorld()
  const yesNo = (round: string, on: string, answers: readonly string[]) =>
    answers.map(
      (answer, place) =>
        `${round}${place},${round},${on},cp_plan,cp.visit_within_4_weeks,${answer},North 1,cp`
    )
  await run(
    world.context(),
    [
      HEADER,
      ...yesNo('Spring', '2025-04-10', ['yes', 'no', 'yes']),
      ...yesNo('Autumn', '2025-10-10', [...Array(7).fill('yes'), 'no', 'no', 'no', 'n/a']),
    ].join('\n')
  )
  const get = async (path: string) => (await world.as('qa_lead')).get(path)
  const html = await (await get('/results/measures')).text()
  const words = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  expect(words).toContain('Measures: Child protection plan')
  expect(words).toContain('Autumn: 7 of 10 yes (70%, 95% interval 40% to 89%).')
  expect(words).toContain('Autumn 10 Oct 2025 10 7 70% 40% to 89% 1 0')
  expect(words).toContain('Spring 10 Apr 2025 3 2 too few – 0 0')
  const csv = await (await get('/results/measures.csv')).text()
  expect(csv).toContain(
    'cp_plan,cp.visit_within_4_weeks,yes_no,Autumn,2025-10-10,10,yes,7,70,0.3968,0.8922,,,,1,0'
  )
})

test('a chart stands with each table, and leads to the line with its limits', async () => {
  const world = await newWorld()
  const rows = (round: string, on: string, days: readonly number[]) =>
    days.map((value, place) => `${round}${place},${round},${on},Old theme,Days,${value},North 1,cp`)
  await run(
    world.context(),
    [
      HEADER,
      ...rows('Spring', '2025-04-10', [2, 4, 6, 8, 10]),
      ...rows('Autumn', '2025-10-10', [1, 3, 5, 7, 9]),
    ].join('\n')
  )
  const lead = await world.as('qa_lead')
  const html = await (await lead.get('/results/measures?theme=Old+theme')).text()
  const main = html.includes('Days: median by round')
    ? html
    : await (await lead.get('/results/measures')).text()
  expect(main).toContain('Days: median by round</title>')
  expect(main).toContain('/results/over-time?theme=Old+theme&amp;item=Days&amp;kind=learning')
  expect(main).toContain('the median of 5 answers is 5')
})
