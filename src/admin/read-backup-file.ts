/**
 * Reads a backup file line by line, in constant memory, and says in a sentence when it is not whole. The last line
 * proves all others, so whoever reads must be ready to undo what came before.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { FaultyInput } from '../errors.ts'
import {
  BACKUP_FORMAT,
  type BackupEnd,
  type BackupLine,
  backupEnd,
  backupHeader,
  backupRow,
  backupTable,
} from './rules/backup-format.ts'

const isNot = (path: string) =>
  new FaultyInput([
    `${path}: is not a Plumbline backup; give a file that 'plumbline backup' has written`,
  ])

const isNewer = (path: string) =>
  new FaultyInput([
    `${path}: was written by a newer version of Plumbline; restore it with that version or a newer one`,
  ])

const isCutShort = (path: string) =>
  new FaultyInput([`${path}: ends before the backup does; copy the file again, it was cut short`])

const isChanged = (path: string) =>
  new FaultyInput([
    `${path}: is not as it was written; copy the file again, or use an earlier backup`,
  ])

/** The file's own faults as sentences. */
const explain = (path: string, error: unknown): unknown => {
  const { code, message } = error as { code?: string; message?: string }
  if (code === 'ENOENT') return new FaultyInput([`${path}: there is no such file`])
  if (code === 'Z_BUF_ERROR') return isCutShort(path)
  if (message === 'incorrect header check') return isNot(path)
  if (code?.startsWith('Z_')) return isChanged(path)
  if (code === 'EISDIR' || code === 'EACCES') {
    return new FaultyInput([`${path}: cannot be read (${message}); give the file itself`])
  }
  return error
}

/** Unzipped lines; only a line feed ends one, since JSON leaves other separators as they are. */
async function* textLines(path: string): AsyncGenerator<string> {
  const gunzip = createGunzip()
  const piped = pipeline(createReadStream(path), gunzip)
  // Reading gunzip fails with the same error; this one has nobody waiting when the reader stops early.
  piped.catch(() => undefined)
  gunzip.setEncoding('utf8')
  let rest = ''
  for await (const chunk of gunzip) {
    const lines = `${rest}${chunk}`.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  await piped
  if (rest !== '') yield rest
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const formatOf = (value: unknown): number =>
  Number((value as { plumblineBackup?: unknown } | null | undefined)?.plumblineBackup)

const isEnd = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'sha256' in value

/**
 * Yields header, tables and rows; returns the end after proving its hash.
 *
 * @throws FaultyInput for a file that is not a backup, is cut short, or is not as it was written
 */
export async function* readBackupFile(path: string): AsyncGenerator<BackupLine, BackupEnd> {
  const hash = createHash('sha256')
  let hasBegun = false
  try {
    for await (const text of textLines(path)) {
      const value = parse(text)
      if (!hasBegun) {
        if (formatOf(value) > BACKUP_FORMAT) throw isNewer(path)
        const header = backupHeader.safeParse(value)
        if (!header.success) throw isNot(path)
        hasBegun = true
        hash.update(`${text}\n`)
        yield header.data
        continue
      }
      if (isEnd(value)) {
        const end = backupEnd.safeParse(value)
        if (!end.success || end.data.sha256 !== hash.digest('hex')) throw isChanged(path)
        return end.data
      }
      const line = Array.isArray(value) ? backupRow.safeParse(value) : backupTable.safeParse(value)
      if (!line.success) throw isChanged(path)
      hash.update(`${text}\n`)
      yield line.data
    }
  } catch (error) {
    throw explain(path, error)
  }
  throw hasBegun ? isCutShort(path) : isNot(path)
}
