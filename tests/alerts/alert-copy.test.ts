/** A copy for one child's record: everything of the alert, no other child, and one event a copy. */
import { expect, test } from 'vitest'
import { copyAlert } from '../../src/alerts/copy-alert.ts'
import { escalateAlert } from '../../src/alerts/escalate-alert.ts'
import { withoutReferences } from '../../src/alerts/rules/alert-copy-words.ts'
import { newApp } from '../support/app.ts'
import { plainBrowser } from '../support/page-forms.ts'
import { newAlertCouncil, raised, revisionOf } from './alert-council.ts'

test('references of other children go out of words, whole references alone', () => {
  expect(withoutReferences('C-101 and c-101, not C-1011; C.101 neither.', ['C-101'])).toBe(
    '[another child] and [another child], not C-1011; C.101 neither.'
  )
  expect(withoutReferences('C-100 stays.', [])).toBe('C-100 stays.')
})

test('a page loaded again is one copy, each child and each file its own', async () => {
  const council = await newAlertCouncil()
  const alertId = await raised(council, { references: 'C-100, C-101' })
  const copy = (now: string, caseId: string, format: 'print' | 'docx') =>
    copyAlert(council.as('iro', now), { alertId, caseId, format, personId: council.people.iro })
  const { one, two } = council.cases
  expect(await copy('2026-01-12T10:00:00.000Z', one, 'print')).toBe(true)
  expect(await copy('2026-01-12T10:14:00.000Z', one, 'print')).toBe(false)
  expect(await copy('2026-01-12T10:14:00.000Z', two, 'print')).toBe(true)
  expect(await copy('2026-01-12T10:14:00.000Z', one, 'docx')).toBe(true)
  expect(await copy('2026-01-12T10:31:00.000Z', one, 'print')).toBe(true)
  const events = await council.ctx.db
    .selectFrom('event')
    .where('type', '=', 'alert.copied')
    .select('subject_id')
    .execute()
  expect(events.map((event) => event.subject_id)).toEqual([alertId, alertId, alertId, alertId])
})

test('those addressed before stand apart from those who answer now', async () => {
  const app = await newApp()
  const council = await newAlertCouncil(app.context())
  const { iro, director } = council.people
  const id = await raised(council, { kind: 'formal' })
  await escalateAlert(council.as('iro'), {
    alertId: id,
    revision: await revisionOf(council, id),
    stage: 4,
    words: 'No answer.',
    skipWords: 'The director asked for it.',
    to: [director],
    day: '',
    month: '',
    year: '',
  })
  const browser = plainBrowser(await app.browserOf(iro))
  const { words } = await browser.open(`/alerts/${id}/copy`)
  expect(words).toContain('Addressed toDev Director')
  expect(words).toMatch(/Addressed to earlierTess Team, [^;]+; Wanda Worker/)
  expect(words).not.toContain(', before')
})
