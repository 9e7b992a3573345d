/** The person's own calendar address: made, made anew and removed. What the calendar holds is the work feature's. */
import { Hono } from 'hono'
import {
  CalendarAddressPage,
  RemoveAddressPage,
  RenewAddressPage,
} from '../../views/people/calendar-address-page.tsx'
import { type AppEnv, type C, contextOf, personOf } from '../http/env.ts'
import { signedIn } from '../http/guards.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { findCalendarFeed } from './calendar-store.ts'
import { makeCalendarAddress } from './make-calendar-address.ts'
import { removeCalendarAddress } from './remove-calendar-address.ts'

export const calendarAddress = new Hono<AppEnv>()

const show = async (c: C, address?: string) => {
  const feed = await findCalendarFeed(c.get('deps').db, personOf(c).id)
  const isRemoved = c.req.query('removed') !== undefined && feed === undefined
  return renderPage(
    c,
    {
      title: 'Your calendar address',
      ...(isRemoved
        ? { notice: { kind: 'success' as const, text: 'The calendar address was removed.' } }
        : {}),
    },
    <CalendarAddressPage madeAt={feed?.madeAt} address={address} csrf={csrfOf(c)} />
  )
}

calendarAddress.get('/account/calendar', signedIn, (c) => show(c))

/** Answered with the page itself: the address stands in no redirect, so no history or log can keep it. */
calendarAddress.post('/account/calendar', signedIn, async (c) => {
  const path = await makeCalendarAddress(contextOf(c), personOf(c).id)
  return show(c, `${c.get('deps').config.PUBLIC_URL.replace(/\/$/, '')}${path}`)
})

calendarAddress.get('/account/calendar/renew', signedIn, (c) =>
  renderPage(c, { title: 'Make a new calendar address' }, <RenewAddressPage csrf={csrfOf(c)} />)
)

calendarAddress.get('/account/calendar/remove', signedIn, (c) =>
  renderPage(c, { title: 'Remove your calendar address' }, <RemoveAddressPage csrf={csrfOf(c)} />)
)

calendarAddress.post('/account/calendar/remove', signedIn, async (c) => {
  await removeCalendarAddress(contextOf(c), personOf(c).id)
  return c.redirect('/account/calendar?removed', 303)
})
