/** Excel and CSV files are written as they are read: not before, not further, and never half with the look of a whole. */
import { expect, test } from 'vitest'
import type { Rows } from '../../src/documents/sheet.ts'
import { writeCsv } from '../../src/documents/write-csv.ts'
import { writeWorkbook } from '../../src/documents/write-workbook.ts'

const columns = [
  { header: 'Reference', kind: 'text' },
  { header: 'n', kind: 'number' },
] as const

const writers = {
  Excel: (rows: Rows) => writeWorkbook([{ name: 'Audits', columns, rows }]),
  CSV: (rows: Rows) => writeCsv(columns, rows),
}

/** Rows that no compression makes small, and how many of them were asked for. */
const source = (most: number, fault?: Error) => {
  const seen = { asked: 0, isClosed: false }
  const rows = async function* () {
    try {
      while (seen.asked < most) {
        seen.asked++
        yield [crypto.randomUUID().repeat(20), seen.asked]
      }
      if (fault) throw fault
    } finally {
      seen.isClosed = true
    }
  }
  return { seen, rows: rows() }
}

for (const [name, write] of Object.entries(writers)) {
  test(`${name}: no row is read before somebody reads the file`, async () => {
    const { seen, rows } = source(1000)
    const reader = write(rows).getReader()
    expect(seen.asked).toBe(0)
    await reader.read()
    expect(seen.asked).toBeLessThan(500)
    await reader.cancel()
  })

  test(`${name}: a slow reader keeps the rows waiting`, async () => {
    const { seen, rows } = source(1_000_000)
    const reader = write(rows).getReader()
    for (let read = 0; read < 20; read++) await reader.read()
    const asked = seen.asked
    for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve))
    expect(seen.asked).toBe(asked)
    expect(asked).toBeLessThan(5000)
    await reader.cancel()
  })

  test(`${name}: when the reader goes away, the rows are closed and no more are read`, async () => {
    const { seen, rows } = source(1_000_000)
    const reader = write(rows).getReader()
    await reader.read()
    const asked = seen.asked
    await reader.cancel()
    expect(seen).toEqual({ asked, isClosed: true })
  })

  test(`${name}: a reader that never began closes nothing and leaves nothing open`, async () => {
    const { seen, rows } = source(10)
    await write(rows).cancel()
    expect(seen.asked).toBe(0)
  })

  test(`${name}: a fault among the rows is a fault of the file`, async () => {
    const { seen, rows } = source(500, new Error('the database went away'))
    await expect(new Response(write(rows)).arrayBuffer()).rejects.toThrow('the database went away')
    expect(seen.isClosed).toBe(true)
  })

  test(`${name}: other work goes on between rows that are all there at once`, async () => {
    let turns = 0
    const count = () => {
      turns++
      timer = setImmediate(count)
    }
    let timer = setImmediate(count)
    const rows = Array.from({ length: 5000 }, (_, place) => [`row ${place} of many`, place])
    await new Response(write(rows)).arrayBuffer()
    clearImmediate(timer)
    expect(turns).toBeGreaterThan(5)
  })
}
