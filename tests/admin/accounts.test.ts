/** Keeping accounts in the browser: inviting, changing, moving, closing and opening, with what is refused on the way. */
import { expect, test } from 'vitest'
import { invitePerson } from '../../src/admin/invite-person.ts'
import { findPersonAccount } from '../../src/people/account-store.ts'
import { changePerson } from '../../src/people/change-person.ts'
import { deactivatePerson } from '../../src/people/deactivate-person.ts'
import { addPersonWith, addTeamWith } from '../support/builders.ts'
import { type Page, plainBrowser } from '../support/page-forms.ts'
import { openAudit } from '../support/round-builders.ts'
import { newWorld, type World } from '../support/world.ts'

const asAdministrator = async () => {
  const world = await newWorld()
  const browser = await world.as('administrator')
  return { world, browser, plain: plainBrowser(browser) }
}

const changeOf = async (world: World, personId: string, change: Record<string, unknown>) => {
  const account = await findPersonAccount(world.db, personId)
  if (!account) throw new Error('no such account')
  return changePerson(world.context(), { ...account, personId, ...change })
}

const eventsOf = async (world: World, subjectId: string) =>
  (
    await world.db
      .selectFrom('event')
      .select(['type', 'details'])
      .where('subject_id', '=', subjectId)
      .orderBy('number')
      .execute()
  ).map(({ type, details }) => `${type} ${details}`)

/** The path of the link that the page shows. */
const linkOn = ({ html }: Page): string => /\/set-password\/[\w-]+/.exec(html)?.[0] ?? 'none'

const invitation = {
  name: 'Amara Osei',
  email: 'Amara.Osei@aldermere.example',
  jobTitle: 'QA lead',
  roles: ['qa_lead'],
}

test('somebody is added, gets a link that is shown once, and signs in with it', async () => {
  const { world, plain } = await asAdministrator()
  const form = await plain.open('/admin/people/new')
  const made = await plain.press(form, 'Add and make a link', invitation)
  expect(made.words).toContain('It is shown only now.')
  const visitor = plainBrowser(world.visitor)
  const setting = await visitor.open(linkOn(made))
  expect(setting.words).toContain('Amara.Osei@aldermere.example')
  const password = 'cinder harbour violet'
  const signIn = await visitor.press(setting, 'Set password', { password, again: password })
  expect(signIn.words).toContain('Sign in')
  const listed = await plain.open('/admin/people?find=amara')
  expect(listed.words).toContain('1 person')
  expect(listed.html).not.toContain('set-password/')
})

test('a form with faults comes back with what was typed', async () => {
  const { plain } = await asAdministrator()
  const form = await plain.open('/admin/people/new')
  const again = await plain.press(form, 'Add and make a link', {
    name: '',
    email: 'amara',
    jobTitle: 'QA lead',
  })
  expect(again.status).toBe(422)
  for (const words of [
    'Enter the person’s name',
    'Enter an email address like amara.osei@council.example',
    'Choose at least one role',
  ]) {
    expect(again.words).toContain(words)
  }
  expect(again.html).toContain('value="amara"')
})

test('an address that is known is refused, and reactivation offered for somebody who left', async () => {
  const { world, plain } = await asAdministrator()
  const add = async () =>
    plain.press(await plain.open('/admin/people/new'), 'Add and make a link', {
      ...invitation,
      email: 'amara.OSEI@aldermere.example ',
    })
  const first = await add()
  expect(first.status).toBe(200)
  const second = await add()
  expect([second.status, second.words.includes('already has an account')]).toEqual([422, true])
  const [person] = await world.db
    .selectFrom('person')
    .select('id')
    .where('email_key', '=', 'amara.osei@aldermere.example')
    .execute()
  const id = person?.id ?? ''
  await deactivatePerson(world.context(), { personId: id })
  const third = await add()
  expect(third.status).toBe(422)
  expect(third.words).toContain('belongs to Amara Osei, who left')
  const asked = await plain.follow(third, `/admin/people/${id}/reactivate`)
  const back = await plain.press(asked, 'Reactivate this account')
  expect(back.words).toContain('The account is open again')
  expect((await eventsOf(world, id)).at(-1)).toBe('person.reactivated {}')
})

test('two who add the same address at once: one is told', async () => {
  const world = await newWorld()
  const add = () =>
    invitePerson(world.context(), { ...invitation, roles: ['qa_lead'], teamId: null })
  const settled = await Promise.allSettled([add(), add(), add()])
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const one of settled) {
    if (one.status === 'rejected') expect(one.reason.name).toBe('FieldFault')
  }
})

test('a change that somebody else was quicker with shows both versions and saves nothing', async () => {
  const { world, plain } = await asAdministrator()
  const id = world.people.manager
  const form = await plain.open(`/admin/people/${id}/change`)
  await changeOf(world, id, { name: 'Quicker Hand' })
  const shown = await plain.press(form, 'Save changes', { jobTitle: 'Head of service' })
  expect(shown.status).toBe(409)
  expect(shown.words).toContain('Name: Quicker Hand')
  expect(shown.html).toContain('value="Head of service"')
  expect((await findPersonAccount(world.db, id))?.jobTitle).toBe('Team manager')
  const saved = await plain.press(shown, 'Save changes')
  expect(saved.words).toContain('The changes are saved.')
  expect((await findPersonAccount(world.db, id))?.jobTitle).toBe('Head of service')
})

test('moving team: from the date given, access follows at once, audits stay with the old team', async () => {
  const { world, plain } = await asAdministrator()
  const id = world.people.manager
  const open = await openAudit(world.context(), {
    auditorId: id,
    case: { teamId: world.otherTeamId },
  })
  const before = await world.db.selectFrom('audit').selectAll().execute()
  const form = await plain.open(`/admin/people/${id}/change`)
  const late = await plain.press(form, 'Save changes', {
    teamId: world.otherTeamId,
    'teamSince-day': '1',
    'teamSince-month': '2',
    'teamSince-year': '2027',
  })
  expect([late.status, late.words.includes('today’s date or an earlier one')]).toEqual([422, true])
  const moved = await plain.press(late, 'Save changes', {
    'teamSince-day': '5',
    'teamSince-month': '1',
    'teamSince-year': '2026',
  })
  expect(moved.words).toContain('Care 1 since 5 Jan 2026')
  expect(moved.words).toContain('North 1 since 12 Jan 2026')
  expect(moved.words).toContain('1 of these audits is of cases of their own team')
  expect(await world.db.selectFrom('audit').selectAll().execute()).toEqual(before)
  const theirs = await world.browserOf(id)
  expect((await theirs.get(`/audits/${open.auditId}`)).status).toBe(200)
})

test('sessions are seen and ended, one or all, and nobody else’s', async () => {
  const { world, plain } = await asAdministrator()
  const id = world.people.manager
  const [first, second] = [await world.browserOf(id), await world.browserOf(id)]
  const stranger = await world.browserOf(world.strangerId)
  const shown = await plain.open(`/admin/people/${id}`)
  expect(shown.words).toContain('2 sessions')
  const sessions = shown.forms.flatMap(({ controls }) =>
    controls.filter(({ name }) => name === 'session').flatMap(({ values }) => values)
  )
  expect(sessions).toHaveLength(3)
  await plain.press(shown, 'End all sessions')
  expect((await first.get('/account')).status).toBe(303)
  expect((await second.get('/account')).status).toBe(303)
  expect((await stranger.get('/account')).status).toBe(200)
  expect((await eventsOf(world, id)).at(-1)).toBe('person.sessions_ended {"sessions":2}')
})

test('a new link ends the earlier one', async () => {
  const { world, plain } = await asAdministrator()
  const shown = await plain.open(`/admin/people/${world.people.manager}`)
  const first = linkOn(await plain.press(shown, 'Make a new set-password link'))
  const second = linkOn(await plain.press(shown, 'Make a new set-password link'))
  expect((await world.visitor.get(first)).status).toBe(409)
  expect((await world.visitor.get(second)).status).toBe(200)
})

test('the list: found by name and address, narrowed, paged, and empty in words', async () => {
  const { world, plain } = await asAdministrator()
  const ctx = world.context()
  const team = await addTeamWith(ctx, { name: 'Big team' })
  for (let i = 1; i <= 26; i += 1) {
    const name = `Percy 100% ${String(i).padStart(2, '0')}`
    await addPersonWith(ctx, { name, teamId: team, roles: ['practitioner'] })
  }
  const found = await plain.open('/admin/people?find=100%25&role=practitioner')
  expect(found.words).toContain('26 people')
  expect(found.words).not.toContain('Percy 100% 26')
  const next = await plain.follow(found, '/admin/people?find=100%25&role=practitioner&page=2')
  expect(next.words).toContain('Percy 100% 26')
  expect((await plain.open('/admin/people?find=_ercy')).words).toContain('Nobody matches')
  expect((await plain.open(`/admin/people?team=${team}&sort=newest`)).words).toContain('26 people')
  expect((await plain.open('/admin/people?role=tea')).words).toContain('That filter is not known')
  expect((await plain.open('/admin/people?state=left')).words).toContain('Nobody matches')
})
