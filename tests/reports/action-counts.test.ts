/** Which actions a report counts: those that were submitted, and nothing that is still being written. */
import { expect, test } from 'vitest'
import { saveAction } from '../../src/actions/save-action.ts'
import { reopenAudit } from '../../src/audits/reopen-audit.ts'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import { loadReportCounts } from '../../src/reports/counts-store.ts'
import { newApp } from '../support/app.ts'
import { answerAll, asPerson } from '../support/audit-answers.ts'
import { openAudit } from '../support/round-builders.ts'

test('an action counts once its audit is submitted, and one typed since it was reopened does not', async () => {
  const app = await newApp()
  const { auditId, auditorId, ...audit } = await openAudit(app.context(), {
    case: { reference: '20011' },
  })
  await answerAll(app.context(), { ...audit, auditId, auditorId })
  const own = () => asPerson(app.context(), auditorId)
  const add = (what: string) =>
    saveAction(own(), {
      auditId,
      revision: 0,
      itemKey: null,
      what,
      intendedChange: 'School knows what to do',
      ownerId: auditorId,
      dueOn: '2026-01-20',
    })
  const counted = async () => {
    const { actions } = await loadReportCounts(app.context().db, {
      period: { from: '2026-01-01', to: '2026-01-31' },
      roundIds: [],
    })
    return actions.map(({ dueOn }) => dueOn)
  }
  await add('Share the plan')
  expect(await counted()).toEqual([])
  expect(await submitAudit(own(), { auditId })).toMatchObject({ ok: true })
  expect(await counted()).toEqual(['2026-01-20'])
  app.setNow('2026-01-13T09:00:00.000Z')
  await reopenAudit(app.context(), { auditId, reason: 'The wrong plan was read' })
  await add('Typed since')
  expect(await counted()).toEqual(['2026-01-20'])
})
