/**
 * An auditor's browser that saves answers one after the other until the server goes away, and writes down in a file of
 * its own what it was told is saved.
 */
import { appendFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { type Auditor, ITEMS } from './council.ts'

type Item = (typeof ITEMS)[number]

/** What a person last read on the page about one answer, and what they sent since without hearing back. */
export interface Known {
  revision: number
  text: string
  inFlight: string | undefined
}

interface Answer {
  readonly status: number
  readonly body: string
}

const GRADES = ['outstanding', 'good', 'requires_improvement', 'inadequate'] as const

export class Writer {
  readonly auditor: Auditor
  readonly known = new Map<Item, Known>()
  /** Answers that were neither saved nor lost with the connection. */
  readonly surprises: string[] = []
  acknowledged = 0
  isWaiting = false
  readonly #name: string
  readonly #log: string
  #sent = 0

  constructor(name: string, auditor: Auditor, log: string) {
    this.#name = name
    this.auditor = auditor
    this.#log = log
    for (const item of ITEMS) this.known.set(item, { revision: 0, text: '', inFlight: undefined })
  }

  /** Saves until the connection breaks. */
  async saveUntilGone(url: string, onSaved: () => void): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    try {
      while (await this.save(url, agent)) onSaved()
    } finally {
      agent.destroy()
    }
  }

  /** Saves the next answer. @returns false when the server is gone, or answered otherwise than it should */
  async save(url: string, agent: Agent): Promise<boolean> {
    const item: Item = ITEMS[this.#sent % ITEMS.length] ?? ITEMS[0]
    const known = this.known.get(item)
    if (!known) return false
    this.#sent += 1
    const text =
      `${this.#name} sentence ${this.#sent} about ${item}: ${'seen on file and heard from the family. '.repeat(this.#sent % 12)}`.trim()
    known.inFlight = text
    const body = new URLSearchParams({
      _csrf: this.auditor.csrf,
      [`value:${item}`]: GRADES[this.#sent % GRADES.length] ?? 'good',
      [`evidence:${item}`]: text,
      [`revision:${item}`]: String(known.revision),
    }).toString()
    this.isWaiting = true
    let answer: Answer
    try {
      answer = await this.#post(
        `${url}/audits/${this.auditor.auditId}/answers/${item}`,
        agent,
        body
      )
    } catch {
      return false
    } finally {
      this.isWaiting = false
    }
    const revision = new RegExp(`name="revision:${item}"[^>]*value="(\\d+)"`).exec(answer.body)?.[1]
    if (answer.status !== 200 || revision === undefined) {
      this.surprises.push(`${this.#name} ${item}: ${answer.status} ${answer.body.slice(0, 300)}`)
      return answer.status === 200
    }
    appendFileSync(this.#log, `${JSON.stringify([this.auditor.auditId, item, revision, text])}\n`)
    Object.assign(known, { revision: Number(revision), text, inFlight: undefined })
    this.acknowledged += 1
    return true
  }

  #post(url: string, agent: Agent, body: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const sent = request(url, {
        method: 'POST',
        agent,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
          cookie: this.auditor.cookie,
          'hx-request': 'true',
        },
      })
      sent.on('error', reject)
      sent.on('response', (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk) => chunks.push(chunk))
        response.on('error', reject)
        response.on('aborted', () => reject(new Error('the answer was cut short')))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks).toString('utf8'),
          })
        )
      })
      sent.end(body)
    })
  }
}
