/** The application on a database that other connections can reach, with an auditor who has an audit to answer. */
import type { Db } from '../../src/db/schema.ts'
import { type Browser, newApp, type TestApp } from './app.ts'
import { newDatabaseUrl, openForTest } from './files.ts'
import { openAudit } from './round-builders.ts'

export interface SavingApp extends TestApp {
  readonly auditId: string
  readonly auditor: Browser
  /** Saves the answer to one question. */
  readonly save: (evidence: string, revision?: number) => Promise<Response>
  /** What is stored of the answer, and how many events there are. */
  readonly stored: () => Promise<{
    answer: { evidence: string; revision: number }[]
    events: number
  }>
}

export const ITEM = 'cp.clarity'

export const fieldsOf = (evidence: string, revision = 0): Record<string, string> => ({
  [`value:${ITEM}`]: 'good',
  [`evidence:${ITEM}`]: evidence,
  [`revision:${ITEM}`]: String(revision),
})

/** @param given a database to use instead of a new one */
export const newSavingApp = async (given?: Db): Promise<SavingApp> => {
  const app = await newApp({}, undefined, given ?? (await openForTest(await newDatabaseUrl())))
  const { auditId, auditorId } = await openAudit(app.context())
  const auditor = await app.browserOf(auditorId)
  return {
    ...app,
    auditId,
    auditor,
    save: (evidence, revision) =>
      auditor.post(`/audits/${auditId}/answers/${ITEM}`, fieldsOf(evidence, revision), {
        'hx-request': 'true',
      }),
    stored: async () => {
      const head = await app.db.selectFrom('event_head').select('number').executeTakeFirstOrThrow()
      const answer = await app.db.selectFrom('answer').select(['evidence', 'revision']).execute()
      return { answer, events: head.number }
    },
  }
}
