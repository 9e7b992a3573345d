/**
 * A whole report over a million judgements, in all its formats: its model, then Word, Excel, CSV, JSON and the web page
 * from it, for inside and for outside the council. The themes of the bench have no rubric, so each stands under its key.
 */
import { openDatabase } from '../src/db/open-database.ts'
import { reportFormats } from '../src/reports/file-routes.tsx'
import { loadModel } from '../src/reports/load-model.ts'
import { chapterKeys } from '../src/reports/rules/report-model.ts'
import type { Row } from './figures.ts'
import { fillJudgements } from './judgements.ts'
import { openScratch } from './scratch.ts'

const JUDGEMENTS = 1_000_000
const TARGET_MS = 2_000

const day = (before: number): string =>
  new Date(Date.now() - before * 86_400_000).toISOString().slice(0, 10)

/** A stream is written while it is read. */
const drain = async (file: unknown): Promise<number> => {
  if (!(file instanceof ReadableStream)) return String(file).length
  let size = 0
  for await (const chunk of file as ReadableStream<Uint8Array>) size += chunk.length
  return size
}

export const benchReport = async (): Promise<Row[]> => {
  const scratch = await openScratch('sqlite')
  const path = scratch.url.slice('sqlite:'.length)
  await scratch.close()
  fillJudgements(path, JUDGEMENTS)
  const db = await openDatabase(scratch.url)
  try {
    const rows: Row[] = []
    for (const audience of ['internal', 'external'] as const) {
      for (const [name, from] of [
        ['quarter', day(91)],
        ['year', day(365)],
      ] as const) {
        const parts: string[] = []
        const began = performance.now()
        let last = began
        const lap = (what: string): void => {
          const now = performance.now()
          parts.push(`${what} ${Math.round(now - last)}`)
          last = now
        }
        const settings = {
          title: 'Bench',
          audience,
          from,
          to: day(0),
          teamId: null,
          status: null,
          kind: null,
          chapters: chapterKeys,
        }
        const model = await loadModel(db, 'Aldermere', settings, new Date().toISOString())
        lap('model')
        const report = { model, words: new Map(), number: 1, frozenAt: new Date().toISOString() }
        for (const { key, write } of reportFormats) {
          await drain(await write(report))
          lap(key)
        }
        const ms = performance.now() - began
        rows.push({
          what: `report of a ${name}, ${audience}, all formats`,
          ours: `${Math.round(ms)} ms (${parts.join(', ')})`,
          against: `${TARGET_MS} ms`,
          ratio: ms / TARGET_MS,
          target: '≤ 1',
          isMet: ms <= TARGET_MS,
        })
      }
    }
    return rows
  } finally {
    await db.destroy()
    await scratch.remove()
  }
}
