/** What is typed since an audit was reopened is a draft: it stands in no evidence pack and no learning circular. */
import mammoth from 'mammoth'
import readXlsx from 'read-excel-file/node'
import { beforeEach, expect, test } from 'vitest'
import { reopenAudit } from '../../src/audits/reopen-audit.ts'
import { saveAuditAction } from '../../src/audits/save-audit-action.ts'
import { saveFinding } from '../../src/audits/save-finding.ts'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import { startCircular } from '../../src/reports/start-circular.ts'
import { takeFindings } from '../../src/reports/take-findings.ts'
import type { Browser } from '../support/app.ts'
import { answerAll, asPerson } from '../support/audit-answers.ts'
import { openAudit } from '../support/round-builders.ts'
import { newWorld, type World } from '../support/world.ts'

const PACK = '?from=2025-02-01&to=2026-12-31'
const SUBMITTED = 'The plan is written for the parents.'
const CORRECTED = 'The plan was copied from another family.'

let world: World
let lead: Browser
let auditId: string
let findingId: string
let correct: (words: string, revision: number) => Promise<unknown>
let submit: () => Promise<unknown>

/** An audit that was submitted with one finding, and reopened. */
beforeEach(async () => {
  world = await newWorld()
  const made = await openAudit(world.context(), {
    auditorId: world.people.manager,
    case: { teamId: world.otherTeamId },
  })
  auditId = made.auditId
  findingId = world.context().ids()
  const actionId = world.context().ids()
  await answerAll(world.context(), made)
  const own = () => asPerson(world.context(), made.auditorId)
  correct = (words, revision) =>
    saveFinding(own(), {
      ...{ auditId, findingId, kind: 'strength', itemKey: 'cp.clarity', words, revision },
    })
  const plan = (what: string, revision: number) =>
    saveAuditAction(own(), {
      ...{ auditId, actionId, itemKey: null, what, revision, dueOn: '2026-02-06' },
      intendedChange: 'Parents know what has to be different',
      ownerId: made.auditorId,
    })
  submit = () => submitAudit(own(), { auditId })
  await correct(SUBMITTED, 0)
  await plan('Write the plan with the parents', 0)
  await submit()
  world.setNow('2026-01-13T09:00:00.000Z')
  lead = await world.as('qa_lead')
  await reopenAudit(world.context(), { auditId, reason: 'The wrong plan was read' })
  await correct(CORRECTED, 1)
  await plan('Write a plan for this family', 1)
})

const columnInExcel = async (name: string, column: string) => {
  const response = await lead.get(`/reports/evidence.xlsx${PACK}`)
  const sheets = await readXlsx(Buffer.from(await response.arrayBuffer()))
  const [header = [], ...rows] = sheets.find(({ sheet }) => sheet === name)?.data ?? []
  return rows.map((row) => row[header.indexOf(column)])
}

const textOfWord = async () => {
  const response = await lead.get(`/reports/evidence.docx${PACK}`)
  const buffer = Buffer.from(await response.arrayBuffer())
  return (await mammoth.extractRawText({ buffer })).value
}

test('an evidence pack leaves the findings of a reopened audit out until it is submitted again', async () => {
  expect(await columnInExcel('Findings', 'Finding')).toEqual([])
  expect(await textOfWord()).not.toMatch(/copied from another family|written for the parents/)
  await submit()
  expect(await columnInExcel('Findings', 'Finding')).toEqual([CORRECTED])
  expect(await textOfWord()).toContain(CORRECTED)
})

test('an evidence pack has the actions of a reopened audit as they were submitted, until it is submitted again', async () => {
  expect(await columnInExcel('Actions', 'Action')).toEqual(['Write the plan with the parents'])
  expect(await textOfWord()).toContain('Write the plan with the parents')
  expect(await columnInExcel('Grades by theme', 'Indicative grade')).toEqual([null])
  await submit()
  expect(await columnInExcel('Actions', 'Action')).toEqual(['Write a plan for this family'])
  expect(await columnInExcel('Grades by theme', 'Indicative grade')).toEqual(['Good'])
})

test('a learning circular is not offered them, nor can it take them', async () => {
  const circularId = await startCircular(world.context(), {
    theme: 'cp_plan',
    from: '2025-02-01',
    to: '2026-12-31',
  })
  const take = () => takeFindings(world.context(), { circularId, findingIds: [findingId] })
  const offered = async () =>
    (await (await lead.get(`/reports/circulars/${circularId}/findings`)).text()).includes(CORRECTED)
  expect(await offered()).toBe(false)
  await expect(take()).rejects.toThrow('A finding was changed or removed meanwhile')
  await submit()
  expect(await offered()).toBe(true)
  await take()
})
