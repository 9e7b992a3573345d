/** A client that goes away in the middle of a file, over a real connection: nothing more is read for it. */
import { get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { Rows } from '../../src/documents/sheet.ts'
import { writeCsv } from '../../src/documents/write-csv.ts'
import { writeWorkbook } from '../../src/documents/write-workbook.ts'
import { download } from '../../src/http/download.ts'
import type { AppEnv } from '../../src/http/env.ts'

const columns = [{ header: 'Words', kind: 'text' }] as const

const writers = {
  xlsx: (rows: Rows) => writeWorkbook([{ name: 'Audits', columns, rows }]),
  csv: (rows: Rows) => writeCsv(columns, rows),
}

test.each(['xlsx', 'csv'] as const)('%s without end', async (kind) => {
  let close = () => {}
  const closed = new Promise<void>((resolve) => {
    close = resolve
  })
  const rows = async function* () {
    try {
      for (;;) yield [crypto.randomUUID().repeat(50)]
    } finally {
      close()
    }
  }
  const app = new Hono<AppEnv>()
  app.get('/file', (c) => download(c, 'Every audit', kind, writers[kind](rows())))
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 })
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const headers = await new Promise((resolve) => {
    const request = get(`http://127.0.0.1:${port}/file`, (response) => {
      response.once('data', () => {
        resolve(response.headers)
        request.destroy()
      })
    })
    request.on('error', () => {})
  })
  expect(headers).toMatchObject({
    'content-disposition': `attachment; filename="Every audit.${kind}"`,
    'cache-control': 'no-store',
  })
  // Hangs, and so fails, unless the rows are closed.
  await closed
  await new Promise((resolve) => server.close(resolve))
})
