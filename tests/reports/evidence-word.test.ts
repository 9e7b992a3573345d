/** The Word summary of an evidence pack of very many audits: the latest of them, and recorded as no more. */
import { expect, test } from 'vitest'
import { run } from '../support/results-file.ts'
import { newWorld } from '../support/world.ts'

test('of many audits it holds the latest, and is recorded as holding no more', async () => {
  const world = await newWorld()
  const many = Array.from(
    { length: 203 },
    (_, at) => `M-${at},Census,learning,2024-05-03,audit,,good`
  )
  await run(
    world.context(),
    ['audit_ref,round,round_kind,audited_on,theme,item,grade', ...many].join('\n')
  )
  const lead = await world.as('qa_lead')
  const file = await lead.get('/reports/evidence.docx?from=2024-01-01&to=2024-12-31')
  expect(file.status).toBe(200)
  const recorded = await world.db
    .selectFrom('event')
    .select('details')
    .where('subject_id', '=', 'evidence')
    .executeTakeFirstOrThrow()
  expect(JSON.parse(recorded.details)).toMatchObject({
    ...{ format: 'docx', audits: 200, findings: 0, actions: 0 },
  })
})
