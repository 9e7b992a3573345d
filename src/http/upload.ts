/**
 * Reads a form that carries a file: the fields that come before the file, and the file as it arrives, so that nobody's
 * file lies whole in memory before it is known whose it is. What the file may be is left to the route.
 */
import { Readable } from 'node:stream'
import { Busboy, type BusboyFileStream } from '@fastify/busboy'
import type { Body } from './body.ts'

/** A file as a browser sends it. Read `chunks` once, to its end. */
export interface Upload {
  /** Without folders; '' when no file was chosen. */
  readonly fileName: string
  readonly chunks: AsyncIterable<Uint8Array>
}

export interface FileForm {
  readonly fields: Body
  readonly upload?: Upload
  /** Lets go of what nobody has read, so that the browser gets to read the answer. */
  readonly finish: () => void
}

/** Fields stand before the file in our forms: its token is needed before the file is looked at. */
const LIMITS = { fields: 40, fieldSize: 64 * 1024, files: 1, parts: 60, headerPairs: 40 }

const clean = (text: string): string =>
  text.toWellFormed().replaceAll('\0', '\uFFFD').replaceAll('\r\n', '\n')

/** The last part of a path, without what a page or a terminal would obey. */
const nameOnly = (name: string): string =>
  clean(name.split(/[\\/]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim()
    .slice(0, 200)

/** What is no form with parts comes back without fields, as any other form that nobody of ours sends. */
export const readFileForm = (request: Request, contentType: string): Promise<FileForm> => {
  const fields = new Map<string, string[]>()
  const empty: FileForm = { fields, finish: () => undefined }
  const { body } = request
  if (!body) return Promise.resolve(empty)
  let parser: InstanceType<typeof Busboy>
  try {
    parser = new Busboy({ headers: { 'content-type': contentType }, limits: LIMITS })
  } catch {
    return Promise.resolve(empty)
  }
  const source = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0])
  return new Promise((resolve) => {
    let open: BusboyFileStream | undefined
    parser.on('field', (name, value) => {
      const values = fields.get(clean(name))
      if (values) values.push(clean(value))
      else fields.set(clean(name), [clean(value)])
    })
    parser.on('file', (_field, stream, fileName) => {
      open = stream
      // Told to whoever reads the file; without a listener a broken body would end the process.
      stream.on('error', () => undefined)
      resolve({
        fields,
        upload: { fileName: nameOnly(fileName ?? ''), chunks: stream },
        finish: () => stream.resume(),
      })
    })
    parser.on('finish', () => resolve(empty))
    const fail = (error: unknown) => {
      open?.destroy(error instanceof Error ? error : new Error('the form broke off'))
      resolve(empty)
    }
    parser.on('error', fail)
    source.on('error', fail)
    source.on('close', () => {
      if (!source.readableEnded) fail(new Error('aborted'))
    })
    source.pipe(parser)
  })
}
