/** The chain: each event's hash covers its canonical content and the hash before it. */
import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'

/** An event's content as stored, without its own hash. */
export interface HashedEvent {
  readonly number: number
  readonly at: string
  readonly type: string
  readonly actorKind: string
  readonly actorId: string | null
  readonly subjectId: string
  /** Canonical JSON, exactly as stored. */
  readonly details: string
}

/** What the first event points back to. */
export const NO_EVENT_HASH = '0'.repeat(64)

/** Hex SHA-256 of the previous hash followed by the canonical JSON of the event. */
export const eventHash = (previousHash: string, event: HashedEvent): string =>
  createHash('sha256')
    .update(previousHash)
    .update(
      canonicalJson([
        event.number,
        event.at,
        event.type,
        event.actorKind,
        event.actorId,
        event.subjectId,
        event.details,
      ])
    )
    .digest('hex')

/** Hash of typed words, so that the log can prove them without holding them. */
export const hashOf = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex')

/** Hex SHA-256 of a text exactly as it is. */
export const textHash = (text: string): string => createHash('sha256').update(text).digest('hex')
