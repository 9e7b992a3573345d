/**
 * Hands one mail to the council's mail server and says how it went. One pool of connections a process, every step of
 * it with a limit of time. What is sent to whom and when is left to others.
 */
import { isMailAddress, type NamedAddress } from './rules/mail-address.ts'
import { oneLine } from './rules/mail-words.ts'

export interface MailServer {
  /** `smtp://` or `smtps://`, with name and password where the server asks for them. */
  readonly url: string
  readonly from: NamedAddress
}

export interface Letter {
  readonly to: string
  readonly messageId: string
  /** When it was written: the same on every try. */
  readonly date: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/**
 * `refused`: for good (5xx). `later`: put off (4xx). `unreachable`: no server answered, or it takes no mail from us at
 * all, so that no other mail need be tried now. `fault` is in the server's words where it said any.
 */
export type Outcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused' | 'later' | 'unreachable'; readonly fault: string }

export interface Mailer {
  /** After the `@` of Message-IDs. */
  readonly domain: string
  /** Never throws. */
  readonly send: (letter: Letter) => Promise<Outcome>
  /** Ends every connection, also one that is sending. */
  readonly close: () => void
}

const CONNECT_MS = 20_000
const SILENCE_MS = 60_000

/** For one mail as a whole, however slowly the server goes on answering. Far under the lease. */
const SEND_WITHIN_MS = 120_000

const CONNECTIONS = 2
const LONGEST_FAULT = 300

const isLoopback = (host: string): boolean => /^(localhost|127\.|\[?::1\]?$)/.test(host)

interface SmtpError {
  readonly code?: string
  readonly command?: string
  readonly responseCode?: number
  readonly response?: string
  readonly message?: string
}

/** What the server did not say about this one mail, it says about all. */
const outcomeOf = (error: SmtpError): Outcome => {
  const fault = oneLine(error.response || error.message || 'no answer').slice(0, LONGEST_FAULT)
  const isOfThisMail =
    error.command === 'RCPT TO' || error.command === 'DATA' || error.code === 'EMESSAGE'
  const code = error.responseCode ?? 0
  if (!isOfThisMail || code === 421) return { kind: 'unreachable', fault }
  return { kind: code >= 500 ? 'refused' : 'later', fault }
}

export const openMailer = ({ url, from }: MailServer): Mailer => {
  const { protocol, hostname, port, username, password } = new URL(url)
  const isSecure = protocol === 'smtps:'
  const host = hostname.replace(/^\[|\]$/g, '')
  const options = {
    pool: true,
    host,
    port: port === '' ? (isSecure ? 465 : 25) : Number(port),
    secure: isSecure,
    // A password never goes over a line that others can read.
    requireTLS: !isSecure && username !== '' && !isLoopback(hostname),
    ...(username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    maxConnections: CONNECTIONS,
    maxMessages: 100,
    // Trying again is ours, since only the table remembers it.
    maxRequeues: 0,
    idleTimeout: 30_000,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  } as const
  // Loaded here, since a council without a mail server has no use for it.
  const transport = import('nodemailer').then(({ createTransport }) => createTransport(options))
  const [, domain = 'localhost'] = from.address.split('@')
  return {
    domain,
    send: async ({ to, messageId, date, ...words }) => {
      if (!isMailAddress(to)) return { kind: 'refused', fault: 'not an email address' }
      try {
        await (await transport).sendMail({
          from,
          to: { name: '', address: to },
          messageId,
          date: new Date(date),
          subject: oneLine(words.subject),
          text: words.text,
          html: words.html,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
          signal: AbortSignal.timeout(SEND_WITHIN_MS),
        })
        return { kind: 'sent' }
      } catch (error) {
        return outcomeOf(error as SmtpError)
      }
    },
    close: () => void transport.then((opened) => opened.close({ force: true })),
  }
}
