/** Entering cases on the page: what was read is shown before anything is added, and every line that is wrong is named. */
import { describe, expect, test } from 'vitest'
import { newApp, type TestApp } from '../support/app.ts'
import { addTeamWith } from '../support/builders.ts'
import { addCaseWith, createRoundWith } from '../support/round-builders.ts'
import { wordsOf } from '../support/words-of.ts'

const draft = async () => {
  const t = await newApp()
  const lead = await t.signIn(['qa_lead'])
  const teamId = await addTeamWith(t.context(), { name: 'North' })
  const roundId = await createRoundWith(t.context(), { name: 'January learning audit' })
  const send = (fields: Record<string, string | readonly string[]>) =>
    lead.post(`/rounds/${roundId}/cases`, fields)
  return { t, lead, teamId, roundId, send }
}

const cases = (t: TestApp) =>
  t.db
    .selectFrom('case_file')
    .select(['reference', 'service_status', 'team_id'])
    .orderBy('reference')
    .execute()

const inRound = async (t: TestApp) =>
  (await t.db.selectFrom('audit').select('case_reference').orderBy('reference').execute()).map(
    (row) => row.case_reference
  )

describe('references that were typed or pasted', () => {
  test('are shown as known, new, repeated and in the round, and nothing is added yet', async () => {
    const { t, send } = await draft()
    await addCaseWith(t.context(), { reference: '204417' })
    await addCaseWith(t.context(), { reference: 'AB/12' })
    const response = await send({ references: '204417\r\nab/12, 198230;187002\n\n204417\tX-9' })
    expect(response.status).toBe(200)
    const words = await wordsOf(response)
    expect(words).toContain('2 cases are known\n204417, AB/12')
    expect(words).toContain('3 cases are new to Plumbline')
    expect(words).toContain('Line 4: 204417 is on line 1 already')
    expect(words).toContain('Add 5 cases, 3 of them new')
    expect(words).not.toContain('There is a problem')
    expect(await inRound(t)).toEqual([])
    expect(await cases(t)).toHaveLength(2)
  })

  test('known ones are added with one more click, and only once', async () => {
    const { t, roundId, send } = await draft()
    await addCaseWith(t.context(), { reference: '204417' })
    const response = await send({ references: '204417', step: 'add' })
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      `/rounds/${roundId}?saved=cases`,
    ])
    expect(await inRound(t)).toEqual(['204417'])
    const again = await send({ references: '204417' })
    expect(await wordsOf(again)).toContain('Already in this round, left as they are\n204417')
    expect((await send({ references: '204417', step: 'add' })).status).toBe(303)
    expect(await inRound(t)).toEqual(['204417'])
  })

  test('new ones need a status, for all or one by one', async () => {
    const { t, teamId, send } = await draft()
    const references = '204417\n198230'
    const refused = await send({ references, step: 'add', 'status-204417': 'cp' })
    expect(refused.status).toBe(422)
    expect(await wordsOf(refused)).toContain('Choose the status of case 198230')
    expect(await cases(t)).toEqual([])
    const added = await send({
      references,
      step: 'add',
      'status-all': 'cin',
      'team-all': teamId,
      'status-204417': 'cp',
    })
    expect(added.status).toBe(303)
    expect(await cases(t)).toEqual([
      { reference: '198230', service_status: 'cin', team_id: teamId },
      { reference: '204417', service_status: 'cp', team_id: teamId },
    ])
    expect(await inRound(t)).toEqual(['204417', '198230'])
  })

  test('what was chosen stays when something else is wrong', async () => {
    const { teamId, send } = await draft()
    const response = await send({
      references: '204417\n198230',
      step: 'add',
      'status-204417': 'care',
      'team-204417': teamId,
      'team-198230': 'nowhere',
    })
    const html = await response.clone().text()
    expect(html).toMatch(/id="status-1"[\s\S]*?value="care" selected/)
    expect(html).toContain(`value="${teamId}" selected`)
    expect(html).toContain('href="#status-2"')
    expect(await wordsOf(response)).toContain('Choose the team of case 198230 from the list')
  })

  test('lines that cannot be references are named, and nothing is added', async () => {
    const { t, send } = await draft()
    const references = `204417\n#REF!\n198230, ${'9'.repeat(41)}\n<script>alert(1)</script>`
    const response = await send({ references, step: 'add', 'status-all': 'cp' })
    expect(response.status).toBe(422)
    const html = await response.clone().text()
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;</textarea>')
    const words = await wordsOf(response)
    expect(words).toContain('3 references are not as they should be. Nothing has been added')
    expect(words).toContain(
      'Line 2, “#REF!”: A case reference has letters, digits, spaces and / - _ . only, and starts with a letter or digit'
    )
    expect(words).toContain(
      `Line 3, “${'9'.repeat(41)}”: A case reference has at most 40 characters; this one has 41`
    )
    expect(await cases(t)).toEqual([])
    expect(await inRound(t)).toEqual([])
  })

  test('what looks like a name is questioned, and not blocked', async () => {
    const { t, send } = await draft()
    const asked = await send({ references: 'Mia Carter' })
    expect(asked.status).toBe(200)
    expect(await wordsOf(asked)).toContain('This looks like a name.')
    const fields = { references: 'Mia Carter', step: 'add', 'status-Mia Carter': 'cp' }
    const refused = await send(fields)
    expect(refused.status).toBe(422)
    expect(await wordsOf(refused)).toContain(
      'Say whether “Mia Carter” is a reference, or enter the right one'
    )
    expect(await cases(t)).toEqual([])
    expect((await send({ ...fields, 'reference-Mia Carter': 'yes' })).status).toBe(303)
    expect(await inRound(t)).toEqual(['Mia Carter'])
  })

  test.each([
    ['nothing', { references: ' \n , ' }, 'Enter at least one case reference'],
    ['no field at all', {}, 'Enter at least one case reference'],
    ['too many', { references: '7,'.repeat(25_001) }, 'This is too long. Enter at most 500'],
    [
      'more than 500',
      { references: Array.from({ length: 501 }, (_, i) => i + 1).join() },
      'These are 501 references. Enter at most 500 at a time',
    ],
    ['the field twice', { references: ['1', '2'] }, 'Sent 2 times: send it once'],
  ])('%s is refused', async (_what, fields: Record<string, string | string[]>, fault) => {
    const { t, send } = await draft()
    const response = await send(fields)
    expect(response.status).toBe(422)
    expect(await wordsOf(response)).toContain(fault)
    expect(await inRound(t)).toEqual([])
  })
})

describe('taking a case out', () => {
  test('asks first, withdraws its audit, and cannot be done twice or from another round', async () => {
    const { t, lead, roundId, send } = await draft()
    await send({ references: '204417', step: 'add', 'status-204417': 'cp' })
    const audit = await t.db.selectFrom('audit').select('id').executeTakeFirstOrThrow()
    const address = `/rounds/${roundId}/remove/${audit.id}`
    expect(await wordsOf(await lead.get(address))).toContain('Take case 204417 out of this round?')
    const other = await createRoundWith(t.context())
    expect((await lead.post(`/rounds/${other}/remove/${audit.id}`)).status).toBe(404)
    expect((await lead.post(address)).status).toBe(303)
    expect((await t.db.selectFrom('audit').select('state').execute())[0]?.state).toBe('withdrawn')
    expect((await lead.post(address)).status).toBe(409)
  })
})

test('no case gets into a closed round', async () => {
  const { t, send } = await draft()
  await t.db.updateTable('round').set({ state: 'closed' }).execute()
  await addCaseWith(t.context(), { reference: '204417' })
  const response = await send({ references: '204417', step: 'add' })
  expect(response.status).toBe(409)
  expect(await wordsOf(response)).toContain(
    'This round is closed. Cases can be added to a draft or an open round.'
  )
  expect(await inRound(t)).toEqual([])
})
