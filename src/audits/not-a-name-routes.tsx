/** A word that was asked about is no name: said from the page that checks an audit, or with any form of one. */
import { Hono } from 'hono'
import { auditAddress } from '../../views/audits/audit-heading.tsx'
import { FieldFault } from '../errors.ts'
import { type AppEnv, type C, contextOf } from '../http/env.ts'
import { form } from '../http/form.ts'
import { may } from '../http/guards.ts'
import { notANameForm, sentWord } from './input.ts'
import { keepWord } from './keep-word.ts'
import { auditIdOf, refusingOthers } from './record-routes.tsx'

export const notNames = new Hono<AppEnv>()

const keep = async (c: C, sent: { place: string; word: string }): Promise<string> => {
  await refusingOthers(c, keepWord(contextOf(c), { auditId: auditIdOf(c), word: sent.word }))
  return sent.place
}

/** Keeps the word that a page's form sent with everything else. @returns the place it stood in, if one was sent */
export const keepSentWord = async (c: C): Promise<string | undefined> => {
  const sent = c.get('body')?.get('not_a_name')
  if (sent === undefined) return undefined
  const read = sentWord.safeParse(sent[0])
  if (!read.success) throw new FieldFault('not_a_name', read.error.issues[0]?.message ?? '')
  return keep(c, read.data)
}

notNames.post('/audits/:id/not-a-name', may('audits.complete'), async (c) => {
  const sent = form(c, notANameForm)
  if (!sent.ok) {
    throw new FieldFault('not_a_name', sent.errors.not_a_name ?? sent.errors.from ?? '')
  }
  const place = await keep(c, sent.data.not_a_name)
  const address = auditAddress({ id: auditIdOf(c) })
  return c.redirect(
    sent.data.from === 'check' ? `${address}/check#names` : `${address}/conclusions#said-${place}`,
    303
  )
})
