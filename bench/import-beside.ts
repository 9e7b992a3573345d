/**
 * `import results` of 50,000 judgements beside a running server while ten people save without pause: nothing fails, and
 * nobody waits longer than a second. Twice: a new file, then the same audits replaced, which also has to take out the old.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Row } from './figures.ts'
import { type Auditor, addAuditors } from './kill/council.ts'
import { openScratch, type ScratchKind } from './scratch.ts'
import { startProduct } from './server.ts'

const ROWS = 50_000
const ITEMS_AN_AUDIT = 40
const PEOPLE = 10

const resultsFile = (grade: (row: number) => string): string =>
  [
    'audit_ref,round,audited_on,theme,item,grade,team,service_status',
    ...Array.from({ length: ROWS }, (_, row) => {
      const audit = Math.floor(row / ITEMS_AN_AUDIT)
      const item = row % ITEMS_AN_AUDIT
      const month = String((audit % 12) + 1).padStart(2, '0')
      return `H${audit},Round ${month},2020-${month}-15,theme ${item % 8},${item < 8 ? '' : `item ${item}`},${grade(row)},Team ${audit % 20},cp`
    }),
  ].join('\n')

interface Waits {
  readonly saves: number
  readonly failures: number
  readonly slowestMs: number
}

/** Saves until told to stop; each answer is awaited before the next save is sent. */
const keepSaving = (
  url: string,
  auditor: Auditor,
  revisions: Map<string, number>,
  isOver: () => boolean
): Promise<Waits> => {
  const save = async (): Promise<boolean> => {
    const revision = revisions.get(auditor.auditId) ?? 0
    const response = await fetch(`${url}/audits/${auditor.auditId}/answers/cp.clarity`, {
      method: 'POST',
      headers: {
        cookie: auditor.cookie,
        'hx-request': 'true',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({
        'value:cp.clarity': 'good',
        'evidence:cp.clarity': `Said at ${revision}.`,
        'revision:cp.clarity': String(revision),
        _csrf: auditor.csrf,
      }),
    })
    const found = /name="revision[^"]*"[^>]*value="(\d+)"/.exec(await response.text())
    if (found) revisions.set(auditor.auditId, Number(found[1]))
    return response.status === 200
  }
  return (async () => {
    let saves = 0
    let failures = 0
    let slowestMs = 0
    while (!isOver()) {
      const began = performance.now()
      const isSaved = await save().catch(() => false)
      slowestMs = Math.max(slowestMs, performance.now() - began)
      saves += 1
      if (!isSaved) failures += 1
    }
    return { saves, failures, slowestMs }
  })()
}

const runImport = (databaseUrl: string, file: string, replace: boolean): Promise<number> => {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['bin/plumbline.mjs', 'import', 'results', file, ...(replace ? ['--replace'] : [])],
      { env: { ...process.env, DATABASE_URL: databaseUrl }, stdio: ['ignore', 'ignore', 'inherit'] }
    )
    child.once('exit', (code) =>
      code === 0
        ? resolve((performance.now() - began) / 1000)
        : reject(new Error(`the import ended with ${code}`))
    )
  })
}

export const benchImportBeside = async (kind: ScratchKind): Promise<Row[]> => {
  const scratch = await openScratch(kind)
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-import-'))
  try {
    const auditors = await addAuditors(scratch.context(), PEOPLE)
    await scratch.close()
    const product = await startProduct(scratch.url)
    const rows: Row[] = []
    const revisions = new Map<string, number>()
    try {
      for (const [what, replace, grade] of [
        ['new', false, (row: number) => (row % 3 === 0 ? 'good' : 'requires improvement')],
        ['replaced', true, (row: number) => (row % 4 === 0 ? 'good' : 'inadequate')],
      ] as const) {
        const file = join(folder, `${what}.csv`)
        writeFileSync(file, resultsFile(grade))
        let isOver = false
        const savers = auditors.map((auditor) =>
          keepSaving(product.url, auditor, revisions, () => isOver)
        )
        const seconds = await runImport(scratch.url, file, replace)
        isOver = true
        const waits = await Promise.all(savers)
        const slowest = Math.max(...waits.map((wait) => wait.slowestMs))
        const failures = waits.reduce((sum, wait) => sum + wait.failures, 0)
        const saves = waits.reduce((sum, wait) => sum + wait.saves, 0)
        rows.push({
          what: `slowest save beside an import of 50,000 judgements, ${what}, on ${kind} (${saves} saves, ${failures} failed, ${seconds.toFixed(1)} s)`,
          ours: `${slowest.toFixed(0)} ms`,
          against: '1000 ms',
          ratio: slowest / 1000,
          target: '≤ 1',
          isMet: failures === 0 && slowest <= 1000,
        })
      }
      return rows
    } finally {
      await product.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
    await scratch.remove()
  }
}
