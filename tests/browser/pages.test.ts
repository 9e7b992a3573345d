/** Every page of sign-in, My work, rubrics and the audit, looked at in a real browser. */
import { describe, expect, test } from 'vitest'
import { saveAnswers } from '../../src/audits/save-answers.ts'
import { saveFinding } from '../../src/audits/save-finding.ts'
import { saveNote } from '../../src/audits/save-note.ts'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import { makePasswordLink } from '../../src/people/make-password-link.ts'
import { answerAll, asPerson, sent } from '../support/audit-answers.ts'
import { type OpenAudit, openAudit } from '../support/round-builders.ts'
import { answerOn } from './audit-controls.ts'
import { faultsOf } from './axe.ts'
import { hasChromium } from './chromium.ts'
import { lookAt, type Visit } from './look-at.ts'
import { type Site, useSite } from './site.ts'

const audit = async (site: Site) =>
  openAudit(site.context(), {
    auditorId: site.people.manager,
    case: { teamId: site.otherTeamId, age: 7, reference: '4417' },
  })

const auditPage =
  (place: string, prepare: (site: Site, made: OpenAudit) => Promise<unknown> = async () => 0) =>
  async (site: Site) => {
    const made = await audit(site)
    await prepare(site, made)
    return `/audits/${made.auditId}${place}`
  }

const answered = async (site: Site, made: OpenAudit) => {
  await answerAll(site.context(), made)
  await saveFinding(asPerson(site.context(), made.auditorId), {
    auditId: made.auditId,
    findingId: site.context().ids(),
    kind: 'strength',
    itemKey: 'cp.clarity',
    words: 'The plan is written for the parents.',
    revision: 0,
  })
}

const named = async (site: Site, made: OpenAudit) => {
  await answered(site, made)
  await saveFinding(asPerson(site.context(), made.auditorId), {
    auditId: made.auditId,
    findingId: site.context().ids(),
    kind: 'area',
    itemKey: null,
    words: 'Jake’s mother was not asked.',
    revision: 0,
  })
}

const startWith = (site: Site, { auditId, auditorId }: OpenAudit) =>
  saveAnswers(asPerson(site.context(), auditorId), {
    auditId,
    answers: [sent('common.safe_now', ['yes'])],
  })

const submitted = async (site: Site, made: OpenAudit) => {
  await answered(site, made)
  await submitAudit(asPerson(site.context(), made.auditorId), { auditId: made.auditId })
}

const pages: Readonly<Record<string, Visit>> = {
  'sign in': { heading: 'Sign in', as: 'visitor', path: () => '/sign-in' },
  'set password': {
    heading: 'Set your password',
    as: 'visitor',
    path: async (site) => (await makePasswordLink(site.context(), site.people.manager)).path,
  },
  'not found': { heading: 'Page not found', as: 'manager', path: () => '/no-such-page' },
  account: { heading: 'Your account', as: 'manager', path: () => '/account' },
  'calendar address': {
    heading: 'Your calendar address',
    as: 'manager',
    path: () => '/account/calendar',
    first: async (page) => {
      await page.getByRole('button', { name: 'Make a calendar address' }).click()
      await page.getByLabel('Calendar address').waitFor()
    },
  },
  'my work, empty': { heading: 'My work', as: 'manager', path: () => '/' },
  'my work, administrator': { heading: 'My work', as: 'administrator', path: () => '/' },
  rubrics: { heading: 'Rubrics', as: 'manager', path: () => '/rubrics' },
  'my work, with an audit': {
    heading: 'My work',
    as: 'manager',
    path: async (site) => {
      await audit(site)
      return '/'
    },
  },
  'my audits': {
    heading: 'Your audits',
    as: 'manager',
    path: async (site) => {
      await submitted(site, await audit(site))
      await openAudit(site.context(), { auditorId: site.people.manager })
      return '/my-audits'
    },
  },
  'actions, late': { heading: 'Actions', as: 'manager', path: () => '/actions' },
  'audit, parts': { heading: 'Audit of case 4417', as: 'manager', path: auditPage('') },
  'audit, safety': {
    heading: 'Is the child safe now?',
    as: 'manager',
    path: auditPage('/themes/safe-now'),
  },
  'audit, theme': {
    heading: 'Child protection plan',
    as: 'manager',
    path: auditPage('/themes/cp_plan'),
  },
  'audit, come back to a question': {
    heading: 'Come back to: Clear to parents',
    as: 'manager',
    path: auditPage('/notes/cp.clarity'),
    first: async (page) => {
      await page.getByLabel('What do you still have to look for?').fill('Minutes of July')
      await page.getByText('Saved at').waitFor()
    },
  },
  'audit, parts with something to come back to': {
    heading: 'Audit of case 4417',
    as: 'manager',
    path: auditPage('', (site, made) =>
      saveNote(asPerson(site.context(), made.auditorId), {
        auditId: made.auditId,
        itemKey: 'cp.clarity',
        isMarked: true,
        words: 'Minutes of July',
        revision: 0,
      })
    ),
  },
  'audit, theme answered': {
    heading: 'Child protection plan',
    as: 'manager',
    path: auditPage('/themes/cp_plan', answered),
  },
  'audit, theme with a name asked about': {
    heading: 'Child protection plan',
    as: 'manager',
    path: auditPage('/themes/cp_plan'),
    first: async (page) => {
      const evidence = page.locator('[id="cp-clarity-evidence"]')
      await evidence.fill('The plan says what mother Sharon has to do.')
      await page.getByText('Is ‘Sharon’ somebody’s name?').waitFor()
    },
  },
  'audit, check with a name asked about': {
    heading: 'Check your answers before you submit',
    as: 'manager',
    path: auditPage('/check', named),
  },
  'audit, conclusions with a name asked about': {
    heading: 'Overall grade, strengths, areas, actions',
    as: 'manager',
    path: auditPage('/conclusions', named),
  },
  'calendar address, a new one': {
    heading: 'Make a new calendar address?',
    as: 'manager',
    path: () => '/account/calendar/renew',
  },
  'calendar address, removing it': {
    heading: 'Remove your calendar address?',
    as: 'manager',
    path: () => '/account/calendar/remove',
  },
  'audit, common': {
    heading: 'Difference made, family and worker',
    as: 'manager',
    path: auditPage('/themes/common'),
  },
  'audit, conclusions': {
    heading: 'Overall grade, strengths, areas, actions',
    as: 'manager',
    path: auditPage('/conclusions', answered),
  },
  'audit, check with gaps': {
    heading: 'Check your answers before you submit',
    as: 'manager',
    path: auditPage('/check'),
  },
  'audit, check': {
    heading: 'Check your answers before you submit',
    as: 'manager',
    path: auditPage('/check', answered),
  },
  'audit, submitted': {
    heading: 'Audit of case 4417',
    as: 'manager',
    path: auditPage('?submitted', submitted),
  },
  'audit, read by the QA lead': {
    heading: 'Audit of case 4417',
    as: 'qa_lead',
    path: auditPage('', submitted),
  },
  'audit, print': {
    heading: 'Audit of case 4417',
    as: 'qa_lead',
    path: auditPage('/print', answered),
  },
  'audit, copy for the record': {
    heading: 'Audit of case 4417',
    as: 'manager',
    path: auditPage('/copy', submitted),
  },
  rubric: { heading: 'Child protection plan', as: 'manager', path: () => '/rubrics/cp_plan/1' },
  'sign in, wrong': {
    heading: 'Sign in',
    hasErrors: true,
    as: 'visitor',
    path: () => '/sign-in',
    first: (page) => page.getByRole('button', { name: 'Sign in' }).click(),
  },
  'audit, not safe': {
    heading: 'Is the child safe now?',
    as: 'manager',
    path: auditPage('/themes/safe-now'),
    first: async (page) => {
      await answerOn(page, 'common.safe_now', ['no'])
      await page.locator('.pl-ring-first').waitFor()
    },
  },
  'audit, conflict': {
    heading: 'Child protection plan',
    as: 'manager',
    path: auditPage('/themes/cp_plan'),
    first: async (page) => {
      const other = await page.context().newPage()
      await other.goto(page.url())
      await answerOn(other, 'cp.clarity', ['good'])
      await other.getByText('Saved at').first().waitFor()
      await answerOn(page, 'cp.clarity', ['inadequate'])
      await page.getByRole('button', { name: 'Keep mine' }).waitFor()
    },
  },
  'audit, submit refused': {
    heading: 'Check your answers before you submit',
    hasErrors: true,
    as: 'manager',
    path: auditPage('/check', (site, made) => startWith(site, made)),
    first: (page) => page.getByRole('button', { name: 'Submit the audit' }).click(),
  },
}

describe.skipIf(!hasChromium)('pages in Chromium', { timeout: 60_000 }, () => {
  const newSite = useSite()

  test.each(Object.entries(pages))('%s', async (name, visit) => {
    await lookAt(await newSite(), name, visit)
  })

  test('a page with faults has each of them found', async () => {
    const site = await newSite()
    const page = await site.open('manager', { viewport: { width: 375, height: 800 } })
    await page.goto('/account')
    await page.evaluate(() => {
      const main = document.querySelector('main')
      const pale = document.createElement('p')
      pale.className = 'govuk-body'
      pale.textContent = 'Pale words'
      pale.style.color = '#cccccc'
      const wide = document.createElement('div')
      wide.textContent = 'w'.repeat(400)
      const picture = document.createElement('img')
      picture.src = '/assets/none.png'
      main?.append(pale, wide, picture)
    })
    const faults = (await faultsOf(page, true)).map((fault) => fault.split(':')[0])
    expect(faults.sort()).toEqual(['color-contrast', 'image-alt'])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeGreaterThan(375)
  })

  test('what our policy blocks is heard of', async () => {
    const site = await newSite()
    const page = await site.open('manager')
    await page.goto('/account')
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "Run"'
      document.body.append(script)
      document.body.setAttribute('style', 'color: red')
    })
    expect(await page.title()).toBe('Your account – Plumbline')
    await expect.poll(() => site.complaints.length).toBe(2)
    const heard = site.complaints.splice(0)
    expect(heard[0]).toMatch(/inline script.*script-src 'self'/s)
    expect(heard[1]).toMatch(/inline style.*style-src 'self'/s)
  })
})
