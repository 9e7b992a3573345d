/**
 * A person's due dates for their calendar program, which cannot sign in: the address itself is the key. Without a guard,
 * so it says nothing that the address's owner would mind a passer-by reading: no case, no name.
 */
import { Hono } from 'hono'
import { calendarEntries } from '../../views/work/calendar-entries.ts'
import { NotFound } from '../errors.ts'
import type { AppEnv } from '../http/env.ts'
import { findCalendarOwner } from '../people/calendar-store.ts'
import { tokenHash } from '../people/tokens.ts'
import { listActionsDue, listAuditsDue } from './calendar-store.ts'
import { calendarFile } from './rules/calendar-file.ts'

export const calendar = new Hono<AppEnv>()

calendar.get('/calendar/:file', async (c) => {
  const { db, config } = c.get('deps')
  const token = c.req.param('file').replace(/\.ics$/, '')
  // Looked up by its hash, so a wrong token costs one look whatever it is, and tells nothing of the right ones.
  const owner = await findCalendarOwner(db, tokenHash(token))
  if (!owner) throw new NotFound('No such calendar')
  const entries = calendarEntries(
    await listAuditsDue(db, owner.personId),
    await listActionsDue(db, owner.personId),
    config.PUBLIC_URL.replace(/\/$/, ''),
    c.get('now')
  )
  c.header('Content-Type', 'text/calendar; charset=utf-8')
  c.header('Content-Disposition', 'inline; filename="plumbline.ics"')
  return c.body(calendarFile('Plumbline: what is due', entries, c.get('now')))
})
