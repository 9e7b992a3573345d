/** The lists of the API. They carry no session, no cookie and no form: a token is all that a request has. */
import { Hono } from 'hono'
import type { AppEnv } from '../http/env.ts'
import { answerProblem } from '../http/problem.ts'
import { answerList } from './answer-routes.tsx'
import { loadAlerts } from './load-alerts.ts'
import { loadActions, loadAudits } from './load-cases.ts'
import { loadDistributions, loadMeasures } from './load-figures.ts'
import { alertColumns } from './rules/alert-rows.ts'
import { actionColumns, auditColumns } from './rules/case-rows.ts'
import { distributionColumns, measureColumns } from './rules/flat-csv.ts'
import {
  actionsList,
  alertsList,
  auditsList,
  distributionsList,
  lists,
  measuresList,
} from './rules/list-definition.ts'
import { openapiDocument } from './rules/openapi.ts'
import { bearer } from './shared-routes.tsx'

export const apiLists = new Hono<AppEnv>()

/** Before any token: which methods there are is no secret, and a token in a post is no better. */
apiLists.use('/api/v1/*', async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
  c.header('Allow', 'GET, HEAD')
  return answerProblem(c, {
    status: 405,
    title: 'The API is read, never written',
    detail: 'This address answers GET and HEAD only.',
  })
})

apiLists.get(
  '/api/v1/distributions',
  bearer('results'),
  answerList({
    list: distributionsList,
    columns: () => distributionColumns,
    load: (c, filters, asked) => loadDistributions(c.get('deps').db, filters, asked),
  })
)

apiLists.get(
  '/api/v1/measures',
  bearer('results'),
  answerList({
    list: measuresList,
    columns: () => measureColumns,
    load: (c, filters, asked) => loadMeasures(c.get('deps').db, filters, asked),
  })
)

apiLists.get(
  '/api/v1/audits',
  bearer('audits'),
  answerList({
    list: auditsList,
    columns: auditColumns,
    load: (c, filters, asked) => loadAudits(c.get('deps').db, filters, asked),
  })
)

apiLists.get(
  '/api/v1/actions',
  bearer('audits'),
  answerList({
    list: actionsList,
    columns: actionColumns,
    load: (c, filters, asked) => {
      const { state } = asked.query
      const own = { state: typeof state === 'string' ? state : undefined }
      return loadActions(c.get('deps').db, { ...filters, ...own }, asked, c.get('now'))
    },
  })
)

apiLists.get(
  '/api/v1/alerts',
  bearer('alerts'),
  answerList({
    list: alertsList,
    columns: alertColumns,
    load: (c, filters, asked) => {
      const { kind, state } = asked.query
      const own = {
        kind: typeof kind === 'string' ? kind : undefined,
        state: typeof state === 'string' ? state : undefined,
      }
      return loadAlerts(c.get('deps').db, { ...filters, ...own }, asked, c.get('now'))
    },
  })
)

apiLists.get('/api/v1/openapi.json', bearer(), (c) =>
  c.json(openapiDocument(lists, c.get('deps').config.PUBLIC_URL.replace(/\/$/, '')))
)

/** Whatever else is asked for below /api/v1/, once the token is known to be good. */
apiLists.use('/api/v1/*', bearer(), async (c) =>
  answerProblem(c, {
    status: 404,
    title: 'There is no such list',
    detail: `There are ${lists.map(({ name }) => `/api/v1/${name}`).join(', ')} and /api/v1/openapi.json.`,
  })
)
