/** Hands a file out: what it is, what it is called, and that no shared computer keeps it. What is in it is the caller's. */
import type { C } from './env.ts'

const types = {
  csv: 'text/csv; charset=utf-8',
  'alerts.csv': 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
  svg: 'image/svg+xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
  yaml: 'application/yaml; charset=utf-8',
  html: 'text/html; charset=utf-8',
} as const

export type FileKind = keyof typeof types

const LONGEST = 120

/** Of RFC 8187 only what is neither letter, digit nor one of a few signs is written in percent. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`
  )

/** @returns the name in ASCII for old programs, and as it is for all others (RFC 6266) */
export const dispositionOf = (name: string, kind: FileKind): string => {
  const plain = name
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{C}\\/:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const cut = [...plain].slice(0, LONGEST).join('') || 'plumbline'
  const ascii = cut
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z0-9 ._-]+/g, '-')
  const utf8 = ascii === cut ? '' : `; filename*=UTF-8''${encoded(`${cut}.${kind}`)}`
  return `attachment; filename="${ascii}.${kind}"${utf8}`
}

/**
 * @param name without its ending; what no file name may hold is left out of it
 * @param body bytes, text, or a stream, which is cancelled when the client goes away
 */
export const download = (
  c: C,
  name: string,
  kind: FileKind,
  body: Uint8Array<ArrayBuffer> | string | ReadableStream
): Response => {
  c.header('Content-Type', types[kind])
  c.header('Content-Disposition', dispositionOf(name, kind))
  c.header('Cache-Control', 'no-store')
  return c.body(body)
}
