/** The pages of mail: a person's choice, and what an administrator sees of what fails and does about it. */
import { expect, test } from 'vitest'
import { switchMail } from '../../src/mail/switch-mail.ts'
import { removeOldNotices } from '../../src/notices/remove-old-notices.ts'
import { newApp } from '../support/app.ts'
import { countQueries } from '../support/count-queries.ts'
import { addFailingMail } from '../support/failing-mail.ts'
import { addNotice } from '../support/notice-builders.ts'
import { wordsOf } from '../support/words-of.ts'

const ON = { SMTP_URL: 'smtp://127.0.0.1:4119', MAIL_FROM: 'Plumbline <plumbline@a.example>' }

const says = async (response: Response): Promise<string> =>
  (await wordsOf(response)).replaceAll('\n', ' ')

test('a choice is kept, and a wrong one is told with the page as it was', async () => {
  const t = await newApp(ON)
  const iro = await t.signIn(['iro'])
  expect(await says(await iro.get('/account'))).toContain('Mail of your notices')
  const wrong = await iro.post('/account/mail', { choice: 'weekly' })
  expect([wrong.status, await says(wrong)]).toEqual([
    422,
    expect.stringContaining('Choose how you want mail of your notices'),
  ])
  const saved = await iro.post('/account/mail', { choice: 'digest' })
  expect([saved.status, saved.headers.get('location')]).toEqual([303, '/account/mail?saved'])
  const page = await iro.get('/account/mail?saved')
  expect(await says(page.clone())).toContain('Your choice is saved.')
  expect(await page.text()).toMatch(/value="digest" checked/)
  const events = await t.db
    .selectFrom('event')
    .select(['subject_id', 'details'])
    .where('type', '=', 'mail.choice_changed')
    .execute()
  expect(events).toEqual([{ subject_id: iro.personId, details: '{"choice":"digest"}' }])
})

test('without a mail server the page says so and how to set one up, and sends no test', async () => {
  const t = await newApp()
  const admin = await t.signIn(['administrator'])
  const page = await says(await admin.get('/admin/mail'))
  expect(page).toContain('Mail is not set up')
  expect(page).toContain('SMTP_URL')
  expect(page).not.toContain('Send a test message')
  expect(await says(await admin.get('/account/mail'))).toContain('Your council has not set up mail')
  const refused = await admin.post('/admin/mail/test')
  expect([refused.status, await says(refused)]).toEqual([
    409,
    expect.stringContaining('Mail is not set up: SMTP_URL is not set'),
  ])
  expect(await t.db.selectFrom('mail').selectAll().execute()).toEqual([])
})

test('what fails is shown with the server’s words, and counted on the first page', async () => {
  const t = await newApp(ON)
  const admin = await t.signIn(['administrator'], { name: 'Ada Min' })
  const iro = await t.signIn(['iro'], { name: 'Ines <Roe>' })
  await addFailingMail(t.context(), iro.personId, '451 <script>later</script>')
  await addFailingMail(t.context(), iro.personId, '550 No such user', 'refused')
  await addNotice(t.context(), admin.personId)
  const answer = await admin.get('/admin/mail')
  expect(await answer.clone().text()).not.toContain('<script>later')
  const page = await says(answer)
  for (const words of [
    'Waiting to be sent 2',
    '2, of which 1 was refused for good',
    'Audit allocated to you, to Ines &lt;Roe&gt;',
    '451 &lt;script&gt;later&lt;/script&gt;',
    '12 January 2026',
    'after 1 try',
    'None: it was refused for good',
  ]) {
    expect(page).toContain(words)
  }
  expect(page).not.toContain('CF-1001')
  expect(await says(await admin.get('/admin'))).toContain('2 mails could not be sent')
  for (const path of ['/admin/mail', '/admin/mail?page=zz', '/admin', '/account/mail']) {
    const { response, queries } = await countQueries(t, admin, path)
    expect([path, response.status, queries]).toEqual([
      path,
      200,
      path === '/admin' ? 8 : path === '/account/mail' ? 4 : 5,
    ])
  }
})

const rowOf = (t: Awaited<ReturnType<typeof newApp>>, id: string) =>
  t.db
    .selectFrom('mail')
    .select(['state', 'next_at', 'attempts'])
    .where('id', '=', id)
    .executeTakeFirst()

test('what fails is tried again at once, one or all', async () => {
  const t = await newApp(ON)
  const admin = await t.signIn(['administrator'])
  const one = await addFailingMail(t.context(), admin.personId, '550 No', 'refused')
  const other = await addFailingMail(t.context(), admin.personId)
  const again = await admin.post(`/admin/mail/${one}/again`)
  expect([again.status, again.headers.get('location')]).toEqual([303, '/admin/mail?done=again'])
  const due = { state: 'waiting', next_at: '2026-01-12T09:00:00.000Z', attempts: 0 }
  expect(await rowOf(t, one)).toEqual(due)
  expect(await rowOf(t, other)).not.toEqual(due)
  await admin.post('/admin/mail/again')
  expect(await rowOf(t, other)).toEqual(due)
})

test('giving up is asked first, and is for good', async () => {
  const t = await newApp(ON)
  const admin = await t.signIn(['administrator'])
  const id = await addFailingMail(t.context(), admin.personId)
  const asked = await says(await admin.get(`/admin/mail/${id}/give-up`))
  expect(asked).toContain('Give this mail up?')
  expect((await rowOf(t, id))?.state).toBe('waiting')
  expect((await admin.post(`/admin/mail/${id}/give-up`)).status).toBe(303)
  expect((await rowOf(t, id))?.state).toBe('given_up')
  expect((await admin.post(`/admin/mail/${id}/give-up`)).status).toBe(404)
  expect((await admin.post(`/admin/mail/${id}/again`)).status).toBe(404)
  expect(await t.db.selectFrom('notice').select('id').execute()).toHaveLength(1)
})

test('a test message takes the way of every mail', async () => {
  const t = await newApp(ON)
  await switchMail(t.context(), true)
  const admin = await t.signIn(['administrator'])
  expect((await admin.post('/admin/mail/test')).status).toBe(303)
  expect(await t.db.selectFrom('mail').select(['sort', 'state', 'person_id']).execute()).toEqual([
    { sort: 'test', state: 'waiting', person_id: admin.personId },
  ])
})

test('the record of what was sent goes after the days of the setting; what fails stays', async () => {
  const t = await newApp(ON)
  const admin = await t.signIn(['administrator'])
  const failing = await addFailingMail(t.context(), admin.personId)
  const sent = await addFailingMail(t.context(), admin.personId)
  await t.db
    .updateTable('mail')
    .set({ state: 'sent', settled_at: t.context().now, failing_since: null })
    .where('id', '=', sent)
    .execute()
  t.setNow('2026-02-11T09:00:00.000Z')
  await removeOldNotices(t.context())
  expect(await rowOf(t, sent)).toBeDefined()
  t.setNow('2026-02-11T09:00:00.001Z')
  await removeOldNotices(t.context())
  expect([await rowOf(t, sent), (await rowOf(t, failing))?.state]).toEqual([undefined, 'waiting'])
})
