/** The mails of the story as they were received: one a notice, no word of a case, and links that lead somewhere. */
import { expect } from 'vitest'
import { emailOf, people } from '../../src/demo/rules/council.ts'
import { type AlertStage, PUBLIC_URL } from './alert-stage.ts'

export const readMails = async (s: AlertStage, secrets: readonly string[]): Promise<void> => {
  const { received } = s.server
  const rows = await s.db
    .selectFrom('mail')
    .leftJoin('notice', 'notice.id', 'mail.notice_id')
    .select(['mail.state', 'mail.notice_id', 'notice.kind'])
    .execute()
  const notices = await s.db.selectFrom('notice').select('id').execute()
  expect(rows.filter(({ state }) => state !== 'sent')).toEqual([])
  expect(rows.map(({ notice_id }) => notice_id).toSorted()).toEqual(
    notices.map(({ id }) => id).toSorted()
  )
  expect(received).toHaveLength(notices.length)
  expect(new Set(received.map(({ headers }) => headers.get('message-id'))).size).toBe(
    notices.length
  )
  for (const { text } of received) {
    for (const secret of secrets) expect(text).not.toContain(secret)
  }
  const opened = new Set<string>()
  for (const { to, text, headers } of received) {
    const name = people.find((each) => emailOf(each.name) === to[0])?.name ?? ''
    const [, path = ''] = new RegExp(`${PUBLIC_URL}(/\\S*)`).exec(text) ?? []
    const [reference] = /Alert \d{4}-\d{4}/.exec(headers.get('subject') ?? '') ?? []
    if (opened.has(`${name} ${path}`)) continue
    opened.add(`${name} ${path}`)
    const page = await (await s.as(name)).open(path)
    // Whoever covered until last week no longer reads it, which is how it should be.
    const isOver = name === 'Desmond Clarke' && reference !== undefined
    expect(page.status, `${name} opens ${path}`).toBe(isOver ? 404 : 200)
    if (reference !== undefined && !isOver) expect(page.words).toContain(reference)
  }
}

/** Nothing is lost: what could not be sent waits, and the administrator sees why. */
export const mailIsDown = async (s: AlertStage): Promise<void> => {
  const before = s.server.received.length
  await s.runJobs()
  const waiting = await s.db
    .selectFrom('mail')
    .select('id')
    .where('state', '=', 'waiting')
    .execute()
  expect([s.server.received.length, waiting.length]).toEqual([before, 3])
  await s.refuses({ 'Rhian Pryce': 403, 'Gwen Ashcombe': 403 }, '/admin/mail')
  const page = await (await s.as('Noor Bakshi')).open('/admin/mail')
  expect(page.words).toContain('ECONNREFUSED')
}
