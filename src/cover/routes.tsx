/** Who acts for whom: one's own cover, one that an administrator keeps for an account, and every reviewing officer's. */
import { Hono } from 'hono'
import { AllCoverPage } from '../../views/cover/all-cover-page.tsx'
import { CoverPage } from '../../views/cover/cover-page.tsx'
import { NotFound } from '../errors.ts'
import { type AppEnv, type C, personOf } from '../http/env.ts'
import { may, signedIn } from '../http/guards.ts'
import { csrfOf, type PageOptions, renderPage } from '../http/page.tsx'
import { type Account, findPersonAccount } from '../people/account-store.ts'
import {
  listCoversBy,
  listCoversFor,
  listCoversOfRoles,
  listStanders,
} from '../people/cover-store.ts'
import { rolesThatCover } from '../people/rules/cover.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { isGranted } from '../people/rules/permissions.ts'
import { coverEnding } from './end-routes.tsx'
import { anyCoverForm, coverForm } from './input.ts'
import { type Again, saveCover } from './record-routes.tsx'

export const cover = new Hono<AppEnv>()

cover.route('/', coverEnding)

const notices: Record<string, string> = {
  set: 'The cover is set. Both are told.',
  ended: 'The cover is ended. Both are told.',
}

const pageOf = (c: C, title: string, again: Again | undefined): PageOptions => {
  const text = again ? undefined : notices[c.req.query('saved') ?? '']
  return {
    title,
    status: again?.status ?? 200,
    ...(text === undefined ? {} : { notice: { kind: 'success', text } }),
  }
}

const optionOf = (person: {
  id: string
  name: string
  jobTitle: string
  teamName: string | null
}) => ({
  value: person.id,
  text: [person.name, person.jobTitle, person.teamName].filter(Boolean).join(', '),
})

const showFor = async (c: C, away: Account, again?: Again) => {
  const { db } = c.get('deps')
  const today = londonDate(c.get('now'))
  const asker = personOf(c)
  const isOwn = away.id === asker.id
  const standers = await listStanders(db, rolesThatCover(away.roles))
  return renderPage(
    c,
    {
      ...pageOf(c, isOwn ? 'While you are away' : `Cover for ${away.name}`, again),
      ...(isOwn ? {} : { current: 'admin' }),
    },
    <CoverPage
      away={away}
      isOwn={isOwn}
      overseesCover={isGranted(asker.roles, 'alerts.oversee')}
      covers={await listCoversFor(db, away.id, today)}
      covering={await listCoversBy(db, away.id, today)}
      options={standers.filter(({ id }) => id !== away.id).map(optionOf)}
      todayOn={today}
      values={again?.raw ?? {}}
      errors={again?.errors ?? {}}
      csrf={csrfOf(c)}
    />
  )
}

const ownAccount = async (c: C): Promise<Account> => {
  const account = await findPersonAccount(c.get('deps').db, personOf(c).id)
  if (!account) throw new NotFound('No such person')
  return account
}

cover.get('/account/cover', signedIn, async (c) => showFor(c, await ownAccount(c)))

cover.post('/account/cover', signedIn, async (c) => {
  const account = await ownAccount(c)
  const again = await saveCover(c, coverForm, () => account.id)
  return again ? showFor(c, account, again) : c.redirect('/account/cover?saved=set', 303)
})

const accountOf = async (c: C): Promise<Account> => {
  const account = await findPersonAccount(c.get('deps').db, c.req.param('id') ?? '')
  if (!account) throw new NotFound('No such person')
  return account
}

cover.get('/admin/people/:id/cover', may('accounts.manage'), async (c) =>
  showFor(c, await accountOf(c))
)

cover.post('/admin/people/:id/cover', may('accounts.manage'), async (c) => {
  const account = await accountOf(c)
  const again = await saveCover(c, coverForm, () => account.id)
  return again
    ? showFor(c, account, again)
    : c.redirect(`/admin/people/${account.id}/cover?saved=set`, 303)
})

const REVIEWERS = ['iro', 'iro_manager'] as const

const showAll = async (c: C, again?: Again) => {
  const { db } = c.get('deps')
  const today = londonDate(c.get('now'))
  return renderPage(
    c,
    pageOf(c, 'Who covers for whom', again),
    <AllCoverPage
      covers={await listCoversOfRoles(db, REVIEWERS, today)}
      options={(await listStanders(db, REVIEWERS)).map(optionOf)}
      todayOn={today}
      values={again?.raw ?? {}}
      errors={again?.errors ?? {}}
      csrf={csrfOf(c)}
    />
  )
}

cover.get('/cover', may('alerts.oversee'), (c) => showAll(c))

cover.post('/cover', may('alerts.oversee'), async (c) => {
  const reviewers = await listStanders(c.get('deps').db, REVIEWERS)
  const again = await saveCover(
    c,
    anyCoverForm,
    ({ personId }) => reviewers.find(({ id }) => id === personId)?.id
  )
  return again ? showAll(c, again) : c.redirect('/cover?saved=set', 303)
})
