/** How far the download of an evidence pack is: from any server, to whoever downloads, each download on its own. */
import { beforeEach, expect, test } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import { jobList } from '../../src/jobs/job-list.ts'
import type { Browser } from '../support/app.ts'
import { answerAll, asPerson } from '../support/audit-answers.ts'
import { openAudit } from '../support/round-builders.ts'
import { newWorld, type World } from '../support/world.ts'

let world: World
let lead: Browser
beforeEach(async () => {
  world = await newWorld()
  const made = await openAudit(world.context(), { auditorId: world.people.manager })
  await answerAll(world.context(), made)
  await submitAudit(asPerson(world.context(), made.auditorId), { auditId: made.auditId })
  lead = await world.as('qa_lead')
})

const wordsOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

const events = async () =>
  (
    await world.db
      .selectFrom('event')
      .select('details')
      .where('subject_id', '=', 'evidence')
      .orderBy('number')
      .execute()
  ).map(({ details }) => JSON.parse(details))

const id = '0199aaaa-0000-7000-8000-000000000003'
const wordsAt = async (browser: Browser) =>
  wordsOf(await (await browser.get(`/reports/evidence/progress?export=${id}`)).text())
const begin = async (watch = id) => {
  const response = await lead.get(`/reports/evidence.xlsx?export=${watch}`)
  const reader = response.body?.getReader()
  await reader?.read()
  return {
    finish: async () => {
      while (!(await reader?.read())?.done);
    },
    breakOff: async () => reader?.cancel(),
  }
}

test('another server on the same database tells it, and only to who downloads', async () => {
  const one = await begin()
  const elsewhere = createApp({ ...world.deps })
  const page = async () =>
    wordsOf(
      await (
        await elsewhere.request(`/reports/evidence/progress?export=${id}`, {
          headers: { cookie: lead.cookie },
        })
      ).text()
    )
  expect(await page()).toContain('The file is being written: 0 of 100.')
  await one.finish()
  expect(await page()).toContain('The whole file is written.')
  const other = { person_id: world.people.manager, role: 'qa_lead' } as const
  await world.db.insertInto('person_role').values(other).execute()
  expect(await wordsAt(await world.as('manager'))).toContain(
    'You have not begun to download this file'
  )
})

test('of two downloads under one address the later is shown, and each has its own end', async () => {
  const first = await begin()
  const second = await begin()
  await first.breakOff()
  expect(await wordsAt(lead)).toContain('The file is being written: 0 of 100.')
  await second.finish()
  expect(await wordsAt(lead)).toContain('The whole file is written.')
  const [begunOne, begunTwo, ...ends] = await events()
  expect(begunOne.exportId).not.toBe(begunTwo.exportId)
  expect(ends.map(({ exportId, isWhole }) => [exportId, isWhole])).toEqual([
    [begunOne.exportId, false],
    [begunTwo.exportId, true],
  ])
  const list = wordsOf(await (await lead.get('/reports/evidence/exports')).text())
  expect(list).toMatch(/Whole file written.*Broken off/)
})

test('a server that is gone is noticed, and rows go after a day', async () => {
  await begin()
  world.setNow('2026-01-12T09:05:00.000Z')
  expect(await wordsAt(lead)).toContain('The file was at 0 of 100 when it was last written to')
  const other = '0199aaaa-0000-7000-8000-000000000004'
  lead = await world.as('qa_lead')
  await (await begin(other)).finish()
  world.setNow('2026-01-13T09:00:01.000Z')
  const job = jobList({ run: async () => {}, stop: async () => {} }).find(
    ({ name }) => name === 'remove-old-progress'
  )
  expect(await job?.run(world.context())).toBe(1)
  const rows = await world.db.selectFrom('evidence_progress').select('watch').execute()
  expect(rows).toEqual([{ watch: other }])
})
