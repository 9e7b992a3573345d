/** Ending a cover early: by whoever is away, by an administrator, or by an IRO manager for a reviewing officer. */
import { Hono } from 'hono'
import { ConfirmStepPage } from '../../views/admin/confirm-step-page.tsx'
import { formatDate } from '../../views/format.ts'
import { NotFound, WrongState } from '../errors.ts'
import { type AppEnv, type C, contextOf, personOf } from '../http/env.ts'
import { refuseRecord, signedIn } from '../http/guards.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { findPersonAccount } from '../people/account-store.ts'
import { findCover } from '../people/cover-store.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { isGranted } from '../people/rules/permissions.ts'
import { endCover } from './end-cover.ts'

export const coverEnding = new Hono<AppEnv>()

/** The page from which this person keeps that person's cover; undefined when it is not theirs to keep. */
const placeOf = async (c: C, awayId: string): Promise<string | undefined> => {
  const { id, roles } = personOf(c)
  if (awayId === id) return '/account/cover'
  if (isGranted(roles, 'accounts.manage')) return `/admin/people/${awayId}/cover`
  if (!isGranted(roles, 'alerts.oversee')) return undefined
  const away = await findPersonAccount(c.get('deps').db, awayId)
  return away?.roles.some((role) => role === 'iro' || role === 'iro_manager') ? '/cover' : undefined
}

const coverToEnd = async (c: C) => {
  const cover = await findCover(c.get('deps').db, c.req.param('id') ?? '')
  if (!cover) throw new NotFound('No such cover')
  const place = await placeOf(c, cover.personId)
  if (place === undefined) return refuseRecord(c, 'alerts.oversee', cover.id)
  if (cover.endedAt !== null || cover.toOn < londonDate(c.get('now'))) {
    throw new WrongState('This cover is over already.')
  }
  return { ...cover, place }
}

coverEnding.get('/cover/:id/end', signedIn, async (c) => {
  const { id, place, personName, coverName, fromOn, toOn } = await coverToEnd(c)
  const title = `End the cover for ${personName}?`
  return renderPage(
    c,
    { title },
    <ConfirmStepPage
      title={title}
      action={`/cover/${id}/end`}
      back={place}
      backText="Cover"
      csrf={csrfOf(c)}
      button="End this cover"
    >
      <p class="govuk-body">
        {`${coverName} covers from ${formatDate(fromOn)} to ${formatDate(toOn)}, both included.`}
      </p>
      <p class="govuk-body">
        It ends at once and both are told. What was done in the meantime stays as it is.
      </p>
    </ConfirmStepPage>
  )
})

coverEnding.post('/cover/:id/end', signedIn, async (c) => {
  const { id, place } = await coverToEnd(c)
  await endCover(contextOf(c), { id })
  return c.redirect(`${place}?saved=ended`, 303)
})
