/** Every page of the administration, looked at in a real browser. */
import { describe, test } from 'vitest'
import { saveAction } from '../../src/actions/save-action.ts'
import { invitePerson } from '../../src/admin/invite-person.ts'
import { retireCategory } from '../../src/alerts/retire-category.ts'
import { setCover } from '../../src/cover/set-cover.ts'
import { deactivatePerson } from '../../src/people/deactivate-person.ts'
import { londonDate } from '../../src/people/rules/london-date.ts'
import { addCaseWith, openAudit } from '../support/round-builders.ts'
import { hasChromium } from './chromium.ts'
import { lookAt, type Visit } from './look-at.ts'
import { type Site, useSite } from './site.ts'

const as = 'administrator'

/** Something that asks for attention. */
const busy = async (site: Site) => {
  const ctx = site.context()
  const person = {
    name: 'Amara Osei',
    jobTitle: 'QA lead',
    roles: ['qa_lead'],
    teamId: null,
  } as const
  await invitePerson(ctx, { ...person, email: 'amara.osei@aldermere.example' })
  await deactivatePerson(ctx, { personId: site.strangerId })
  await openAudit(ctx, { auditorId: site.people.manager })
}

const withWork = (place: string) => async (site: Site) => {
  const { auditId } = await openAudit(site.context(), { auditorId: site.people.manager })
  await saveAction(site.context(), {
    auditId,
    revision: 0,
    itemKey: null,
    what: 'Share the safety plan with school',
    intendedChange: '',
    ownerId: site.people.manager,
    dueOn: null,
  })
  return `/admin/people/${site.people.manager}${place}`
}

const list = (text: string) => async (page: Parameters<NonNullable<Visit['first']>>[0]) => {
  await page.getByLabel('Or paste it').fill(text)
  await page.getByRole('button', { name: 'Look at what is pasted' }).click()
}

/** Somebody away now and somebody later, on the page of each. */
const withCover = (path: string) => async (site: Site) => {
  const { iro, iro_manager } = site.people
  const ctx = site.context()
  const today = londonDate(ctx.now)
  await setCover(ctx, { personId: iro, coverId: iro_manager, fromOn: today, toOn: today })
  await setCover(ctx, {
    personId: iro_manager,
    coverId: site.strangerId,
    fromOn: '2099-01-05',
    toOn: '2099-01-09',
  })
  return path.replace(':id', iro)
}

const pages: Readonly<Record<string, Visit>> = {
  'concern categories, one retired': {
    heading: 'Categories of concern',
    as,
    path: async (site) => {
      await retireCategory(site.context(), { id: 'other', isRetired: true })
      return '/admin/concern-categories'
    },
  },
  'concern categories, wrong': {
    heading: 'Categories of concern',
    hasErrors: true,
    as,
    path: () => '/admin/concern-categories',
    first: async (page) => {
      await page.getByRole('button', { name: 'Add this category' }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  'concern category, rename': {
    heading: 'Rename ‘Something else’',
    as,
    path: () => '/admin/concern-categories/other/rename',
  },
  'dispute stages': { heading: 'Stages of a dispute', as, path: () => '/admin/dispute-stages' },
  'dispute stages, wrong': {
    heading: 'Stages of a dispute',
    hasErrors: true,
    as,
    path: () => '/admin/dispute-stages',
    first: async (page) => {
      await page.getByLabel('Working days to answer').first().fill('ten')
      await page.getByRole('button', { name: 'Save these stages' }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  'cover, own': { heading: 'While you are away', as: 'iro', path: withCover('/account/cover') },
  'cover, wrong': {
    heading: 'While you are away',
    hasErrors: true,
    as: 'iro',
    path: () => '/account/cover',
    first: async (page) => {
      await page.getByRole('button', { name: 'Set this cover' }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  'cover, all': { heading: 'Who covers for whom', as: 'iro_manager', path: withCover('/cover') },
  'cover, of an account': { heading: 'Cover for', as, path: withCover('/admin/people/:id/cover') },
  'admin, first page': {
    heading: 'Administration',
    as,
    path: async (site) => {
      await busy(site)
      return '/admin'
    },
  },
  'admin, people': {
    heading: 'People',
    as,
    path: async (site) => {
      await busy(site)
      return '/admin/people'
    },
  },
  'admin, nobody': { heading: 'People', as, path: () => '/admin/people?find=nobody' },
  'admin, add somebody': { heading: 'Add somebody', as, path: () => '/admin/people/new' },
  'admin, add somebody, wrong': {
    heading: 'Add somebody',
    hasErrors: true,
    as,
    path: () => '/admin/people/new',
    first: (page) => page.getByRole('button', { name: 'Add and make a link' }).click(),
  },
  'admin, link': {
    heading: 'A new link for The manager',
    as,
    path: (site) => `/admin/people/${site.people.manager}`,
    first: (page) => page.getByRole('button', { name: 'Make a new set-password link' }).click(),
  },
  'admin, account': {
    heading: 'The manager',
    as,
    path: async (site) => {
      await site.browserOf(site.people.manager)
      await site.browserOf(site.people.manager)
      return withWork('')(site)
    },
  },
  'admin, change account': {
    heading: 'Change this account',
    as,
    path: (site) => `/admin/people/${site.people.manager}/change`,
  },
  'admin, deactivate': {
    heading: 'Deactivate the account of The manager?',
    as,
    path: withWork('/deactivate'),
  },
  'admin, reactivate': {
    heading: 'Reactivate the account of A stranger?',
    as,
    path: async (site) => {
      await deactivatePerson(site.context(), { personId: site.strangerId })
      return `/admin/people/${site.strangerId}/reactivate`
    },
  },
  'admin, list': { heading: 'Bring in a list of people', as, path: () => '/admin/people/import' },
  'admin, list read': {
    heading: 'Check the list of people',
    as,
    path: () => '/admin/people/import',
    first: list('email,name,roles,team\nnia.new@aldermere.example,Nia New,iro;manager,North 1'),
  },
  'admin, list with faults': {
    heading: 'This list has faults',
    as,
    path: () => '/admin/people/import',
    first: list('email,name,roles,team\nnia,Nia New,magician,Nort 1'),
  },
  'admin, teams': { heading: 'Teams', as, path: () => '/admin/teams' },
  'admin, add team': { heading: 'Add a team or service', as, path: () => '/admin/teams/new' },
  'admin, team': { heading: 'North 1', as, path: (site) => `/admin/teams/${site.teamId}` },
  'admin, close team': {
    heading: 'Close North 1?',
    as,
    path: async (site) => {
      await addCaseWith(site.context(), { teamId: site.teamId })
      return `/admin/teams/${site.teamId}/close`
    },
  },
}

describe.skipIf(!hasChromium)('the administration', () => {
  const open = useSite()
  test.each(Object.entries(pages))('%s', { timeout: 60_000 }, async (name, visit) =>
    lookAt(await open(), name, visit)
  )
})
