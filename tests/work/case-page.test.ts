/** The page of a case: what it says of it to whom, in which order, and that opening it is recorded once. */
import { describe, expect, test } from 'vitest'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import { newAlertCouncil, raised } from '../alerts/alert-council.ts'
import { newApp } from '../support/app.ts'
import { answerAll, asPerson } from '../support/audit-answers.ts'
import { addPersonWith } from '../support/builders.ts'
import { countQueries } from '../support/count-queries.ts'
import { run } from '../support/results-file.ts'
import { addCaseWith, openAudit } from '../support/round-builders.ts'
import { wordsOf } from '../support/words-of.ts'
import { newWorld, type World } from '../support/world.ts'
import { actionOn, auditOf, submitted } from './found-records.ts'

const caseOf = (world: World, reference: string, more = {}) =>
  addCaseWith(world.context(), { reference, teamId: world.teamId, ...more })

const page = async (world: World, role: Parameters<World['as']>[0], path: string) => {
  const response = await (await world.as(role)).get(path)
  return {
    status: response.status,
    html: await response.clone().text(),
    words: await wordsOf(response),
  }
}

const eventsOf = (world: World, type: string) =>
  world.db
    .selectFrom('event')
    .select(['actor_id as by', 'subject_id as about', 'details'])
    .where('type', '=', type)
    .orderBy('number')
    .execute()

describe('what is known of the case', () => {
  test('is said to those whose case it is, and what nobody knows is said not to be known', async () => {
    const world = await newWorld()
    const id = await caseOf(world, '4417', {
      serviceStatus: 'care',
      workerId: world.people.practitioner,
      age: 9,
      statusStartedOn: '2024-03-04',
      nextReviewOn: '2026-01-20',
    })
    const { words } = await page(world, 'manager', `/cases/${id}`)
    expect(words).toContain('Case 4417')
    for (const line of [
      'Service\nChild in care',
      'Since\nMonday 4 March 2024',
      'Team\nNorth 1',
      'Worker\nThe practitioner',
      'IRO or chair\nNot known',
      'Age\n5 to 9',
      'Nothing is open or due.',
    ]) {
      expect(words).toContain(line)
    }
    expect(words).toMatch(/Next review:\s+Tuesday 20 January 2026 \(in \d+ days\)/)
  })

  test('is not said to somebody who only audited it', async () => {
    const world = await newWorld()
    const audit = await openAudit(world.context(), {
      auditorId: world.people.manager,
      case: { reference: '9001', teamId: world.otherTeamId, age: 9 },
    })
    const { words, html } = await page(world, 'manager', `/cases/${audit.caseId}`)
    expect(words).toContain('This case is not with you or your team now.')
    expect(words).not.toContain('Care 1')
    expect(words).not.toContain('5 to 9')
    expect(html).toContain(`/audits/${audit.auditId}`)
  })

  test('leads to the case system where the council has said how', async () => {
    const world = await newWorld({ CASE_URL: 'https://cases.example/open?ref={ref}&x=1' })
    const id = await caseOf(world, 'A/B 1')
    const { html } = await page(world, 'manager', `/cases/${id}`)
    expect(html).toContain('href="https://cases.example/open?ref=A%2FB%201&amp;x=1"')
    const without = await newWorld()
    const other = await page(without, 'manager', `/cases/${await caseOf(without, '1')}`)
    expect(other.html).not.toContain('Open in the case system')
  })
})

describe('what happened', () => {
  test('stands newest first with grades, and the sentence above it sums it up', async () => {
    const world = await newWorld()
    const open = await auditOf(world, '4417', {
      case: { teamId: world.teamId },
      auditorId: world.strangerId,
    })
    await answerAll(world.context(), open)
    await actionOn(world, open.auditId, 'Visit the school', world.people.practitioner)
    await world.db.updateTable('action').set({ intended_change: 'Seen at school' }).execute()
    await submitAudit(asPerson(world.context(), open.auditorId), { auditId: open.auditId })
    await run(
      world.context(),
      'audit_ref,round,audited_on,theme,item,grade,case_ref,team\nH1,Old audit,2024-03-10,cp_plan,,inadequate,4417,North 1\nH1,Old audit,2024-03-10,audit,,requires improvement,4417,North 1'
    )
    world.setNow('2026-03-02T09:00:00.000Z')
    const { words } = await page(world, 'manager', `/cases/${open.caseId}`)
    expect(words).toContain(
      '2 audits that you may read since March 2024, the last good; 1 action is late.'
    )
    expect(words).toMatch(
      /Action\nVisit the school\n[\s\S]*Audit\nLearning audit \d+\n[\s\S]*10 Mar 2024\nAudit\nOld audit\n/
    )
    expect(words).toMatch(/H1 · Learning audit · imported\nOverall\nRI\nRequires improvement/)
    const only = await page(world, 'manager', `/cases/${open.caseId}?show=action`)
    expect(only.words).toContain('1 entry, the newest first')
    expect(only.words).not.toContain('10 Mar 2024')
    const odd = await page(world, 'manager', `/cases/${open.caseId}?show=child&page=-1`)
    expect([odd.status, odd.words.includes('10 Mar 2024')]).toEqual([200, true])
    const none = await page(world, 'manager', `/cases/${open.caseId}?show=alert`)
    expect(none.words).toContain('No practice alerts of this case')
  })

  test('is a page at a time', async () => {
    const world = await newWorld()
    const rows = ['audit_ref,round,audited_on,theme,item,grade,case_ref']
    for (let i = 10; i < 45; i += 1) rows.push(`H${i},Round ${i},20${i}-04-10,cp_plan,,good,ZZ1`)
    await run(world.context(), rows.join('\n'))
    const id = await addCaseWith(world.context(), { reference: 'zz1' })
    const first = await page(world, 'qa_lead', `/cases/${id}`)
    const last = await page(world, 'qa_lead', `/cases/${id}?page=99`)
    expect(first.words).toContain('35 entries, the newest first: page 1 of 2')
    expect(first.html.match(/pl-case__entry /g)).toHaveLength(30)
    expect(last.html.match(/pl-case__entry /g)).toHaveLength(5)
    expect(last.words).toContain('10 Apr 2010')
  })
})

test('alerts and midway checks stand among the rest, for those who may read them', async () => {
  const world = await newApp()
  const council = await newAlertCouncil(world.context())
  const alertId = await raised(council)
  await world.db
    .insertInto('midway_check')
    .values({
      id: 'm1',
      case_id: council.cases.one,
      checked_on: '2026-01-09',
      progress: 'some_drift',
      words: 'Not a word of this is shown here',
      review_on: null,
      by_id: council.people.iro,
      recorded_at: '2026-01-09T10:00:00.000Z',
      alert_id: null,
    })
    .execute()
  const seenBy = async (personId: string) => {
    const browser = await world.browserOf(personId)
    return wordsOf(await browser.get(`/cases/${council.cases.one}`))
  }
  const iro = await seenBy(council.people.iro)
  expect(iro).toContain('1 practice alert is open')
  expect(iro).toMatch(
    /Informal alert\nAlert 2026-0001 · raised by Ines Iro\nDue .*\nWaiting for an answer/
  )
  expect(iro).toMatch(
    /12 Jan 2026\nPractice alert\nInformal alert\n[\s\S]*9 Jan 2026\nMidway check\nThere is some drift in the plan\nChecked by Ines Iro/
  )
  expect(iro).not.toContain('Not a word')
  const worker = await seenBy(council.people.worker)
  expect(worker).toContain('Informal alert')
  expect(worker).not.toContain('Midway check')
  await world.db
    .updateTable('case_file')
    .set({ iro_id: council.people.colleague })
    .where('id', '=', council.cases.one)
    .execute()
  const colleague = await seenBy(council.people.colleague)
  expect(colleague).not.toContain('Informal alert')
  expect(colleague).toContain('Midway check')
  expect(iro).toContain('Raise a practice alert')
  expect(worker).not.toContain('Raise a practice alert')
  expect(alertId).not.toBe('')
})

test('opening is recorded once a person, case and quarter of an hour', async () => {
  const world = await newWorld()
  const id = await caseOf(world, '1')
  const manager = await world.as('manager')
  await manager.get(`/cases/${id}`)
  await manager.get(`/cases/${id}?show=audit`)
  await (await world.as('qa_lead')).get(`/cases/${id}`)
  const read = (by: string) => ({ by, about: id, details: '{}' })
  expect(await eventsOf(world, 'case.read')).toEqual([
    read(world.people.manager),
    read(world.people.qa_lead),
  ])
  world.setNow('2026-01-12T09:15:00.000Z')
  await manager.get(`/cases/${id}`)
  expect(await eventsOf(world, 'case.read')).toHaveLength(3)
})

test('takes at most eight queries, whoever asks and however much there is', async () => {
  const world = await newWorld()
  const first = await auditOf(world, '1', {
    case: { teamId: world.teamId, workerId: world.people.practitioner, iroId: world.people.iro },
  })
  const roles = [
    'qa_lead',
    'manager',
    'iro',
    'iro_manager',
    'practitioner',
    'senior_leader',
  ] as const
  const count = async () => {
    const counted: Record<string, number> = {}
    for (const role of roles) {
      const browser = await world.as(role)
      await browser.get(`/cases/${first.caseId}`)
      const { response, queries } = await countQueries(world, browser, `/cases/${first.caseId}`)
      expect([role, response.status]).toEqual([role, 200])
      counted[role] = queries
    }
    return counted
  }
  const few = await count()
  expect(Object.entries(few).filter(([, queries]) => queries > 8)).toEqual([])
  for (let i = 0; i < 5; i += 1) {
    await actionOn(world, first.auditId, `Visit ${i}`, await addPersonWith(world.context()))
  }
  await submitted(world, first)
  for (let i = 0; i < 5; i += 1) {
    await run(
      world.context(),
      `audit_ref,round,audited_on,theme,item,grade,case_ref\nH${i},Round ${i},2024-03-10,cp_plan,,good,1`
    )
  }
  expect(await count()).toEqual(few)
})

test('recording a midway check is offered to the child’s reviewing officer and the IRO manager alone', async () => {
  const world = await newWorld()
  const own = await caseOf(world, '4417', { iroId: world.people.iro, serviceStatus: 'care' })
  const link = `href="/cases/${own}/midway-check"`
  const sees = async (role: Parameters<World['as']>[0]) =>
    (await page(world, role, `/cases/${own}`)).html.includes(link)
  expect([await sees('iro'), await sees('iro_manager')]).toEqual([true, true])
  expect([await sees('qa_lead'), await sees('manager')]).toEqual([false, false])
  const without = await caseOf(world, '4418')
  const { html } = await page(world, 'qa_lead', `/cases/${without}`)
  expect(html).not.toContain('midway-check')
})
