/**
 * Load from this process on a server in another: each connection saves its own answer again and again, sending the
 * revision that the last answer gave it, as a browser does.
 */
import autocannon from 'autocannon'

export interface Saver {
  readonly path: string
  readonly headers: Record<string, string>
  /** The form of the next save, given the revision that the server answered last. */
  readonly body: (revision: number) => string
}

export interface Load {
  readonly perSecond: number
  readonly p99Ms: number
  readonly failures: number
}

const revisionIn = (html: string): number | undefined => {
  const found = /name="revision[^"]*"[^>]*value="(\d+)"/.exec(html)
  return found ? Number(found[1]) : undefined
}

/** Saves for some seconds over as many connections as there are savers. */
export const loadSaves = async (
  url: string,
  savers: readonly Saver[],
  seconds: number
): Promise<Load> => {
  let next = 0
  let unread = 0
  const result = await autocannon({
    url,
    connections: savers.length,
    duration: seconds,
    method: 'POST',
    setupClient: (client) => {
      const saver = savers[next % savers.length]
      next += 1
      if (!saver) return
      let revision = 0
      client.setRequests([
        {
          method: 'POST',
          path: saver.path,
          headers: { 'content-type': 'application/x-www-form-urlencoded', ...saver.headers },
          setupRequest: (request) => ({ ...request, body: saver.body(revision) }),
          onResponse: (_status, body) => {
            const answered = revisionIn(body)
            if (answered === undefined) unread += 1
            else revision = answered
          },
        },
      ])
    },
  })
  return {
    perSecond: result.requests.average,
    p99Ms: result.latency.p99,
    failures: result.non2xx + result.errors + unread,
  }
}

/** Gets one page for some seconds. */
export const loadPage = async (
  url: string,
  headers: Record<string, string>,
  connections: number,
  seconds: number
): Promise<Load> => {
  const result = await autocannon({ url, headers, connections, duration: seconds })
  return {
    perSecond: result.requests.average,
    p99Ms: result.latency.p99,
    failures: result.non2xx + result.errors,
  }
}
