/**
 * The rubric studio: the check of the whole library once the program runs, and what the server takes for the pages of a
 * draft of forty items that was changed just before. The application answers in this process; processor time is counted.
 */
import { pino } from 'pino'
import { createApp } from '../src/app.tsx'
import { readConfig } from '../src/config.ts'
import { openDatabase } from '../src/db/open-database.ts'
import { newUuid } from '../src/db/uuid.ts'
import { layoutAssets } from '../src/http/assets.ts'
import { addPerson } from '../src/people/add-person.ts'
import { startSession } from '../src/people/start-session.ts'
import { readCouncil } from '../src/people/store.ts'
import { publishLibrary } from '../src/rubrics/publish-library.ts'
import { readLibrary } from '../src/rubrics/read-rubric-files.ts'
import { checkLibrary } from '../src/rubrics/rules/check-library.ts'
import { findRubric } from '../src/rubrics/store.ts'
import { addDraftItem } from '../src/studio/add-draft-item.ts'
import { saveDraftItem } from '../src/studio/save-draft-item.ts'
import { startDraft } from '../src/studio/start-draft.ts'
import { findDraft } from '../src/studio/store.ts'
import type { Row } from './figures.ts'
import { openScratch } from './scratch.ts'

const RUNS = 41
const ITEMS = 40
const MOST_MS = 10
const MOST_CHECK_MS = 1000

const spent = async (work: () => unknown): Promise<number> => {
  const began = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1000
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const row = (what: string, ours: number, most: number): Row => ({
  what,
  ours: `${ours.toFixed(1)} ms`,
  against: '',
  ratio: ours / most,
  target: `≤ ${most} ms`,
  isMet: ours <= most,
})

export const benchStudio = async (): Promise<Row[]> => {
  const checked = await spent(() => checkLibrary(readLibrary()))
  const scratch = await openScratch('sqlite')
  await scratch.close()
  const db = await openDatabase(scratch.url)
  try {
    const deps = {
      db,
      clock: () => new Date(),
      ids: newUuid,
      config: readConfig({}),
      log: pino({ level: 'silent' }),
      assets: layoutAssets(),
    }
    const app = createApp({ ...deps, council: await readCouncil(db) })
    const ctx = { ...scratch.context(), db }
    await publishLibrary(ctx, readLibrary())
    const personId = await addPerson(ctx, {
      email: 'bench@aldermere.example',
      name: 'Bench',
      jobTitle: 'QA lead',
      roles: ['qa_lead'],
      teamId: null,
      passwordHash: null,
    })
    const cookie = `plumbline=${await startSession(ctx, personId, 12)}`
    const base = await findRubric(db, 'cp_plan', '1')
    const draftId = await startDraft(ctx, { from: 'version', versionId: base?.id ?? '' })
    const model = (await findDraft(db, draftId))?.items[0]?.content
    for (let place = base?.rubric.items.length ?? 0; place < ITEMS; place += 1) {
      const itemId = await addDraftItem(ctx, { draftId, kind: 'grade' })
      const names = { key: `cp.more_${place}`, short: `More ${place}`, question: `More ${place}?` }
      await saveDraftItem(ctx, { draftId, itemId, content: { ...model, ...names }, revision: 1 })
    }
    const [item] = (await findDraft(db, draftId))?.items ?? []
    let revision = item?.revision ?? 1
    const pages: [string, string][] = [
      ['list of items', ''],
      ['one item', `/items/${item?.id}`],
      ['what changes', '/changes'],
    ]
    const rows: Row[] = [
      row('rubric check of the whole library, after start', checked, MOST_CHECK_MS),
    ]
    for (const [name, place] of pages) {
      const times: number[] = []
      for (let run = 0; run < RUNS; run += 1) {
        const content = { guidance: `Look at page ${run} of the plan (${name}).` }
        await saveDraftItem(ctx, { draftId, itemId: item?.id ?? '', content, revision })
        revision += 1
        times.push(
          await spent(async () => {
            const response = await app.request(`/studio/${draftId}${place}`, {
              headers: { cookie },
            })
            await response.text()
            if (response.status !== 200) throw new Error(`${name} answered ${response.status}`)
          })
        )
      }
      rows.push(
        row(`studio, draft of ${ITEMS} items just changed: ${name}`, median(times), MOST_MS)
      )
    }
    return rows
  } finally {
    await db.destroy()
    await scratch.remove()
  }
}
