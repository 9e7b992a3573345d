/** How many statements a request costs: a page asks at most eight, whatever the number of rows. */
import type { KyselyPlugin } from 'kysely'
import { createApp } from '../../src/app.tsx'
import type { Browser, TestApp } from './app.ts'

/** Fetches the page with the browser's session. @returns the answer, and the statements it took */
export const countQueries = async (
  t: TestApp,
  browser: Browser,
  path: string
): Promise<{ response: Response; queries: number }> => {
  let queries = 0
  // Counted when a result comes back: a prepared query is not built anew for each run.
  const counter: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      queries += 1
      return result
    },
  }
  const app = createApp({ ...t.deps, db: t.db.withPlugin(counter) })
  const response = await app.request(path, { headers: { cookie: browser.cookie } })
  return { response, queries }
}
