/**
 * The story of a whole round, told once for every kind of browser and database: from setting it up to carrying over
 * what was not done, with a safety notice, a voided audit, an exemption and a hand-over. Before each step somebody who
 * may not do it tries.
 */
import { expect } from 'vitest'
import { checkDatabase } from '../../src/admin/check-database.ts'
import { verifyEvents } from '../../src/events/verify-events.ts'
import {
  auditsOf,
  completeAudit,
  dateBoxes,
  rubricOf,
  safeNow,
  themeAnswers,
} from './round-audits.ts'
import { tellSafetyNotice } from './round-safety.ts'
import type { Stage } from './round-stage.ts'

interface Round {
  readonly at: string
  /** An audit's id by its case. */
  readonly of: (reference: string) => string
}

const setUp = async (s: Stage): Promise<Round> => {
  const beatrix = await s.as('Beatrix Holloway')
  await s.refuses({ 'Amara Osei': 403, 'Theodora Vassos': 403 }, '/rounds/new')
  await s.refuses({ 'Jide Adeyemi': 403 }, '/rounds/new', { name: 'Mine' })
  await beatrix.open('/rounds/new')
  let page = await beatrix.press('Save as a draft', {
    name: 'January learning audit',
    kind: 'learning',
    selection: 'random',
    rubrics: [await rubricOf(s, 'cp_plan')],
    ...dateBoxes('windowFrom', 5, 1),
    ...dateBoxes('windowTo', 30, 1),
    ...dateBoxes('dueOn', 30, 1),
  })
  expect(page.words).toContain('January learning audit')
  const [at = ''] = page.path.split('?')

  await s.refuses({ 'Callum Drummond': 403 }, `${at}/cases`, { references: '4417' })
  await beatrix.open(`${at}/cases`)
  await beatrix.press('Check these references', { references: '4417\n4418\n4419\n4420\n4421' })
  page = await beatrix.press('Add 5 new cases', {
    'status-all': 'cp',
    'team-all': s.teamIdOf('Riverside team'),
  })
  expect(page.whole).toContain('The cases are added.')
  const ids = await auditsOf(s)
  const of = (reference: string) => ids.get(reference) ?? ''

  await s.refuses({ 'Amara Osei': 403 }, at, {
    [`auditor-${of('4417')}`]: s.idOf('Amara Osei'),
    [`seen-${of('4417')}`]: '',
  })
  page = await beatrix.press('Save allocation', {
    [`auditor-${of('4417')}`]: s.idOf('Callum Drummond'),
    [`auditor-${of('4418')}`]: s.idOf('Callum Drummond'),
    [`auditor-${of('4419')}`]: s.idOf('Anjali Menon'),
    [`auditor-${of('4420')}`]: s.idOf('Anjali Menon'),
    [`auditor-${of('4421')}`]: s.idOf('Fergus Kinnear'),
  })
  expect(page.whole).toContain('The allocation is saved.')

  await s.refuses({ 'Theodora Vassos': 403, 'Callum Drummond': 403 }, `${at}/open`, {})
  await beatrix.follow(`${at}/open`)
  page = await beatrix.press('Open the round')
  expect(page.whole).toContain('The round is open.')
  page = await (await s.as('Callum Drummond')).open('/notices')
  expect(page.whole).toContain('Notices (2)')
  expect(page.words).toContain(
    'The audit of case 4417 was allocated to you. It is due on Friday 30 January 2026.'
  )
  return { at, of }
}

/** Fergus is exempt with the head of service's word; Anjali takes his audit over. */
const exempt = async (s: Stage, { at, of }: Round) => {
  const beatrix = await s.as('Beatrix Holloway')
  await s.refuses({ 'Fergus Kinnear': 403, 'Theodora Vassos': 403 }, `${at}/exempt`, {
    person: s.idOf('Fergus Kinnear'),
  })
  await beatrix.open(`${at}/exempt`)
  const page = await beatrix.press('Record the exemption', {
    person: s.idOf('Fergus Kinnear'),
    approvedBy: s.idOf('Theodora Vassos'),
    reason: 'Absence until February.',
    becomes: 'reallocate',
    auditor: s.idOf('Anjali Menon'),
  })
  expect(page.words).toContain('Absence until February. Approved by Theodora Vassos')
  const told = await (await s.as('Fergus Kinnear')).open('/notices')
  expect(told.words).toContain('The audit of case 4421 was given to another auditor.')
  await s.refuses({ 'Fergus Kinnear': 404 }, `/audits/${of('4421')}`)
}

/** The wrong file was audited: its grades leave the results, its record stays. */
const voidOne = async (s: Stage, { at, of }: Round) => {
  const callum = await s.as('Callum Drummond')
  const beatrix = await s.as('Beatrix Holloway')
  await completeAudit(callum, of('4418'))
  let page = await beatrix.open('/results?theme=cp_plan')
  expect(page.words).toContain('2 of 2 audits were good or better')

  await s.refuses({ 'Callum Drummond': 403, 'Amara Osei': 403 }, `${at}/bulk`, { do: 'void' })
  await beatrix.open(`${at}/progress`)
  page = await beatrix.press('Void', { audits: [of('4418')] })
  expect(page.words).toContain('Void 1 audit?')
  page = await beatrix.press('Void 1 audit', { reason: 'The file of another child.' })
  expect(page.whole).toContain('1 audit voided. They count in no figure from now on.')
  page = await beatrix.open('/results?theme=cp_plan')
  expect(page.words).toContain('1 of 1 audit was good or better')
  await s.refuses({ 'Callum Drummond': 404 }, `/audits/${of('4418')}`)
}

/** Anjali hands over what is half written; Idris goes on with it. */
const handOver = async (s: Stage, { of }: Round) => {
  const [anjali, idris] = [await s.as('Anjali Menon'), await s.as('Idris Bevan')]
  const beatrix = await s.as('Beatrix Holloway')
  const audit = `/audits/${of('4419')}`
  await anjali.open(`${audit}/themes/cp_plan`)
  await anjali.press('Save and go to Difference made, family and worker', themeAnswers(/^cp\./))
  await s.refuses({ 'Callum Drummond': 404, 'Idris Bevan': 404 }, `${audit}/hand-over`)
  await s.refuses({ 'Idris Bevan': 404 }, `${audit}/hand-over`, { to: s.idOf('Idris Bevan') })
  await anjali.open(`${audit}/hand-over`)
  let page = await anjali.press('Ask to hand it over', {
    to: s.idOf('Idris Bevan'),
    reason: 'I chaired a meeting about this family.',
  })
  expect(page.words).toContain('A QA lead has not decided yet, and it is yours until then.')

  const { id } = await s.db.selectFrom('hand_over').select('id').executeTakeFirstOrThrow()
  await s.refuses({ 'Anjali Menon': 403, 'Idris Bevan': 403 }, `/hand-overs/${id}`, {
    decision: 'agreed',
  })
  await beatrix.open(`/hand-overs/${id}`)
  page = await beatrix.press('Save the decision', { decision: 'agreed' })
  expect(page.whole).toContain('The audit is handed over. Both auditors are told.')

  await s.refuses({ 'Anjali Menon': 404 }, audit)
  // Whoever still has a page open is told that it moved, and nothing of theirs is saved.
  expect(await anjali.send(`${audit}/themes/safe-now`, safeNow('yes'))).toBe(409)
  await idris.open('/')
  page = await idris.follow(audit)
  expect(page.words).toContain('9 of 13 questions answered')
  await completeAudit(idris, of('4419'), { isThemeDone: true })
  const wrote = await s.db
    .selectFrom('answer')
    .innerJoin('person', 'person.id', 'answer.saved_by')
    .select(['person.name', (eb) => eb.fn.countAll().as('n')])
    .where('audit_id', '=', of('4419'))
    .groupBy('person.name')
    .orderBy('person.name')
    .execute()
  expect(wrote.map(({ name, n }) => [name, Number(n)])).toEqual([
    ['Anjali Menon', 9],
    ['Idris Bevan', 4],
  ])
}

/** One audit is given more time, one is late and its auditor reminded, one case comes late and is done twice over. */
const keepMoving = async (s: Stage, { at, of }: Round) => {
  let beatrix = await s.as('Beatrix Holloway')
  await s.refuses({ 'Anjali Menon': 403 }, `${at}/bulk`, { do: 'extend' })
  await beatrix.open(`${at}/progress`)
  await beatrix.press('Extend', { audits: [of('4420')] })
  let page = await beatrix.press('Extend 1 audit', {
    ...dateBoxes('dueOn', 6, 2),
    reason: 'The file is on paper.',
  })
  expect(page.words).toContain('was 30 Jan 2026')

  s.wakeUpAt('2026-02-02T09:00:00.000Z')
  beatrix = await s.as('Beatrix Holloway')
  await s.refuses({ 'Siobhan Kehoe': 403 }, `${at}/bulk`, { do: 'remind' })
  page = await beatrix.open(`${at}/progress`)
  expect(page.words).toContain('1 is late')
  await beatrix.follow(`${at}/progress?show=late&tick=all#audits-heading`)
  await beatrix.press('Remind')
  page = await beatrix.press('Remind of 1 audit')
  expect(page.whole).toContain('Auditors were reminded of 1 audit.')
  page = await (await s.as('Anjali Menon')).open('/notices')
  expect(page.words).toContain('A QA lead reminds you of the audit of case 4421.')

  await beatrix.open(`${at}/cases`)
  await beatrix.press('Check these references', { references: '4422' })
  await beatrix.press('Add 1 new case', {
    'status-4422': 'cp',
    'team-4422': s.teamIdOf('Riverside team'),
  })
  const late = (await auditsOf(s)).get('4422') ?? ''
  await beatrix.open(at)
  await beatrix.press('Save allocation', { [`auditor-${late}`]: s.idOf('Callum Drummond') })
  const callum = await s.as('Callum Drummond')
  await completeAudit(callum, late)

  await s.refuses({ 'Callum Drummond': 403, 'Amara Osei': 403 }, `/audits/${late}/reopen`, {
    reason: 'I think so',
  })
  const sanjay = await s.as('Sanjay Kulkarni')
  await sanjay.open(`/audits/${late}`)
  page = await sanjay.press('Reopen the audit', { reason: 'The visits are of last year.' })
  expect(page.whole).toContain('Callum Drummond has it on My work again.')
  page = await callum.open('/')
  expect(page.words).toContain('Case 4422, child protection plan')
  await callum.open(`/audits/${late}/check`)
  page = await callum.press('Submit the audit again')
  expect(page.whole).toContain('The audit was submitted.')
}

/** The round is closed with why two audits were not done; one is carried over to the next. */
const close = async (s: Stage, { at, of }: Round) => {
  const [beatrix, sanjay] = [await s.as('Beatrix Holloway'), await s.as('Sanjay Kulkarni')]
  await s.refuses({ 'Theodora Vassos': 403, 'Anjali Menon': 403 }, `${at}/close`, {})
  await sanjay.open(`${at}/close`)
  await beatrix.open(`${at}/close`)
  let page = await beatrix.press('Close the round')
  expect([page.status, page.words.includes('Choose why it was not done')]).toEqual([422, true])
  const anjali = s.idOf('Anjali Menon')
  const reasons = { [`reason-${anjali}`]: 'workload', [`reason-${of('4420')}`]: 'case_moved' }
  page = await beatrix.press('Close the round', reasons)
  expect(page.words).toContain(
    '3 of 5 audits are submitted; 2 were withdrawn or not done; 1 is voided.'
  )
  page = await sanjay.press('Close the round', reasons)
  expect([page.status, page.words.includes('Beatrix Holloway closed it')]).toEqual([409, true])

  // The next round: what was not done for want of time is carried over to it.
  await sanjay.open('/rounds/new')
  page = await sanjay.press('Save as a draft', {
    name: 'March learning audit',
    kind: 'learning',
    selection: 'random',
    rubrics: [await rubricOf(s, 'cp_plan')],
    ...dateBoxes('windowFrom', 2, 3),
    ...dateBoxes('windowTo', 31, 3),
    ...dateBoxes('dueOn', 31, 3),
  })
  const [next = ''] = page.path.split('?')
  await s.refuses({ 'Amara Osei': 403 }, `${next}/carry-over`, { audits: of('4421') })
  page = await sanjay.open(`${next}/carry-over`)
  expect(page.words).toContain('Case 4421, January learning audit')
  page = await sanjay.press('Carry over', { audits: [of('4421')] })
  expect(page.words).toContain('4421')
  page = await sanjay.open(`${at}/progress`)
  expect(page.words).toContain('Other work came firstCarried over to March learning audit')
}

/** The calendar, the copy for the child's record, the results, and what the database and the event log say of it all. */
const lookBack = async (s: Stage, { of }: Round) => {
  const callum = await s.as('Callum Drummond')
  const copy = `/audits/${of('4417')}/copy`
  await s.refuses({ 'Tobias Wren': 404, 'Anjali Menon': 404, 'Delphine Auguste': 403 }, copy)
  let page = await callum.open(copy)
  expect(page.words).toContain('School attendance rose from 61% to 94%.')
  expect(await callum.send(`${copy}.docx`)).toBe(200)
  await callum.follow('/account')
  page = await callum.follow('/account/calendar')
  expect(page.words).toContain('calendar')
  page = await (await s.as('Beatrix Holloway')).open('/results?theme=cp_plan')
  expect(page.words).toContain('3 of 3 audits were good or better')
}

export const tellWholeRound = async (s: Stage): Promise<void> => {
  const round = await setUp(s)
  await exempt(s, round)
  await tellSafetyNotice(s, round.of('4417'))
  await voidOne(s, round)
  await handOver(s, round)
  await keepMoving(s, round)
  await close(s, round)
  await lookBack(s, round)
  expect(await checkDatabase(s.context())).toEqual([])
  expect((await verifyEvents(s.db)).fault).toBeUndefined()
}
