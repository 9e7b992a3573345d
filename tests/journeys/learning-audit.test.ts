/**
 * The whole story over the application's own pages, without JavaScript: a QA lead sets up a round, enters cases and
 * allocates them; a team manager is told, audits and submits; the QA lead sees it in the results and in the event log.
 */
import { expect, test } from 'vitest'
import { verifyEvents } from '../../src/events/verify-events.ts'
import { goodAnswers } from '../support/audit-answers.ts'
import { plainBrowser } from '../support/page-forms.ts'
import { newWorld } from '../support/world.ts'

const answersOf = (keys: RegExp) =>
  Object.fromEntries(
    goodAnswers
      .filter(({ itemKey }) => keys.test(itemKey))
      .flatMap(({ itemKey, values, evidence }) => [
        [`value:${itemKey}`, values] as const,
        [`evidence:${itemKey}`, evidence] as const,
      ])
  )

const date = (field: string, day: string, month: string) => ({
  [`${field}-day`]: day,
  [`${field}-month`]: month,
  [`${field}-year`]: '2026',
})

test('from a round to a distribution', async () => {
  const world = await newWorld()
  const lead = plainBrowser(await world.as('qa_lead'))
  const manager = plainBrowser(await world.as('manager'))

  // The QA lead sets up a round of child protection plans.
  let page = await lead.open('/')
  page = await lead.follow(page, '/rounds')
  page = await lead.follow(page, '/rounds/new')
  const cpPlan =
    /name="rubrics"[^>]*value="([^"]+)"[^>]*>(?:(?!name="rubrics").)*?Child protection plan/s.exec(
      page.html
    )?.[1]
  page = await lead.press(page, 'Save as a draft', {
    name: 'January learning audit',
    kind: 'learning',
    selection: 'random',
    rubrics: [cpPlan ?? 'not offered'],
    ...date('windowFrom', '5', '1'),
    ...date('windowTo', '30', '1'),
    ...date('dueOn', '30', '1'),
  })
  expect(page.status).toBe(200)
  expect(page.words).toContain('January learning audit')
  // Without the word on what was just saved.
  const [at = ''] = page.path.split('?')

  // Two cases, new to the council, of another team than the auditor's.
  page = await lead.press(page, 'Check these references', { references: '4417\n4418' })
  expect(page.words).toContain('2 cases are new to Plumbline')
  page = await lead.press(page, 'Add 2 new cases', {
    'status-all': 'cp',
    'team-all': world.otherTeamId,
  })
  expect([page.status, page.path.split('?')[0]]).toEqual([200, at])

  // One is given to the team manager, and the round is opened.
  const audits = await world.db
    .selectFrom('audit')
    .select(['id', 'case_reference as reference'])
    .orderBy('case_reference')
    .execute()
  const auditId = audits[0]?.id ?? ''
  page = await lead.press(page, 'Save allocation', { [`auditor-${auditId}`]: world.people.manager })
  page = await lead.follow(page, `${at}/open`)
  page = await lead.press(page, 'Open the round')
  expect([page.status, page.path.split('?')[0]]).toEqual([200, at])

  // The manager finds it in My work and answers it part by part.
  page = await manager.open('/')
  page = await manager.follow(page, `/audits/${auditId}`)
  expect(page.words).toContain('Audit of case 4417')
  page = await manager.follow(page, `/audits/${auditId}/themes/safe-now`)
  page = await manager.press(page, 'Save and go to Child protection plan', answersOf(/safe_now/))
  page = await manager.press(page, 'Save and go to Difference made, family and worker', {
    ...answersOf(/^cp\./),
    grade: 'good',
  })
  page = await manager.press(page, 'Save and go to the overall grade', answersOf(/common\.[^s]/))
  page = await manager.press(page, 'Save the overall grade', { grade: 'good' })
  page = await manager.press(page, 'Add the strength', {
    words: 'The plan is written for the parents.',
    item: 'cp.clarity',
  })
  page = await manager.press(page, 'Add the action', {
    what: 'Send the plan to school',
    intended_change: 'School knows what to look out for',
    owner: world.people.practitioner,
    ...date('due', '13', '2'),
    item: 'cp.clarity',
  })
  page = await manager.follow(page, `/audits/${auditId}/check`)
  page = await manager.press(page, 'Submit the audit')
  expect(page.words).toContain('The audit was submitted.')
  expect(page.words).toContain('The plan is written for the parents.')

  // The action's owner finds it in My work, and says that it is done.
  const practitioner = plainBrowser(await world.as('practitioner'))
  page = await practitioner.open('/')
  expect(page.words).toContain('Send the plan to school')
  page = await practitioner.follow(page, page.links.find((link) => /^\/actions\//.test(link)) ?? '')
  page = await practitioner.press(page, 'Mark as done', { note: 'Sent on Monday.' })
  expect(page.words).toContain('Sent on Monday.')

  // The QA lead sees it in the distribution, can go to it, and has it as a file: counts only, under five.
  page = await lead.open('/results?theme=cp_plan')
  expect(page.words).toContain('January learning audit')
  page = await lead.open(page.links.find((link) => link.startsWith('/results/audits')) ?? '')
  page = await lead.follow(page, `/audits/${auditId}`)
  expect(page.words).toContain('The plan is written for the parents.')
  const csv = await (await (await world.as('qa_lead')).get('/results.csv?theme=cp_plan')).text()
  expect(
    csv
      .replace(/^\uFEFF/, '')
      .trim()
      .split(/\r?\n/)
  ).toEqual([
    'theme,item,round,round_kind,round_date,n,outstanding,good,requires_improvement,inadequate,not_applicable,not_enough_evidence,good_or_better,good_or_better_percent,low,high',
    'cp_plan,,January learning audit,learning,2026-01-30,1,0,1,0,0,0,0,1,,,',
  ])

  // All of it is in the event log, whole and in order; none of the words are.
  const events = await world.db
    .selectFrom('event')
    .select(['type', 'details'])
    .orderBy('number')
    .execute()
  const story = events
    .map(({ type }) => type)
    .filter((type) => /^(round|audit|case|action)\./.test(type))
  expect(story).toEqual([
    'round.created',
    'case.added',
    'case.added',
    'round.cases_added',
    'audit.allocated',
    'round.opened',
    // Its auditor, who reads it too.
    'audit.read',
    'audit.started',
    'audit.answered',
    'audit.answered',
    'audit.graded',
    'audit.answered',
    'audit.graded',
    'audit.finding_saved',
    'action.saved',
    'audit.submitted',
    // The practitioner, by way of the action, and then the QA lead.
    'audit.read',
    'action.done',
    'audit.read',
  ])
  expect(JSON.stringify(events)).not.toContain('written for the parents')
  expect((await verifyEvents(world.db)).fault).toBeUndefined()
})
