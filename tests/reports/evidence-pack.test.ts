/** Evidence packs: what is counted, what stands in both files, who may have them, and what is recorded of them. */
import mammoth from 'mammoth'
import readXlsx from 'read-excel-file/node'
import { beforeEach, describe, expect, test } from 'vitest'
import { saveAuditAction } from '../../src/audits/save-audit-action.ts'
import { saveFinding } from '../../src/audits/save-finding.ts'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import type { Browser } from '../support/app.ts'
import { answerAll, asPerson } from '../support/audit-answers.ts'
import { run } from '../support/results-file.ts'
import { openAudit } from '../support/round-builders.ts'
import { newWorld, type World } from '../support/world.ts'

const HISTORY = [
  'audit_ref,round,round_kind,audited_on,theme,item,grade,moderated_grade,case_ref,team,service_status,auditor',
  'H-1,June 2025,learning,2025-06-27,audit,,good,requires improvement,4401,Care 1,cp,B Okafor',
  'H-1,June 2025,learning,2025-06-27,cp_plan,,good,requires improvement,4401,Care 1,cp,B Okafor',
  'H-2,June 2023,learning,2023-06-30,audit,,inadequate,,4402,North 1,cp,B Okafor',
].join('\n')

let world: World
let lead: Browser

/** One submitted audit of case 4417 in North 1, with a strength and a late action; one imported; one too old. */
beforeEach(async () => {
  world = await newWorld()
  const ctx = world.context()
  await run(ctx, HISTORY)
  const made = await openAudit(ctx, {
    auditorId: world.people.manager,
    case: { teamId: world.otherTeamId, reference: '4417' },
    round: { name: 'January 2026' },
  })
  await answerAll(ctx, made)
  const own = asPerson(ctx, made.auditorId)
  await saveFinding(own, {
    auditId: made.auditId,
    findingId: ctx.ids(),
    kind: 'strength',
    itemKey: 'cp.clarity',
    words: '=HYPERLINK("x") The plan is written for the parents.',
    revision: 0,
  })
  await saveAuditAction(own, {
    auditId: made.auditId,
    actionId: ctx.ids(),
    itemKey: null,
    what: 'Rewrite the plan with the parents',
    intendedChange: 'Parents know what has to be different',
    ownerId: world.people.practitioner,
    dueOn: '2026-02-06',
    revision: 0,
  })
  await submitAudit(own, { auditId: made.auditId })
  lead = await world.as('qa_lead')
})

const wordsOf = (html: string) =>
  html
    .replace(/<script.*?<\/script>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

const ALL = '?from=2025-02-01&to=2026-12-31'

const sheetsOf = async (address: string) => {
  const response = await lead.get(address)
  expect(response.status).toBe(200)
  const sheets = await readXlsx(Buffer.from(await response.arrayBuffer()))
  return Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, data]))
}

const events = async () =>
  (
    await world.db
      .selectFrom('event')
      .select(['type', 'actor_id', 'details'])
      .where('subject_id', '=', 'evidence')
      .orderBy('number')
      .execute()
  ).map(({ details, ...row }) => ({ ...row, ...JSON.parse(details) }))

describe('the page', () => {
  test('the last twelve months are offered, with what is in them', async () => {
    const response = await lead.get('/reports/evidence')
    expect(response.status).toBe(200)
    const html = await response.text()
    const words = wordsOf(html)
    expect(words).toContain('In the pack 2 audits, 1 finding, 1 action')
    // htmx would take a click on the link for its own, and nothing would be downloaded.
    expect(html).not.toMatch(/hx-trigger="[^"]*\bclick\b/)
  })

  test.each([
    ['?from=&to=', '3 audits, 1 finding, 1 action'],
    ['?from=2023-06-30&to=2023-06-30', '1 audit, 0 findings, 0 actions'],
    [`${ALL}&themes=cp_plan`, '2 audits, 1 finding, 1 action'],
  ])('%s: %s', async (query, counts) => {
    expect(wordsOf(await (await lead.get(`/reports/evidence${query}`)).text())).toContain(
      `In the pack ${counts}`
    )
  })

  test('a service takes in its teams', async () => {
    const inNorth = await lead.get(`/reports/evidence?from=&to=&team=${world.serviceId}`)
    expect(wordsOf(await inNorth.text())).toContain('In the pack 1 audit,')
  })

  test.each([
    ['?from=30/01/2026', '“30/01/2026” is not written YYYY-MM-DD; write 2026-01-30'],
    ['?from=2026-02-30', '“2026-02-30” is a date that does not exist; check day and month'],
    [
      '?from=2026-02-01&to=2026-01-01',
      '2026-01-01 is before 2026-02-01; give the earlier date first',
    ],
    ['?team=nobody', 'There is no such team; choose one of the list'],
    ['?theme=nothing', 'There is no theme “nothing”; choose from the list'],
  ])('%s is told beside its field, and the files lead back to the page', async (query, message) => {
    const response = await lead.get(`/reports/evidence${query}`)
    expect(response.status).toBe(422)
    expect(wordsOf(await response.text())).toContain(message)
    for (const kind of ['xlsx', 'docx']) {
      const file = await lead.get(`/reports/evidence.${kind}${query}`)
      expect(file.status).toBe(303)
      expect(file.headers.get('location')).toMatch(/^\/reports\/evidence\?/)
    }
    expect(await events()).toEqual([])
  })

  test('an empty period has words and no empty file', async () => {
    const query = '?from=2020-01-01&to=2020-12-31'
    const page = await (await lead.get(`/reports/evidence${query}`)).text()
    expect(page).toContain('No audit matches')
    expect((await lead.get(`/reports/evidence.xlsx${query}`)).status).toBe(303)
  })
})

describe('Excel', () => {
  test('audits, grades, findings and actions stand in sheets of their own', async () => {
    const sheets = await sheetsOf(`/reports/evidence.xlsx${ALL}`)
    expect(Object.keys(sheets).join(', ')).toBe(
      'About this pack, Audits, Grades by theme, Item grades, Findings, Actions'
    )
    const [header = [], ...audits] = sheets.Audits ?? []
    expect(header.slice(0, 4)).toEqual(['Audit', 'Case', 'Team', 'Audited on'])
    expect(audits).toEqual([
      [
        'H-1',
        '4401',
        'Care 1',
        new Date('2025-06-27'),
        'June 2025',
        'Learning audit',
        'Child protection',
        'B Okafor',
        'Requires improvement',
        'Good',
        'Requires improvement',
        'From a file',
      ],
      [
        expect.stringMatching(/^A-/),
        '4417',
        'Care 1',
        expect.any(Date),
        'January 2026',
        'Learning audit',
        'Child protection',
        'The manager',
        'Good',
        'Good',
        null,
        'Submitted',
      ],
    ])
    expect(sheets['Grades by theme']?.map((row) => [row[1], row[4], row[5], row[8]])).toEqual([
      ['Case', 'Theme', 'Final grade', 'Moderated grade'],
      ['4401', 'Child protection plan', 'Requires improvement', 'Requires improvement'],
      ['4417', 'Child protection plan', 'Good', null],
    ])
    expect(sheets['Item grades']?.slice(0, 2).map((row) => [row[1], ...row.slice(4)])).toEqual([
      ['Case', 'Theme', 'Item', 'Final grade', 'Auditor’s grade', 'Moderated grade'],
      ['4417', expect.any(String), expect.any(String), 'Good', 'Good', null],
    ])
    expect(sheets.Findings?.slice(1).map((row) => row.slice(4))).toEqual([
      ['Strength', 'Clear to parents', '=HYPERLINK("x") The plan is written for the parents.'],
    ])
    expect(sheets.Actions?.slice(1).map((row) => row.slice(4, 11))).toEqual([
      [
        'Open',
        'Rewrite the plan with the parents',
        'Parents know what has to be different',
        null,
        'The practitioner',
        new Date('2026-02-06'),
        null,
      ],
    ])
  })

  test('an action is late from the day after it was due', async () => {
    world.setNow('2026-02-06T23:59:00.000Z')
    lead = await world.as('qa_lead')
    const due = await sheetsOf(`/reports/evidence.xlsx${ALL}`)
    world.setNow('2026-02-07T00:00:00.000Z')
    const late = await sheetsOf(`/reports/evidence.xlsx${ALL}`)
    expect([due.Actions?.[1]?.[4], late.Actions?.[1]?.[4]]).toEqual(['Open', 'Late'])
  })

  test('without case references no sheet has them', async () => {
    const sheets = await sheetsOf(`/reports/evidence.xlsx${ALL}&references=without`)
    expect(JSON.stringify(sheets)).not.toMatch(/4401|4417|"Case"/)
    expect((await events()).at(0)).toMatchObject({ hasReferences: false })
  })

  test('it is recorded who took what, and that it was whole', async () => {
    await sheetsOf(`/reports/evidence.xlsx${ALL}&themes=cp_plan&team=${world.otherTeamId}`)
    expect(await events()).toEqual([
      {
        type: 'evidence.exported',
        actor_id: world.people.qa_lead,
        exportId: expect.any(String),
        format: 'xlsx',
        from: '2025-02-01',
        to: '2026-12-31',
        themes: ['cp_plan'],
        otherThemes: 0,
        teamId: world.otherTeamId,
        hasReferences: true,
        audits: 2,
        findings: 1,
        actions: 1,
      },
      {
        type: 'evidence.export_ended',
        actor_id: world.people.qa_lead,
        exportId: expect.any(String),
        rows: 12,
        isWhole: true,
      },
    ])
    const list = wordsOf(await (await lead.get('/reports/evidence/exports')).text())
    expect(list).toContain('The qa_lead Excel')
    expect(list).toContain('Care 1; 1 theme 2 audits, 1 finding, 1 action Whole file written')
  })

  test('a download that nobody takes any more is broken off and recorded so', async () => {
    const id = '0199aaaa-0000-7000-8000-000000000001'
    const response = await lead.get(`/reports/evidence.xlsx${ALL}&export=${id}`)
    const reader = response.body?.getReader()
    await reader?.read()
    await reader?.cancel()
    expect((await events()).at(-1)).toMatchObject({
      type: 'evidence.export_ended',
      isWhole: false,
    })
    const progress = await lead.get(`/reports/evidence/progress?export=${id}`)
    expect(wordsOf(await progress.text())).toContain('The file was broken off at')
    const list = wordsOf(await (await lead.get('/reports/evidence/exports')).text())
    expect(list).toContain('Broken off')
  })

  test('how far it is, is told while it is written and after', async () => {
    const id = '0199aaaa-0000-7000-8000-000000000002'
    const words = async () =>
      wordsOf(await (await lead.get(`/reports/evidence/progress?export=${id}`)).text())
    expect(await words()).toContain('You have not begun to download this file')
    const response = await lead.get(`/reports/evidence.xlsx${ALL}&export=${id}`)
    const reader = response.body?.getReader()
    await reader?.read()
    expect(await words()).toContain('The file is being written: 0 of 100.')
    while (!(await reader?.read())?.done);
    expect(await words()).toContain('The whole file is written.')
  })
})

describe('Word', () => {
  const htmlOf = async (query: string) => {
    const response = await lead.get(`/reports/evidence.docx${query}`)
    expect(response.status).toBe(200)
    return (await mammoth.convertToHtml({ buffer: Buffer.from(await response.arrayBuffer()) }))
      .value
  }

  test('the summary tells grades by counts, the audits, what was found and the actions', async () => {
    const html = await htmlOf(ALL)
    const words = wordsOf(html)
    expect(words).toContain('Audit grade 2 1 good, 1 requires improvement')
    expect(words).toContain('Requires improvement (moderated; auditor: good)')
    expect(words).toContain('1 action: 0 done, 1 open, 0 late')
    expect(html).toMatch(/<h2>.*, case 4417<\/h2>/)
    expect(html).toContain('The plan is written for the parents.')
    expect((await events()).map(({ format }) => format)).toEqual(['docx'])
  })

  test('without case references it has none', async () => {
    expect(await htmlOf(`${ALL}&references=without`)).not.toMatch(/4401|4417/)
  })
})
