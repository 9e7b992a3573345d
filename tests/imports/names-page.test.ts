/** Mapping in the browser: choose, see what will change, map, take back. */
import { expect, test } from 'vitest'
import { plainBrowser } from '../support/page-forms.ts'
import { HEADER, run } from '../support/results-file.ts'
import { newWorld } from '../support/world.ts'

const OLD = [
  HEADER,
  'A1,April audit,2016-04-28,Child in need plans,,good,,North 1,cin',
  'A2,April audit,2016-04-29,Child in need plans,,inadequate,,North 1,cin',
].join('\n')

test('from the list to the mapping and back', async () => {
  const world = await newWorld()
  await run(world.context(), OLD)
  const plain = plainBrowser(await world.as('qa_lead'))
  const list = await plain.open('/imports/names')
  expect(list.words).toContain('Child in need plans')
  const [href = ''] = list.links.filter((link) => link.startsWith('/imports/names/map'))
  const form = await plain.follow(list, href)
  expect(form.words).toContain('2 judgements in 2 audits and 1 round.')
  expect(form.words).toContain('Spelled much like it: Child in need plan')

  const empty = await plain.press(form, 'See what will change')
  expect(empty.status).toBe(422)
  expect(empty.words).toContain('Choose one of today’s names')
  expect(empty.words).toContain('Enter why')

  const values = { to: 'cin_plan', reason: 'The form was renamed in 2018' }
  const check = await plain.press(empty, 'See what will change', values)
  expect(check.words).toContain('Map “Child in need plans” to Child in need plan?')
  expect(check.words).toContain(
    '2 judgements of “Child in need plans”, in 2 audits and 1 round, will'
  )
  expect(await world.db.selectFrom('history_mapping').selectAll().execute()).toEqual([])
  const again = await plain.press(check, 'Choose again')
  expect(again.html).toContain('The form was renamed in 2018')

  const done = await plain.press(check, 'Map it')
  expect(done.words).toContain('The name is mapped.')
  expect(done.words).toContain('The form was renamed in 2018')
  const twice = await plain.press(check, 'Map it')
  expect(twice.status).toBe(422)
  expect(twice.words).toContain('There is nothing under this name any more')

  const audit = await world.db
    .selectFrom('audit')
    .select('id')
    .where('reference', '=', 'A1')
    .executeTakeFirstOrThrow()
  expect((await plain.open(`/audits/${audit.id}`)).words).toContain(
    'Imported as “Child in need plans”'
  )

  const [undo = ''] = done.links.filter((link) => link.endsWith('/undo'))
  const asked = await plain.follow(done, undo)
  expect((await plain.press(asked, 'Undo the mapping')).status).toBe(422)
  const undone = await plain.press(asked, 'Undo the mapping', { reason: 'Not the same form' })
  expect(undone.words).toContain('The mapping is undone.')
  expect(undone.words).toContain('Not the same form')
})
