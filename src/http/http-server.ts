/** The application behind a socket: time limits, and a sentence for what is not even a request. */
import { createServer, type Server, STATUS_CODES } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import type { AppEnv } from './env.ts'

/** Headers so long that Node does not read on; a cookie jar that has filled up, most often. */
const TOO_LONG =
  'The headers of this request are too long. Clear the cookies of this site and try again.'
const UNREADABLE = 'This request cannot be read. Check the address and try again.'

const plain = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }

/** Not yet listening. */
export const newServer = (app: Hono<AppEnv>): Server => {
  const listener = getRequestListener(app.fetch, {
    // Reached only before the application is: an address or Host header of which no URL can be made.
    errorHandler: () => new Response(`${UNREADABLE}\n`, { status: 400, headers: plain }),
  })
  const server = createServer(listener)
  server.requestTimeout = 60_000
  server.headersTimeout = 20_000
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy()
      return
    }
    const isTooLong = error.code === 'HPE_HEADER_OVERFLOW'
    const status = isTooLong ? 431 : 400
    const text = isTooLong ? TOO_LONG : UNREADABLE
    const headers = Object.entries({ ...plain, Connection: 'close' }).map((pair) => pair.join(': '))
    socket.end(
      [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...headers, '', `${text}\n`].join('\r\n')
    )
  })
  return server
}
