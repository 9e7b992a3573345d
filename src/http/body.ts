/**
 * Reads a form body strictly: percent-encoded UTF-8, without NUL or unpaired surrogates. Browsers never send anything
 * else; whatever does gets a sentence and no half-read form.
 */
import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from './env.ts'
import { readFileForm } from './upload.ts'

/** Field name to every value sent under it, in order. */
export type Body = ReadonlyMap<string, readonly string[]>

/** Larger than any form of ours with every text field full; files have limits of their own. */
export const BODY_LIMIT_BYTES = 2 * 1024 * 1024

export class UnreadableBody extends Error {
  override readonly name = 'UnreadableBody'
  readonly status: 400 | 413

  constructor(message: string, status: 400 | 413 = 400) {
    super(message)
    this.status = status
  }
}

const decode = (text: string): string => {
  let decoded: string
  try {
    decoded = decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    throw new UnreadableBody('The form holds text that is not valid UTF-8. Send it as UTF-8.')
  }
  if (decoded.includes('\0') || !decoded.isWellFormed()) {
    throw new UnreadableBody(
      'The form holds a character that cannot be stored (NUL or half of a pair). Remove it and send again.'
    )
  }
  return decoded
}

export const parseForm = (text: string): Body => {
  const body = new Map<string, string[]>()
  for (const pair of text.split('&')) {
    if (pair === '') continue
    const at = pair.indexOf('=')
    const name = decode(at === -1 ? pair : pair.slice(0, at))
    // Browsers send line breaks as CRLF; one kind is kept, so that the same words are the same text.
    const value = decode(at === -1 ? '' : pair.slice(at + 1)).replaceAll('\r\n', '\n')
    const values = body.get(name)
    if (values) values.push(value)
    else body.set(name, [value])
  }
  return body
}

const tooLarge = () =>
  new UnreadableBody('What was sent is larger than 2 MB. Shorten it and send again.', 413)

/** Stops reading at the limit: a body without a length must not fill the memory first. */
const readBytes = async (request: Request): Promise<Uint8Array> => {
  const length = request.headers.get('content-length')
  if (length !== null && !request.headers.has('transfer-encoding')) {
    if (Number(length) > BODY_LIMIT_BYTES) throw tooLarge()
    // Node reads no more than the length given; all at once it costs a tenth of what a stream does.
    const bytes = new Uint8Array(await request.arrayBuffer())
    if (bytes.byteLength > BODY_LIMIT_BYTES) throw tooLarge()
    return bytes
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > BODY_LIMIT_BYTES) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const readText = async (request: Request): Promise<string> => {
  const bytes = await readBytes(request)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UnreadableBody('The form holds text that is not valid UTF-8. Send it as UTF-8.')
  }
}

/**
 * Puts the body of a posted form on the request, and the file that comes with it. Any other content type leaves an empty
 * form, which comes out as 422.
 */
export const formBody: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (c.req.method === 'POST') {
    const type = c.req.header('content-type')
    const kind = type?.toLowerCase()
    if (type !== undefined && kind?.startsWith('multipart/form-data')) {
      const { fields, upload, finish } = await readFileForm(c.req.raw, type)
      c.set('body', fields)
      if (upload) c.set('upload', upload)
      await next()
      finish()
      return
    }
    const isForm = kind?.startsWith('application/x-www-form-urlencoded')
    const text = await readText(c.req.raw)
    c.set('body', isForm ? parseForm(text) : new Map())
  }
  await next()
}
