/** What needs attention now: said in order, with n, and nothing said where there is nothing. */
import { expect, test } from 'vitest'
import { run } from '../support/results-file.ts'
import { newWorld, type World } from '../support/world.ts'
import { raiseInWorld } from './alerts-in-world.ts'

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

test('what a child waits for past its date comes before what a year of audits says', async () => {
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
  await raiseInWorld(world)
  world.setNow('2026-02-20T09:00:00.000Z')
  const words = await read(world, 'qa_lead')
  const places = ['Practice alerts overdue', 'Child protection plan declined', 'Not reached'].map(
    (heading) => words.indexOf(heading)
  )
  expect(places.every((place) => place > 0)).toBe(true)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test('filters of the other pages do not change what is said of today', async () => {
  const world = await newWorld()
  await run(
    world.context(),
    [
      HEADER,
      ...['2025-01-20', '2025-04-20', '2025-07-20'].map(
        (on) => `x${on},Round of ${on},${on},cp_plan,cp.clarity,RI,North 1,cp`
      ),
    ].join('\n')
  )
  const main = async (path: string) => {
    const html = await (await (await world.as('qa_lead')).get(path)).text()
    return html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  }
  const plain = await main('/results/overview')
  expect(plain).toContain('Once a criterion was below good in the same team')
  expect(await main('/results/overview?from=2030-01-01&kind=dip&theme=nothing')).toBe(plain)
})

test('who sees no teams and no notices is told of what they may see, and not that there is none', async () => {
  const world = await newWorld()
  const words = await read(world, 'practitioner')
  expect(words).toContain('No child-safety notice that you may see is open')
  expect(words).toContain('no theme could be compared')
  expect(words).not.toContain('reached every team')
})
