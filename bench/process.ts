/** Start to first answer on a migrated database, and memory before and after ten thousand requests. */

import type { Row } from './figures.ts'
import { addAuditors } from './kill/council.ts'
import { loadPage } from './load.ts'
import { openScratch } from './scratch.ts'
import { residentMb, startProduct } from './server.ts'

const REQUESTS = 10_000

const row = (what: string, value: number, unit: string, limit: number): Row => ({
  what,
  ours: `${Math.round(value)} ${unit}`,
  against: `${limit} ${unit}`,
  ratio: value / limit,
  target: '≤ 1',
  isMet: value <= limit,
})

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

export const benchProcess = async (): Promise<Row[]> => {
  const scratch = await openScratch('sqlite')
  try {
    const [auditor] = await addAuditors(scratch.context(), 1)
    await scratch.close()
    const starts: number[] = []
    for (let again = 0; again < 5; again += 1) {
      const started = await startProduct(scratch.url)
      starts.push(started.startMs)
      await started.stop()
    }
    const product = await startProduct(scratch.url)
    try {
      const idle = residentMb(product.process)
      let served = 0
      while (served < REQUESTS) {
        const load = await loadPage(
          `${product.url}/audits/${auditor?.auditId}/themes/cp_plan`,
          { cookie: auditor?.cookie ?? '' },
          10,
          5
        )
        if (load.failures > 0) throw new Error('pages failed under load')
        served += load.perSecond * 5
      }
      return [
        row('start to first answer (median of 5)', median(starts), 'ms', 1000),
        row('resident memory, idle', idle, 'MB', 130),
        row(
          `resident memory after ${Math.round(served).toLocaleString('en-GB')} pages`,
          residentMb(product.process),
          'MB',
          180
        ),
      ]
    } finally {
      await product.stop()
    }
  } finally {
    await scratch.remove()
  }
}
