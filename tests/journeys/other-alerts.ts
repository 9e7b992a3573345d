/** The two other kinds in the story of an alert: good practice that is acknowledged, and an immediate risk that goes up. */
import { expect } from 'vitest'
import type { AlertStage } from './alert-stage.ts'
import { dateBoxes } from './round-audits.ts'
import type { Shown } from './round-stage.ts'

const idOf = (page: Shown): string => page.path.split('/')[2]?.split('?')[0] ?? ''

/** A QA lead shares what was good; the worker reads it and says so. Nobody answers it, and it goes nowhere. */
export const tellGoodPractice = async (s: AlertStage): Promise<void> => {
  const beatrix = await s.as('Beatrix Holloway')
  await beatrix.open('/alerts/new')
  await beatrix.press('Good practice')
  let page = await beatrix.press('Share it', {
    references: 'CF-5102',
    concern: 'The worker drew the plan with the child.',
  })
  expect(page.words).toContain('Good practice Shared')
  const id = idOf(page)
  await s.strangersTry(id, '')
  await s.strangersTry(id, '/acknowledge', { revision: '2', words: 'Mine.' })
  await s.readersTry({ 'Rhian Pryce': 404 }, id, '/acknowledge', { revision: '2', words: '' })
  await s.readersTry({ 'Beatrix Holloway': 403 }, id, '/acknowledge', { revision: '2', words: '' })
  await s.readersTry({ 'Kofi Mensah': 403, 'Beatrix Holloway': 403 }, id, '/escalate')
  const kofi = await s.as('Kofi Mensah')
  await kofi.open('/alerts')
  await kofi.follow(`/alerts/${id}`)
  page = await kofi.press('Thank you, I have read it', { words: 'The drawing is on her wall.' })
  expect(page.words).toContain('Kofi Mensah acknowledged it.')
  expect(page.words).toContain('The drawing is on her wall.')
  await s.runJobs()
}

const need = 'This needs you now'

/** Rung first, recorded, told at once; after an hour it goes up; acknowledged, it stays. */
export const tellImmediateRisk = async (s: AlertStage): Promise<void> => {
  await s.sleepUntil('2026-02-02T09:00:00.000Z')
  await s.refuses({ 'Beatrix Holloway': 403, 'Tobias Wren': 403 }, '/alerts', { risk: 'immediate' })
  let rhian = await s.as('Rhian Pryce')
  await rhian.open('/alerts/new')
  let page = await rhian.press('I have rung: record an immediate risk')
  expect(page.words).toContain('Ring first. Then record whom you rang and when.')
  page = await rhian.type(
    'Save for later',
    { references: 'CF-5101', concern: 'Marks on both arms; the carer gives no reason.' },
    'Yusuf Demir, Service manager'
  )
  const id = idOf(page)
  expect(page.words).toContain('Ruth Ellingham, Head of service')
  page = await rhian.press('Send it now', {
    person: s.idOf('Yusuf Demir'),
    ...dateBoxes('told', 2, 2),
    time: '08:50',
    means: 'phone',
  })
  expect(page.words).toContain('Immediate risk')
  expect(page.words).toContain('Yusuf Demir, Service manager: ')
  await s.runJobs()
  const urgent = s.server.received.filter(({ headers }) =>
    headers.get('subject')?.startsWith('Plumbline: Urgent alert: Alert 2026-')
  )
  expect(urgent.flatMap(({ to }) => to).toSorted()).toEqual([
    'ruth.ellingham@aldermere.example',
    'yusuf.demir@aldermere.example',
  ])
  for (const name of ['Yusuf Demir', 'Ruth Ellingham']) {
    expect((await (await s.as(name)).open('/rubrics')).whole, name).toContain(need)
  }
  expect((await (await s.as('Gwen Ashcombe')).open('/rubrics')).whole).not.toContain(need)
  await s.strangersTry(id, '')
  await s.strangersTry(id, '/acknowledge', { revision: '3' })
  await s.strangersTry(id, '/call')
  await s.readersTry({ 'Rhian Pryce': 403, 'Tobias Wren': 403 }, id, '/acknowledge', {
    revision: '3',
  })

  await s.sleepUntil('2026-02-02T10:01:00.000Z')
  await s.runJobs()
  expect((await (await s.as('Gwen Ashcombe')).open('/rubrics')).whole).toContain(need)
  rhian = await s.as('Rhian Pryce')
  page = await rhian.open(`/alerts/${id}`)
  expect(page.words).toContain('took it up the line: nobody had acknowledged it in time.')
  const ruth = await s.as('Ruth Ellingham')
  await ruth.open(`/alerts/${id}`)
  page = await ruth.press('I have seen this and am acting on it')
  expect(page.words).toContain('Ruth Ellingham: acknowledged ')
  expect(page.whole).not.toContain(need)

  await s.sleepUntil('2026-02-02T12:30:00.000Z')
  const { n } = await s.db
    .selectFrom('alert_step')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('action', '=', 'gone_up')
    .executeTakeFirstOrThrow()
  await s.runJobs()
  page = await (await s.as('Rhian Pryce')).open(`/alerts/${id}`)
  expect(page.words.split('took it up the line')).toHaveLength(Number(n) + 1)
  expect(Number(n)).toBe(1)
  // Its date is tomorrow, and was told with it.
  const subjects = s.server.received.map(({ headers }) => headers.get('subject') ?? '')
  expect(subjects.filter((subject) => subject.startsWith('Plumbline: Alert due'))).toEqual([])
}
