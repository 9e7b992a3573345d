/** A real SMTP server that a test can take down, and make refuse. What it accepted is kept as it came. */
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { onTestFinished } from 'vitest'

export interface Received {
  readonly from: string
  readonly to: readonly string[]
  /** Lines end as they came, CRLF. */
  readonly raw: string
  /** The same as read: without the encoding that breaks long lines. */
  readonly text: string
  /** Unfolded, keys in lower case. */
  readonly headers: ReadonlyMap<string, string>
}

export interface TestMailServer {
  readonly url: string
  readonly received: Received[]
  /** What each recipient's address, or the message, is answered; 0 accepts. */
  answer: (step: 'sender' | 'recipient' | 'message', address: string) => number | Promise<number>
  readonly stop: () => Promise<void>
  /** On the same port as before. */
  readonly start: () => Promise<void>
}

const headersOf = (raw: string): Map<string, string> => {
  const [head = ''] = raw.split('\r\n\r\n')
  const lines = head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n')
  return new Map(
    lines.map((line) => {
      const at = line.indexOf(':')
      return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()]
    })
  )
}

/** Quoted-printable, of which the mails are made. */
const decode = (raw: string): string =>
  raw
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number(`0x${code}`)))

const refusal = (code: number) =>
  Object.assign(new Error(`${code >= 500 ? 'No' : 'Not now'} <b>said</b> the server`), {
    responseCode: code,
  })

export const newMailServer = async (options: SMTPServerOptions = {}): Promise<TestMailServer> => {
  const received: Received[] = []
  let server: SMTPServer | undefined
  let port = 0
  const test: TestMailServer = {
    get url() {
      return `smtp://127.0.0.1:${port}`
    },
    received,
    answer: () => 0,
    stop: () =>
      new Promise((resolve) => {
        if (!server) return resolve()
        server.close(() => resolve())
        server = undefined
      }),
    start: () =>
      new Promise((resolve) => {
        server = new SMTPServer({
          authOptional: true,
          disabledCommands: ['STARTTLS'],
          logger: false,
          closeTimeout: 100,
          onMailFrom: async (address, _session, done) => {
            const code = await test.answer('sender', address.address)
            done(code === 0 ? null : refusal(code))
          },
          onRcptTo: async (address, _session, done) => {
            const code = await test.answer('recipient', address.address)
            done(code === 0 ? null : refusal(code))
          },
          onData: (stream, session, done) => {
            const chunks: Buffer[] = []
            stream.on('data', (chunk: Buffer) => chunks.push(chunk))
            stream.on('end', async () => {
              const code = await test.answer('message', '')
              if (code !== 0) return done(refusal(code))
              const raw = Buffer.concat(chunks).toString('utf8')
              const { mailFrom, rcptTo } = session.envelope
              received.push({
                from: mailFrom === false ? '' : mailFrom.address,
                to: rcptTo.map(({ address }) => address),
                raw,
                text: decode(raw),
                headers: headersOf(raw),
              })
              done()
            })
          },
          ...options,
        })
        // A connection that a test cuts is no fault of the server.
        server.on('error', () => undefined)
        server.listen(port, '127.0.0.1', () => {
          const address = server?.server.address()
          port = typeof address === 'object' && address ? address.port : port
          resolve()
        })
      }),
  }
  await test.start()
  onTestFinished(() => test.stop())
  return test
}
