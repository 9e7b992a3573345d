/** Learning circulars: made of findings, frozen when published, read by all, and what is asked about or refused in them. */
import mammoth from 'mammoth'
import { beforeEach, describe, expect, test } from 'vitest'
import { saveFinding } from '../../src/audits/save-finding.ts'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import { newUuid } from '../../src/db/uuid.ts'
import { findCircular } from '../../src/reports/circular-store.ts'
import { issueCircular } from '../../src/reports/issue-circular.ts'
import { saveCircular } from '../../src/reports/save-circular.ts'
import { startCircular } from '../../src/reports/start-circular.ts'
import { takeFindings } from '../../src/reports/take-findings.ts'
import { answerAll, asPerson } from '../support/audit-answers.ts'
import { countQueries } from '../support/count-queries.ts'
import { openAudit } from '../support/round-builders.ts'
import { newWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const settings = { theme: 'cp_plan', from: '2000-01-01', to: '2099-12-31' }

const start = () => startCircular(world.context(), settings)

const save = (
  circularId: string,
  words: Partial<{ title: string; strong: string; change: string; next: string }>,
  revision = 1,
  looks: readonly string[] = []
) =>
  saveCircular(world.context(), {
    circularId,
    words: { title: 'Plans', strong: '', change: '', next: '', ...words },
    looks,
    revision,
  })

/** A submitted audit with one finding. @returns the finding's id */
const audited = async (words: string, kind: 'strength' | 'area' = 'strength') => {
  const made = await openAudit(world.context(), {
    auditorId: world.people.manager,
    case: { teamId: world.otherTeamId },
  })
  await answerAll(world.context(), made)
  const own = asPerson(world.context(), made.auditorId)
  const id = newUuid()
  await saveFinding(own, {
    auditId: made.auditId,
    findingId: id,
    kind,
    words,
    itemKey: 'cp.clarity',
    revision: 0,
  })
  await submitAudit(own, { auditId: made.auditId })
  const { reference } = await world.db
    .selectFrom('case_file')
    .select('reference')
    .where('id', '=', made.caseId)
    .executeTakeFirstOrThrow()
  return { id, reference }
}

describe('the draft', () => {
  test('takes in the words of findings, and shows nothing of whose they are', async () => {
    const circularId = await start()
    const one = await audited('The plan is in the parents’ words.')
    const two = await audited('Core groups are missed.', 'area')
    const lead = await world.as('qa_lead')
    const page = await (await lead.get(`/reports/circulars/${circularId}/findings`)).text()
    expect(page).toContain('The plan is in the parents’ words.')
    expect(page).toMatch(/>\s*2 findings\s*</)
    expect(page).not.toContain(one.reference)
    expect(page).not.toContain('Care 1')
    const sent = await lead.post(`/reports/circulars/${circularId}/findings`, {
      findings: [one.id, two.id],
    })
    expect(sent.status).toBe(303)
    expect((await findCircular(world.db, circularId))?.content).toMatchObject({
      words: {
        strong: 'The plan is in the parents’ words.',
        change: 'Core groups are missed.',
      },
      findings: [one.id, two.id],
    })
  })

  test('tells findings of the same words apart by month and says how many say them', async () => {
    const circularId = await start()
    await audited('Core groups are missed.', 'area')
    await audited('Visits are late.', 'area')
    await audited('Core groups are missed.', 'area')
    const lead = await world.as('qa_lead')
    const page = await (await lead.get(`/reports/circulars/${circularId}/findings`)).text()
    expect(page.match(/· audited in [A-Z][a-z]+ \d{4} · 2 findings say this/g)).toHaveLength(2)
    expect(page.match(/· audited in /g)).toHaveLength(3)
    expect(page).toMatch(/Core groups.*Core groups.*Visits are late/s)
  })

  test('shows both where two people write, and keeps what was', async () => {
    const circularId = await start()
    expect((await save(circularId, { strong: 'Visits are on time.' })).kind).toBe('saved')
    const lead = await world.as('qa_lead')
    const late = await lead.post(
      `/reports/circulars/${circularId}/words`,
      { title: 'Plans', strong: 'Visits are late.', change: '', next: '', revision: '1' },
      { 'hx-request': 'true' }
    )
    expect(late.status).toBe(409)
    const both = await late.text()
    expect(both).toContain('Visits are on time.')
    expect(both).toContain('Visits are late.')
    const kept = await world.db.selectFrom('circular_superseded').select('revision').execute()
    expect(kept).toEqual([{ revision: 1 }])
  })

  test('asks about names and refuses references, staff, two audits, and two pages', async () => {
    const circularId = await start()
    const { id, reference } = await audited('The plan is clear.')
    await takeFindings(world.context(), { circularId, findingIds: [id] })
    await save(
      circularId,
      {
        strong: `The mother, Sharon, said so in ${reference}, as The manager wrote.`,
        next: 'word '.repeat(500),
      },
      2
    )
    const lead = await world.as('qa_lead')
    const page = await (await lead.get(`/reports/circulars/${circularId}/publish`)).text()
    expect(page).toContain('Is this somebody’s name: Sharon?')
    expect(page).toContain(`Take out “${reference}”: it is the reference of a case or an audit.`)
    expect(page).toContain('Take out “The manager”: a circular names nobody who works here.')
    expect(page).toContain('Its findings come from 1 audit.')
    expect(page).toContain('come from one audit. Choose findings of at least 3')
    expect(page).toContain('one page holds 450')
    expect(page).not.toContain('Publish the circular')
    const sent = await lead.post(`/reports/circulars/${circularId}/publish`, { revision: '3' })
    expect(sent.status).toBe(422)
    expect(await findCircular(world.db, circularId)).toMatchObject({ state: 'draft' })
  })

  test('leaves as a file only once nothing in it is refused', async () => {
    const circularId = await start()
    const { reference } = await audited('The plan is clear.')
    const lead = await world.as('qa_lead')
    const file = () => lead.get(`/reports/circulars/${circularId}/circular.docx`)
    await save(circularId, { strong: `Visits were late in ${reference}.` })
    const refused = await file()
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain(`Take out “${reference}”`)
    await save(circularId, { strong: 'Visits were late.' }, 2)
    expect((await file()).status).toBe(200)
  })

  test('is not published as somebody has not seen it', async () => {
    const circularId = await start()
    await save(circularId, { strong: 'Visits are on time.' })
    const lead = await world.as('qa_lead')
    const sent = await lead.post(`/reports/circulars/${circularId}/publish`, { revision: '1' })
    expect(sent.status).toBe(409)
    expect(await sent.text()).toContain('changed this circular after you opened the page')
  })
})

describe('a published circular', () => {
  const published = async () => {
    const circularId = await start()
    await save(circularId, { strong: '- Visits are on time.\n\n- Plans are clear.' }, 1, [
      'cp.clarity',
    ])
    await issueCircular(world.context(), { circularId, revision: 2 })
    return circularId
  }

  test('is read by a practitioner, with what good looks like, and as Word', async () => {
    const circularId = await published()
    const reader = await world.as('practitioner')
    expect(await (await reader.get('/reports/circulars')).text()).toContain('Plans')
    const content = (await findCircular(world.db, circularId))?.content
    const good = content?.issued?.looks[0]?.words ?? ''
    expect(good.length).toBeGreaterThan(20)
    const page = await (await reader.get(`/reports/circulars/${circularId}`)).text()
    expect(page).toContain('<li>Visits are on time.</li><li>Plans are clear.</li>')
    const file = await reader.get(`/reports/circulars/${circularId}/circular.docx`)
    const { value } = await mammoth.extractRawText({
      buffer: Buffer.from(await file.arrayBuffer()),
    })
    expect(value).toContain('Visits are on time.')
    expect(value).toContain(good)
  })

  test('stays as it is, and is gone for readers when it is withdrawn', async () => {
    const circularId = await published()
    await expect(save(circularId, { strong: 'Other.' }, 2)).rejects.toThrow(
      'published and stays as it is'
    )
    const lead = await world.as('qa_lead')
    expect((await lead.post(`/reports/circulars/${circularId}/withdraw`, {})).status).toBe(303)
    const reader = await world.as('practitioner')
    expect((await reader.get(`/reports/circulars/${circularId}`)).status).toBe(404)
    expect(await (await lead.get(`/reports/circulars/${circularId}`)).text()).toContain(
      'This circular was withdrawn.'
    )
    expect((await lead.post(`/reports/circulars/${circularId}/withdraw`, {})).status).toBe(409)
  })

  test('its pages ask at most eight times', async () => {
    const published1 = await published()
    const draft = await start()
    const { id } = await audited('The plan is clear.')
    await takeFindings(world.context(), { circularId: draft, findingIds: [id] })
    const lead = await world.as('qa_lead')
    for (const path of [
      '',
      '/new',
      `/${published1}`,
      `/${draft}`,
      `/${draft}/write`,
      `/${draft}/findings`,
      `/${draft}/publish`,
      `/${draft}/discard`,
      `/${published1}/withdraw`,
    ]) {
      const { response, queries } = await countQueries(world, lead, `/reports/circulars${path}`)
      expect([path, response.status]).toEqual([path, 200])
      expect(queries, path).toBeLessThanOrEqual(8)
    }
  })
})
