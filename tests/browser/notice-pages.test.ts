/** Notices, what stands above a page, and the council's settings, looked at in a real browser. */
import { describe, test } from 'vitest'
import { markNoticeRead } from '../../src/notices/mark-notice-read.ts'
import { addClosureDay } from '../../src/settings/add-closure-day.ts'
import { asPerson } from '../support/audit-answers.ts'
import { addFailingMail } from '../support/failing-mail.ts'
import { addNotice } from '../support/notice-builders.ts'
import { hasChromium } from './chromium.ts'
import { lookAt, type Visit } from './look-at.ts'
import { type Site, useSite } from './site.ts'

/** One of each: unread, standing, read. */
const withNotices =
  (path: string) =>
  async (site: Site): Promise<string> => {
    const { qa_lead } = site.people
    const noticeId = await addNotice(site.context(), qa_lead, { kind: 'audit_reopened' })
    await markNoticeRead(asPerson(site.context(), qa_lead), { noticeId, isRead: true })
    await addNotice(site.context(), qa_lead, { kind: 'audit_late', stands: true })
    await addNotice(site.context(), qa_lead, { kind: 'action_given', stands: true })
    await addNotice(site.context(), qa_lead)
    return path
  }

const pages: Readonly<Record<string, Visit>> = {
  'notices, none': { heading: 'Notices', as: 'manager', path: () => '/notices' },
  notices: { heading: 'Notices', as: 'qa_lead', path: withNotices('/notices') },
  'notices, all read': {
    heading: 'Notices',
    as: 'qa_lead',
    path: withNotices('/notices?show=unread'),
    first: (page) => page.getByRole('button', { name: 'Mark all as read' }).click(),
  },
  'rounds, under what stands': {
    heading: 'Rounds',
    as: 'qa_lead',
    path: withNotices('/rounds'),
  },
  'closure days': {
    heading: 'Closure days',
    as: 'administrator',
    path: async (site) => {
      await addClosureDay(site.context(), { date: '2026-12-24', why: 'Closed over Christmas' })
      return '/admin/closure-days'
    },
  },
  'mail, a choice': { heading: 'Mail of your notices', as: 'manager', path: () => '/account/mail' },
  'mail, what fails': {
    heading: 'Mail',
    as: 'administrator',
    path: async (site) => {
      await addFailingMail(site.context(), site.people.manager)
      await addFailingMail(site.context(), site.people.iro, '550 No such user', 'refused')
      return '/admin/mail'
    },
  },
  'mail, given up?': {
    heading: 'Give this mail up?',
    as: 'administrator',
    path: async (site) =>
      `/admin/mail/${await addFailingMail(site.context(), site.people.manager)}/give-up`,
  },
  settings: { heading: 'Settings', as: 'administrator', path: () => '/admin/settings' },
  'settings, wrong': {
    heading: 'Settings',
    hasErrors: true,
    as: 'administrator',
    path: () => '/admin/settings',
    first: async (page) => {
      await page.getByRole('textbox', { name: 'Keep notices that were read' }).fill('ever')
      await page.getByRole('button', { name: /Keep notices that were read/ }).click()
      await page.getByRole('alert').waitFor()
    },
  },
}

describe.skipIf(!hasChromium)('a page of notices or settings', () => {
  const openSite = useSite()

  test.each(Object.entries(pages))('%s', { timeout: 60_000 }, async (name, visit) => {
    await lookAt(await openSite(), name, visit)
  })
})
