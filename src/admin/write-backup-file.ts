/**
 * Writes a backup's lines to a file: gzip, ending with the number of rows and the hash of all lines, under another name
 * until it is whole and on the disk. What the lines are is for backup-database.ts.
 */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { FaultyInput } from '../errors.ts'
import type { BackupEnd, BackupLine } from './rules/backup-format.ts'

/** Lines are gathered up to this many characters before they are compressed. */
const CHUNK = 64 * 1024

const why = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/**
 * @param produce writes the lines and gives the number of rows by table
 * @throws FaultyInput when the file exists or cannot be written; nothing is left under its name then
 */
export const writeBackupFile = async (
  path: string,
  produce: (write: (line: BackupLine) => Promise<void>) => Promise<Record<string, number>>
): Promise<Record<string, number>> => {
  if (existsSync(path)) {
    throw new FaultyInput([`${path}: already exists; name a file that does not exist yet`])
  }
  const partial = `${path}.partial`
  const file = await open(partial, 'w', 0o600).catch((error) => {
    throw new FaultyInput([
      `${path}: cannot be written (${why(error)}); name a file in a folder that you may write to`,
    ])
  })
  const gzip = createGzip()
  const stream = gzip.pipe(file.createWriteStream({ flush: true }))
  const isDone = finished(stream)
  // The failure is thrown where it is awaited; until then it must not end the process.
  isDone.catch((error) => gzip.destroy(error))
  gzip.on('error', () => undefined)

  const hash = createHash('sha256')
  let chunk = ''
  const flush = async () => {
    const isFull = !gzip.write(chunk)
    chunk = ''
    if (isFull) await Promise.race([once(gzip, 'drain'), isDone])
  }
  try {
    const rows = await produce(async (line) => {
      const text = `${JSON.stringify(line)}\n`
      hash.update(text)
      chunk += text
      if (chunk.length >= CHUNK) await flush()
    })
    const end: BackupEnd = { rows, sha256: hash.digest('hex') }
    chunk += `${JSON.stringify(end)}\n`
    await flush()
    gzip.end()
    await isDone
    await rename(partial, path)
    return rows
  } catch (error) {
    gzip.destroy()
    stream.destroy()
    await rm(partial, { force: true })
    const isOfTheFile = typeof (error as { syscall?: unknown }).syscall === 'string'
    throw isOfTheFile
      ? new FaultyInput([
          `${path}: could not be written (${why(error)}); make room or name another place`,
        ])
      : error
  }
}
