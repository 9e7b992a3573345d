/** What needs attention now: said in order, with n, and nothing said where there is nothing. */
import { expect, test } from 'vitest'
import { run } from '../support/results-file.ts'
import { newWorld, type World } from '../support/world.ts'

const HEADER = 'audit_ref,round,audited_on,theme,item,grade,team,service_status'

const audits = (prefix: string, on: string, grade: string, count: number) =>
  Array.from(
    { length: count },
    (_, place) => `${prefix}${place},Round of ${on},${on},cp_plan,,${grade},North 1,cp`
  )

const read = async (world: World, role: Parameters<World['as']>[0]) => {
  const html = await (await (await world.as(role)).get('/results/overview')).text()
  return html
    .slice(html.indexOf('<main'))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
}

test('a theme that declined beyond chance is named, with both years and the interval', async () => {
  const world = await newWorld()
  await run(
    world.context(),
    [
      HEADER,
      ...audits('a', '2024-06-10', 'good', 27),
      ...audits('b', '2024-06-10', 'RI', 3),
      ...audits('c', '2025-06-10', 'good', 10),
      ...audits('d', '2025-06-10', 'RI', 20),
    ].join('\n')
  )
  const words = await read(world, 'qa_lead')
  expect(words).toContain(
    'Child protection plan declined 10 of 30 good or better in the last twelve months (33%) against 27 of 30 in the twelve before (90%): a fall of 57 points, 95% interval −72 to −33.'
  )
  expect(words).toContain('1 theme of learning audits was compared')
  expect(words).toContain('Not reached 1 of 2 open teams has not been audited since 13 Jan 2025.')
})

test('what may be chance is no decline', async () => {
  const world = await newWorld()
  await run(
    world.context(),
    [
      HEADER,
      ...audits('a', '2024-06-10', 'good', 6),
      ...audits('b', '2024-06-10', 'RI', 2),
      ...audits('c', '2025-06-10', 'good', 4),
      ...audits('d', '2025-06-10', 'RI', 4),
    ].join('\n')
  )
  const words = await read(world, 'manager')
  expect(words).not.toContain('plan declined')
  expect(words).toContain('nothing asks for attention')
})
