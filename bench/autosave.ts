/**
 * The whole stack's autosave and section page against the bare handler and a static page, in one run: session, guard,
 * CSRF, zod, transaction, event, fragment, on SQLite, or on PostgreSQL against a bare Hono + pg handler.
 */

import type { Row } from './figures.ts'
import { type Auditor, addAuditors } from './kill/council.ts'
import { type Load, loadPage, loadSaves, type Saver } from './load.ts'
import { openScratch, type ScratchKind } from './scratch.ts'
import { startBare, startProduct } from './server.ts'

const SECONDS = 10
const WORDS =
  'The plan says engage with services. It does not say what mother must do when father comes to the flat. '

const form = (fields: Record<string, string>): string => new URLSearchParams(fields).toString()

const oursOf = (auditor: Auditor): Saver => ({
  path: `/audits/${auditor.auditId}/answers/cp.clarity`,
  headers: { cookie: auditor.cookie, 'hx-request': 'true' },
  body: (revision) =>
    form({
      'value:cp.clarity': 'requires_improvement',
      'evidence:cp.clarity': `${WORDS}${revision}`,
      'reason:cp.clarity': '',
      'revision:cp.clarity': String(revision),
      _csrf: auditor.csrf,
    }),
})

const bareOf = (_auditor: Auditor, index: number): Saver => ({
  path: `/audits/${index}/answers/cp.clarity`,
  headers: {},
  body: (revision) =>
    form({
      value: 'requires_improvement',
      evidence: `${WORDS}${revision}`,
      revision: String(revision),
    }),
})

const told = (load: Load): string =>
  `${Math.round(load.perSecond)}/s, p99 ${Math.round(load.p99Ms)} ms${load.failures > 0 ? `, ${load.failures} FAILED` : ''}`

/** @param connections as many auditors save at once, each their own answer */
const saveRows = async (
  urls: { ours: string; bare: string },
  auditors: readonly Auditor[],
  kind: ScratchKind,
  connections: number
): Promise<Row[]> => {
  const some = connections === 10 ? auditors.slice(0, 10) : auditors.slice(10, 10 + connections)
  const bare = await loadSaves(urls.bare, some.map(bareOf), SECONDS)
  const ours = await loadSaves(urls.ours, some.map(oursOf), SECONDS)
  const common = { ours: told(ours), against: told(bare) }
  const isWhole = ours.failures === 0
  const rate = ours.perSecond / bare.perSecond
  const p99 = ours.p99Ms / bare.p99Ms
  return [
    {
      what: `autosave on ${kind}, ${connections} connections`,
      ...common,
      ratio: rate,
      target: '≥ 0.5',
      isMet: isWhole && rate >= 0.5,
    },
    {
      what: `  its p99`,
      ...common,
      ratio: p99,
      target: '≤ 2',
      isMet: isWhole && p99 <= 2,
    },
  ]
}

const pageRows = async (urls: { ours: string; bare: string }, auditor: Auditor): Promise<Row[]> => {
  const path = `${urls.ours}/audits/${auditor.auditId}/themes/cp_plan`
  const headers = { cookie: auditor.cookie }
  const bytes = (await (await fetch(path, { headers })).text()).length
  const ours = await loadPage(path, headers, 50, SECONDS)
  const bare = await loadPage(`${urls.bare}/static`, {}, 50, SECONDS)
  const alone = await loadPage(path, headers, 1, SECONDS)
  const ratio = ours.perSecond / bare.perSecond
  const aloneMs = 1000 / alone.perSecond
  return [
    {
      what: `audit section page (${Math.round(bytes / 1024)} KB)`,
      ours: told(ours),
      against: told(bare),
      ratio,
      target: '≥ 0.08',
      isMet: ours.failures === 0 && ratio >= 0.08,
    },
    {
      what: '  its time at one connection',
      ours: `${aloneMs.toFixed(2)} ms`,
      against: '3 ms',
      ratio: aloneMs / 3,
      target: '≤ 1',
      isMet: alone.failures === 0 && aloneMs <= 3,
    },
  ]
}

/** Rows of the table for one kind of database. */
export const benchAutosave = async (kind: ScratchKind): Promise<Row[]> => {
  const scratch = await openScratch(kind)
  try {
    // Nobody saves in both runs: a second one would begin with a revision that is no longer the last.
    const auditors = await addAuditors(scratch.context(), 60)
    await scratch.close()
    const product = await startProduct(scratch.url)
    const bare = await startBare(kind, scratch.bareUrl)
    try {
      const urls = { ours: product.url, bare: bare.url }
      const rows: Row[] = []
      for (const connections of [10, 50]) {
        rows.push(...(await saveRows(urls, auditors, kind, connections)))
      }
      const [first] = auditors
      if (kind === 'sqlite' && first) rows.push(...(await pageRows(urls, first)))
      return rows
    } finally {
      await product.stop()
      await bare.stop()
    }
  } finally {
    await scratch.remove()
  }
}
