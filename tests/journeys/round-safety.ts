/** The safety notice in the story of a whole round: Callum audits case 4417 of Amara's team, and the child may not be safe. */
import { expect } from 'vitest'
import { completeAudit, dateBoxes, safeNow } from './round-audits.ts'
import type { Stage } from './round-stage.ts'

/** "Is the child safe now?" is answered with no: ring, record, acknowledge, decide, close. */
export const tellSafetyNotice = async (s: Stage, auditId: string): Promise<void> => {
  const callum = await s.as('Callum Drummond')
  const place = `/audits/${auditId}/themes/safe-now`
  await s.refuses({ 'Anjali Menon': 404, 'Tobias Wren': 404 }, place)
  await s.refuses({ 'Anjali Menon': 404 }, place, safeNow('no'))
  await callum.open(place)
  await callum.type(
    'Save and go to Child protection plan',
    { 'value:common.safe_now': 'no' },
    'Ring first. Then record whom you rang and when.'
  )
  // At once: the audit is not submitted, and the line and the QA leads have it above every page of theirs.
  const opened = await s.db
    .selectFrom('safety_notice')
    .innerJoin('audit', 'audit.id', 'safety_notice.audit_id')
    .select(['safety_notice.id', 'safety_notice.state', 'audit.state as auditState'])
    .execute()
  expect(opened).toEqual([{ id: opened[0]?.id, state: 'open', auditState: 'in_progress' }])
  const notice = `/safety-notices/${opened[0]?.id}`
  const need = 'This needs you nowSafety notice. An audit of case 4417 found'
  for (const name of [
    'Amara Osei',
    'Siobhan Kehoe',
    'Beatrix Holloway',
    'Sanjay Kulkarni',
  ] as const) {
    expect((await (await s.as(name)).open('/rubrics')).whole, name).toContain(need)
  }
  const ruth = await s.as('Ruth Ellingham')
  expect((await ruth.open('/rubrics')).whole).not.toContain('This needs you now')

  const told = { person: s.idOf('Amara Osei'), time: '09:00', means: 'phone' }
  await s.refuses({ 'Tobias Wren': 404, 'Amara Osei': 403 }, `${notice}/told`, told)
  let page = await callum.pressFor('Record who was told', told, 'It is recorded who was told.')
  expect(page.words).toContain('It is recorded who was told.')

  await s.refuses({ 'Tobias Wren': 404, 'Jide Adeyemi': 404, 'Noor Bakshi': 403 }, notice)
  await s.refuses({ 'Tobias Wren': 404, 'Callum Drummond': 403 }, `${notice}/acknowledge`, {})
  const amara = await s.as('Amara Osei')
  await amara.open('/')
  page = await amara.follow(notice)
  expect(page.words).toContain('Amara Osei, Team manager: ')
  page = await amara.press('I have seen this and am acting on it')
  expect(page.whole).not.toContain('This needs you now')
  expect((await (await s.as('Siobhan Kehoe')).open('/')).whole).toContain(need)

  const decision = { words: 'Visit today; strategy discussion.', ...dateBoxes('due', 12, 1) }
  await s.refuses(
    { 'Ruth Ellingham': 404, 'Beatrix Holloway': 403, 'Amara Osei': 403 },
    `${notice}/decision`,
    { ...decision, revision: '3' }
  )
  const theodora = await s.as('Theodora Vassos')
  await theodora.open(notice)
  page = await theodora.press('Record the decision', decision)
  expect(page.words).toContain('To be done by Monday 12 January 2026.')

  await s.refuses({ 'Callum Drummond': 403, 'Amara Osei': 403 }, `${notice}/close`, { words: 'No' })
  const beatrix = await s.as('Beatrix Holloway')
  await beatrix.open(notice)
  page = await beatrix.press('Close the notice', { words: 'Seen at home and safe.' })
  expect(page.words).toContain('Seen at home and safe.')
  expect(page.whole).not.toContain('This needs you now')
  await completeAudit(callum, auditId, { isSafe: false })
}
