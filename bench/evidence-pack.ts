/**
 * An evidence pack of 10,000 audits with 16 theme grades, 4 findings and 2 actions each, asked of the whole application in
 * this process and taken as fast as it comes: its time, the memory it takes above the start, the longest stall.
 */
import BetterSqlite from 'better-sqlite3'
import { pino } from 'pino'
import { createApp } from '../src/app.tsx'
import { readConfig } from '../src/config.ts'
import { openDatabase } from '../src/db/open-database.ts'
import { newUuid } from '../src/db/uuid.ts'
import { layoutAssets } from '../src/http/assets.ts'
import { addPerson } from '../src/people/add-person.ts'
import { startSession } from '../src/people/start-session.ts'
import { readCouncil } from '../src/people/store.ts'
import type { Row } from './figures.ts'
import { fillJudgements } from './judgements.ts'
import { costOf } from './memory.ts'
import { openScratch } from './scratch.ts'

const AUDITS = 10_000
/** 16 themes of 6 criteria and a grade. */
const JUDGEMENTS_AN_AUDIT = 112

const WORDS =
  'The plan says what has to change, in words that the parents use, and the core group has followed it up at each visit since. '

const addFindings = (path: string): void => {
  const db = new BetterSqlite(path)
  db.exec('begin')
  const finding = db.prepare(
    `insert into finding (id, audit_id, kind, item_key, words, position) values (?, ?, ?, null, ?, ?)`
  )
  const action = db.prepare(
    `insert into action (id, audit_id, what, intended_change, state, due_on, created_at)
     values (?, ?, ?, ?, 'open', '2026-02-01', '2026-01-01T00:00:00.000Z')`
  )
  const ids = db.prepare('select id from audit').pluck().all() as string[]
  for (const id of ids) {
    for (let place = 0; place < 4; place++) {
      finding.run(newUuid(), id, place < 2 ? 'strength' : 'area', WORDS.repeat(2), place)
    }
    for (let place = 0; place < 2; place++) action.run(newUuid(), id, WORDS, WORDS)
  }
  db.exec('commit')
  db.close()
}

const drain = async (response: Response): Promise<number> => {
  if (response.status !== 200 || !response.body) throw new Error(`answered ${response.status}`)
  let size = 0
  for await (const chunk of response.body) size += chunk.length
  return size
}

export const benchEvidencePack = async (): Promise<Row[]> => {
  const scratch = await openScratch('sqlite')
  const path = scratch.url.slice('sqlite:'.length)
  await scratch.close()
  fillJudgements(path, AUDITS * JUDGEMENTS_AN_AUDIT)
  addFindings(path)
  const db = await openDatabase(scratch.url)
  try {
    const app = createApp({
      db,
      clock: () => new Date(),
      ids: newUuid,
      config: readConfig({}),
      log: pino({ level: 'silent' }),
      assets: layoutAssets(),
      council: await readCouncil(db),
    })
    const ctx = {
      db,
      actor: { kind: 'command', name: 'bench' } as const,
      now: new Date().toISOString(),
      ids: newUuid,
    }
    const personId = await addPerson(ctx, {
      email: 'bench@aldermere.example',
      name: 'Bench',
      jobTitle: 'QA lead',
      roles: ['qa_lead'],
      teamId: null,
      passwordHash: null,
    })
    const headers = { cookie: `plumbline=${await startSession(ctx, personId, 12)}` }
    const get = (address: string) => app.request(address, { headers })
    const page = await costOf(async () => (await get('/reports/evidence?from=&to=')).text())
    const idle = await costOf(() => new Promise((resolve) => setTimeout(resolve, 2000)))
    let size = 0
    const pack = await costOf(async () => {
      size = await drain(await get('/reports/evidence.xlsx?from=&to='))
    })
    const word = await costOf(async () => {
      await drain(await get('/reports/evidence.docx?from=&to='))
    })
    const what = `evidence pack of 10,000 audits in Excel, ${(size / 1_000_000).toFixed(1)} MB in ${(pack.ms / 1000).toFixed(1)} s`
    return [
      {
        what: `${what}: memory growth`,
        ours: `${pack.mb.toFixed(0)} MB`,
        against: '100 MB',
        ratio: pack.mb / 100,
        target: '≤ 1',
        isMet: pack.mb <= 100,
      },
      {
        what: `its longest stall (with nothing to do in two seconds: ${idle.stall.toFixed(0)} ms)`,
        ours: `${pack.stall.toFixed(0)} ms`,
        against: '50 ms',
        ratio: pack.stall / 50,
        target: '≤ 1',
        isMet: pack.stall <= 50,
      },
      {
        what: 'the page that counts it, against its summary of 200 audits in Word',
        ours: `${page.ms.toFixed(0)} ms`,
        against: `${word.ms.toFixed(0)} ms`,
        ratio: page.ms / word.ms,
        target: 'no target',
        isMet: true,
      },
    ]
  } finally {
    await db.destroy()
    await scratch.remove()
  }
}
