/** Every page of the programme, the results and the actions, and the demonstration's sign-in, looked at in a real browser. */
import { describe, expect, test } from 'vitest'
import { saveAction } from '../../src/actions/save-action.ts'
import { askHandOver } from '../../src/programme/ask-hand-over.ts'
import { findAskedOf } from '../../src/programme/hand-over-store.ts'
import { addCases } from '../../src/rounds/add-cases.ts'
import { publishCouncilVersion } from '../support/council-version.ts'
import { run } from '../support/results-file.ts'
import { addCaseWith, createRoundWith, openAudit } from '../support/round-builders.ts'
import { hasChromium } from './chromium.ts'
import { lookAt, type Visit } from './look-at.ts'
import { found, history, withHistory } from './programme-records.ts'
import { type Site, useSite } from './site.ts'

const draft = async (site: Site) => {
  const ctx = site.context()
  const roundId = await createRoundWith(ctx, { name: 'February learning audit' })
  const caseIds = [await addCaseWith(ctx, { teamId: site.otherTeamId }), await addCaseWith(ctx)]
  const [auditId = ''] = await addCases(ctx, { roundId, caseIds })
  return { roundId, auditId }
}

const inDraft = (place: string) => async (site: Site) => {
  const { roundId, auditId } = await draft(site)
  return `/rounds/${roundId}${place.replace('AUDIT', auditId)}`
}

const inOpen = (place: string) => async (site: Site) => {
  const { roundId } = await openAudit(site.context(), { auditorId: site.people.manager })
  return `/rounds/${roundId}${place}`
}

const askedOf = async (site: Site) => {
  const ctx = site.context()
  const { auditId } = await openAudit(ctx, { auditorId: site.people.manager })
  const asker = { ...ctx, actor: { kind: 'user' as const, id: site.people.manager } }
  await askHandOver(asker, { auditId, toId: site.people.iro, reason: 'Jury service' })
  return { auditId, handOverId: (await findAskedOf(site.db, auditId))?.id ?? '' }
}

const pages: Readonly<Record<string, Visit>> = {
  'rounds, none': { heading: 'Rounds', as: 'qa_lead', path: () => '/rounds' },
  rounds: {
    heading: 'Rounds',
    as: 'qa_lead',
    path: async (site) => {
      await draft(site)
      await openAudit(site.context())
      return '/rounds'
    },
  },
  'round, new': { heading: 'Set up a round', as: 'qa_lead', path: () => '/rounds/new' },
  'round, new and wrong': {
    heading: 'Set up a round',
    hasErrors: true,
    as: 'qa_lead',
    path: () => '/rounds/new',
    first: (page) => page.getByRole('button', { name: 'Save as a draft' }).click(),
  },
  'round, draft': { heading: 'February learning audit', as: 'qa_lead', path: inDraft('') },
  'round, change': { heading: 'Change this round', as: 'qa_lead', path: inDraft('/change') },
  'round, cases': { heading: 'Add cases', as: 'qa_lead', path: inDraft('/cases') },
  'round, cases read': {
    heading: 'Check the cases to add',
    as: 'qa_lead',
    path: inDraft('/cases'),
    first: async (page) => {
      await page.getByLabel('Case references').fill('4417\n4418\nAmara Osei')
      await page.getByRole('button', { name: 'Check these references' }).click()
      await page.getByText('new to Plumbline').waitFor()
    },
  },
  'round, open': { heading: 'Open this round?', as: 'qa_lead', path: inDraft('/open') },
  'round, take out': {
    heading: 'out of this round?',
    as: 'qa_lead',
    path: inDraft('/remove/AUDIT'),
  },
  'round, running': { heading: 'Learning audit', as: 'qa_lead', path: inOpen('') },
  'round, progress': { heading: 'Learning audit', as: 'qa_lead', path: inOpen('/progress') },
  'round, progress, asked what to do': {
    heading: 'Withdraw 1 audit?',
    as: 'qa_lead',
    path: inOpen('/progress?tick=all'),
    // By keyboard alone: the box is ticked, the button takes the focus and Enter presses it.
    first: async (page) => {
      await page.getByRole('button', { name: 'Withdraw' }).focus()
      await page.keyboard.press('Enter')
      await page.getByText('Why they are withdrawn').waitFor()
    },
  },
  'round, due date': {
    heading: 'Change the due date',
    as: 'qa_lead',
    path: inOpen('/due'),
  },
  'round, exempt': {
    heading: 'Exempt an auditor from this round',
    as: 'qa_lead',
    path: inOpen('/exempt'),
  },
  'round, carry over': {
    heading: 'Carry over what was not done',
    as: 'qa_lead',
    path: inOpen('/carry-over'),
  },
  'round, open again': {
    heading: 'Open this round again?',
    as: 'qa_lead',
    path: async (site) => {
      const path = await inOpen('/reopen')(site)
      await site.db.updateTable('round').set({ state: 'closed' }).execute()
      return path
    },
  },
  'hand over, ask': {
    heading: 'Hand this audit over',
    as: 'manager',
    path: async (site) => {
      const { auditId } = await openAudit(site.context(), { auditorId: site.people.manager })
      return `/audits/${auditId}/hand-over`
    },
  },
  'hand over, asked': {
    heading: 'Hand this audit over',
    as: 'manager',
    path: async (site) => `/audits/${(await askedOf(site)).auditId}/hand-over`,
  },
  'hand over, decide': {
    heading: 'Hand the audit of case',
    as: 'qa_lead',
    path: async (site) => `/hand-overs/${(await askedOf(site)).handOverId}`,
  },
  'round, a case added late': {
    heading: 'Check the cases to add',
    as: 'qa_lead',
    path: inOpen('/cases'),
    first: async (page) => {
      await page.getByLabel('Case references').fill('4417')
      await page.getByRole('button', { name: 'Check these references' }).click()
      await page.getByLabel('Auditor').waitFor()
    },
  },
  'round, close': { heading: 'Close this round?', as: 'qa_lead', path: inOpen('/close') },
  'my work, QA lead': {
    heading: 'My work',
    as: 'qa_lead',
    path: async (site) => {
      await openAudit(site.context())
      return '/'
    },
  },
  'reports, none': { heading: 'Reports', as: 'qa_lead', path: () => '/reports' },
  'report to start': { heading: 'Start a report', as: 'qa_lead', path: () => '/reports/new' },
  'results, none': { heading: 'Overall grade of the audit', as: 'manager', path: () => '/results' },
  results: {
    heading: 'Child protection plan',
    as: 'manager',
    path: withHistory('/results?theme=cp_plan&period=all'),
  },
  'results, over time': {
    heading: 'Child protection plan over time',
    as: 'qa_lead',
    path: withHistory('/results/over-time?theme=cp_plan&period=all'),
  },
  'results, new baseline': {
    heading: 'Set a new baseline',
    as: 'qa_lead',
    path: withHistory('/results/baselines/new?theme=cp_plan'),
  },
  'results, compare': {
    heading: 'Compare',
    as: 'qa_lead',
    path: withHistory('/results/compare?compare=rounds'),
  },
  'results, measure': {
    heading: 'Child protection plan: Visited within 4 weeks',
    as: 'qa_lead',
    path: withHistory('/results?theme=cp_plan&item=cp.visit_within_4_weeks&period=all'),
  },
  'results, broken line': {
    heading: 'Child protection plan',
    as: 'qa_lead',
    path: async (site) => {
      const ctx = site.context()
      const rubricVersionIds = [await publishCouncilVersion(ctx)]
      await openAudit(ctx, { round: { name: '2025-12 audit', rubricVersionIds } })
      await run(ctx, history())
      return '/results?theme=cp_plan&period=all'
    },
    first: (page) => page.getByText('Two versions', { exact: true }).first().waitFor(),
  },
  'results, wrong filter': {
    heading: 'Child protection plan',
    hasErrors: true,
    as: 'qa_lead',
    path: withHistory('/results?theme=nonsense'),
  },
  'audits behind a figure': {
    heading: 'Child protection plan',
    as: 'qa_lead',
    path: withHistory('/results?theme=cp_plan&period=all'),
    first: async (page) => {
      await page.locator('a[href^="/results/audits"]').first().click()
      await page.waitForURL('**/results/audits**')
    },
  },
  'find, nothing looked for': { heading: 'Find', as: 'manager', path: () => '/find' },
  'find, nothing found': { heading: 'Find', as: 'qa_lead', path: () => '/find?q=AB12' },
  'find, too short': {
    heading: 'Find',
    hasErrors: true,
    as: 'manager',
    path: () => '/find?q=a',
  },
  'find, found': {
    heading: 'Find',
    as: 'qa_lead',
    path: async (site) => {
      await found(site)
      return '/find?q=The'
    },
  },
  'find, cases': {
    heading: 'Find',
    as: 'qa_lead',
    path: async (site) => {
      await found(site)
      return '/find?q=AB'
    },
  },
  'find, a person': {
    heading: 'The practitioner',
    as: 'qa_lead',
    path: async (site) => {
      await found(site)
      return `/find?person=${site.people.practitioner}`
    },
  },
  action: {
    heading: 'Write the plan again with the parents',
    as: 'practitioner',
    path: async (site) => {
      const { auditId } = await openAudit(site.context())
      const { id } = await saveAction(site.context(), {
        auditId,
        revision: 0,
        itemKey: 'cp.clarity',
        what: 'Write the plan again with the parents',
        intendedChange: 'They know what has to be different',
        ownerId: site.people.practitioner,
        dueOn: '2026-02-13',
      })
      await site.db
        .updateTable('audit')
        .set({ state: 'submitted', first_submitted_at: '2026-01-09T15:00:00.000Z' })
        .execute()
      return `/actions/${id}`
    },
  },
}

describe.skipIf(!hasChromium)('pages of the programme in Chromium', { timeout: 60_000 }, () => {
  const newSite = useSite()

  test.each(Object.entries(pages))('%s', async (name, visit) => {
    await lookAt(await newSite(), name, visit)
  })

  test('the demonstration: choosing a person', async () => {
    const site = await newSite({ isDemo: true })
    await lookAt(site, 'demo', {
      as: 'visitor',
      heading: 'Choose a person',
      path: () => '/demo',
    })
    const page = await site.open('visitor')
    await page.goto('/demo')
    await page.getByRole('button', { name: 'Sign in as The manager' }).click()
    await page.getByRole('heading', { level: 1, name: 'My work' }).waitFor()
    expect(await page.locator('.pl-demo').textContent()).toContain('Demonstration council')
  })
})
