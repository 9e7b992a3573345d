/** What a first visit weighs, compressed, and what the next page and one save weigh. */
import { readdirSync, statSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Row } from './figures.ts'
import { addAuditors } from './kill/council.ts'
import { openScratch } from './scratch.ts'
import { startProduct } from './server.ts'

const KB = 1024

const row = (what: string, bytes: number, limitKb: number): Row => ({
  what,
  ours: `${(bytes / KB).toFixed(1)} KB`,
  against: `${limitKb} KB`,
  ratio: bytes / KB / limitKb,
  target: '≤ 1',
  isMet: bytes <= limitKb * KB,
})

const assetBytes = (): number =>
  readdirSync('dist/assets')
    .filter((name) => name.endsWith('.gz'))
    .reduce((sum, name) => sum + statSync(`dist/assets/${name}`).size, 0)

export const benchSize = async (): Promise<Row[]> => {
  const scratch = await openScratch('sqlite')
  try {
    const [auditor] = await addAuditors(scratch.context(), 1)
    await scratch.close()
    const product = await startProduct(scratch.url)
    try {
      const get = async (path: string): Promise<string> =>
        (
          await fetch(`${product.url}${path}`, { headers: { cookie: auditor?.cookie ?? '' } })
        ).text()
      const page = gzipSync(await get(`/audits/${auditor?.auditId}/themes/cp_plan`)).length
      const saved = await fetch(`${product.url}/audits/${auditor?.auditId}/answers/cp.clarity`, {
        method: 'POST',
        headers: {
          cookie: auditor?.cookie ?? '',
          'hx-request': 'true',
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams({
          'value:cp.clarity': 'inadequate',
          'evidence:cp.clarity': 'The danger itself is not stated.',
          'revision:cp.clarity': '0',
          _csrf: auditor?.csrf ?? '',
        }),
      })
      const fragment = (await saved.text()).length
      return [
        row('first visit, everything, gzip', assetBytes() + page, 90),
        row('next page (audit section), gzip', page, 15),
        row('answer to an autosave, as sent', fragment, 1.5),
      ]
    } finally {
      await product.stop()
    }
  } finally {
    await scratch.remove()
  }
}
