/**
 * The page of a person's own notices. What changes whether one is read is always a post, since browsers and mail
 * scanners follow links ahead of people; the button of a notice marks it as read and leads on.
 */
import { Hono } from 'hono'
import { formatDate } from '../../views/format.ts'
import { NoticesPage } from '../../views/notices/notices-page.tsx'
import { FieldFault, NotFound } from '../errors.ts'
import { type AppEnv, type C, contextOf, personOf } from '../http/env.ts'
import { form } from '../http/form.ts'
import { may, refusingOthers } from '../http/guards.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { type NoticesQuery, noticesQuery, undoForm } from './input.ts'
import { listNoticeKinds, listNotices } from './list-store.ts'
import { markAllRead } from './mark-all-read.ts'
import { markNoticeRead } from './mark-notice-read.ts'
import { isNoticeKind, noticeKinds, wordsOfNotice } from './rules/notice-kind.ts'
import { undoAllRead } from './undo-all-read.ts'

export const notices = new Hono<AppEnv>()

const NOTICES_A_PAGE = 30

const queryOf = (c: C): NoticesQuery => noticesQuery.parse(c.req.query())

/** The list as it was filtered, wherever in it the person was. */
const listAddress = (query: NoticesQuery, more: Readonly<Record<string, string>> = {}): string => {
  const search = new URLSearchParams({
    ...(query.show === 'unread' ? { show: 'unread' } : {}),
    ...(query.kind ? { kind: query.kind } : {}),
    ...more,
  })
  return search.size === 0 ? '/notices' : `/notices?${search}`
}

const placeOf = ({ after }: NoticesQuery) =>
  after === undefined ? undefined : { isRead: after.startsWith('1.'), id: after.slice(2) }

const own = may('notices.read')

notices.get('/notices', own, async (c) => {
  const { db } = c.get('deps')
  const person = personOf(c)
  const query = queryOf(c)
  const found = await listNotices(
    db,
    person.id,
    { isUnreadOnly: query.show === 'unread', kind: query.kind || undefined },
    { after: placeOf(query), size: NOTICES_A_PAGE + 1 }
  )
  const shown = found.slice(0, NOTICES_A_PAGE)
  const last = shown.at(-1)
  const kinds = (await listNoticeKinds(db, person.id)).filter(isNoticeKind)
  return renderPage(
    c,
    { title: 'Notices' },
    <NoticesPage
      notices={shown.flatMap((notice) => {
        const words = wordsOfNotice(notice, formatDate)
        return words
          ? [
              {
                ...words,
                createdAt: notice.createdAt,
                isRead: notice.readAt !== null,
                stands: notice.stands === 1,
              },
            ]
          : []
      })}
      isUnreadOnly={query.show === 'unread'}
      kind={query.kind ?? ''}
      kinds={kinds
        .map((kind) => ({ value: kind, text: noticeKinds[kind].label }))
        .toSorted((a, b) => (a.text < b.text ? -1 : 1))}
      search={listAddress(query).slice('/notices'.length)}
      newestHref={query.after === undefined ? undefined : listAddress(query)}
      olderHref={
        found.length > NOTICES_A_PAGE && last
          ? listAddress(query, { after: `${last.readAt === null ? 0 : 1}.${last.id}` })
          : undefined
      }
      markedAt={query.marked}
      csrf={csrfOf(c)}
    />
  )
})

/** Marks the notice of the address; somebody else's is answered as one that is not there. */
const mark = (c: C, isRead: boolean) => {
  const noticeId = c.req.param('id') ?? ''
  const marked = markNoticeRead(contextOf(c), { noticeId, isRead })
  return refusingOthers(c, 'notices.read', noticeId, marked)
}

notices.post('/notices/:id/open', own, async (c) => {
  const words = wordsOfNotice(await mark(c, true), formatDate)
  if (!words) throw new NotFound('No such notice')
  return c.redirect(words.address, 303)
})

notices.post('/notices/:id/read', own, async (c) => {
  await mark(c, true)
  return c.redirect(listAddress(queryOf(c)), 303)
})

notices.post('/notices/:id/unread', own, async (c) => {
  await mark(c, false)
  return c.redirect(listAddress(queryOf(c)), 303)
})

notices.post('/notices/all-read', own, async (c) => {
  const ctx = contextOf(c)
  const count = await markAllRead(ctx)
  return c.redirect(listAddress(queryOf(c), count > 0 ? { marked: ctx.now } : {}), 303)
})

notices.post('/notices/undo-all-read', own, async (c) => {
  const input = form(c, undoForm)
  if (!input.ok) throw new FieldFault('at', Object.values(input.errors)[0] ?? '')
  await undoAllRead(contextOf(c), input.data)
  return c.redirect(listAddress(queryOf(c)), 303)
})
