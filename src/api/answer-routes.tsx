/** How every list of the API answers: its query checked whole, one page of rows, and where the next one starts. */
import { download } from '../http/download.ts'
import { type C, contextOf } from '../http/env.ts'
import { answerProblem } from '../http/problem.ts'
import { seal, unseal } from '../http/seal.ts'
import type { ReportFilters } from '../reports/load-report.ts'
import { recordTokenRead } from './record-token-read.ts'
import { resolveQuery } from './resolve-query.ts'
import { type Columns, flatCsv, flatRows } from './rules/flat-csv.ts'
import type { ListDefinition } from './rules/list-definition.ts'
import { type Asked, filtersText, type PageOf, readCursor } from './rules/page.ts'
import { type QueryFault, readQuery } from './rules/query.ts'
import { queryOf } from './shared-routes.tsx'

export type Answering<Row> = {
  readonly list: ListDefinition
  readonly columns: (withText: boolean) => Columns<Row>
  readonly load: (
    c: C,
    filters: ReportFilters,
    asked: Asked & {
      readonly withText: boolean
      /** The checked query, for parameters that are this list's alone. */
      readonly query: Readonly<Record<string, unknown>>
    }
  ) => Promise<PageOf<Row>>
}

const cursorOf = (c: C, list: string, filters: string, after: readonly string[]): string =>
  seal(c.get('deps').council.secret, JSON.stringify({ list, filters, after }))

/** Where the page starts, or what is wrong with the cursor. */
const startOf = (c: C, list: string, filters: string, cursor: string | undefined) =>
  cursor === undefined
    ? { after: undefined }
    : readCursor(unseal(c.get('deps').council.secret, cursor), { list, filters })

/** Behind PUBLIC_URL, with the query of this request and the cursor of the next page. */
const addressOf = (c: C, cursor: string): string => {
  const query = new URLSearchParams(
    [...queryOf(c)].flatMap(([name, values]) => values.map((value) => [name, value]))
  )
  query.set('cursor', cursor)
  return `${c.get('deps').config.PUBLIC_URL.replace(/\/$/, '')}${c.req.path}?${query}`
}

const faultWords = ({ parameter, detail }: QueryFault): string =>
  `${parameter}: ${detail}${detail.endsWith('?') ? '' : '.'}`

const faulty = (c: C, faults: readonly QueryFault[]): Response =>
  answerProblem(c, {
    status: 422,
    title: faults.length === 1 ? 'A parameter is wrong' : `${faults.length} parameters are wrong`,
    detail: `Nothing was read. ${faults.map(faultWords).join(' ')}`,
    errors: faults,
  })

export const answerList =
  <Row,>({ list, columns, load }: Answering<Row>) =>
  async (c: C): Promise<Response> => {
    const { db } = c.get('deps')
    const read = readQuery(list.query, queryOf(c))
    const query: Readonly<Record<string, unknown>> = read.query
    const typed = (name: string) => {
      const value = query[name]
      return typeof value === 'string' ? value : undefined
    }
    const filters = filtersText(query)
    const resolved = await resolveQuery(db, {
      from: typed('from'),
      to: typed('to'),
      round: typed('round'),
      theme: typed('theme'),
      team: typed('team'),
      status: typed('status'),
      kind: list.ownKind === true ? undefined : typed('kind'),
    })
    const faults = [...read.faults, ...resolved.faults]
    // Under filters that are wrong, a cursor of the right ones would be told to be wrong as well.
    const start: ReturnType<typeof startOf> =
      faults.length > 0 ? { after: undefined } : startOf(c, list.name, filters, typed('cursor'))
    if ('fault' in start) faults.push({ parameter: 'cursor', detail: start.fault })
    if (faults.length > 0 || !resolved.filters || 'fault' in start) return faulty(c, faults)

    const token = c.get('apiToken')
    const withText = list.hasText === true && token?.scopes.includes('text') === true
    const limit = typeof query.limit === 'number' ? query.limit : 100
    const page = await load(c, resolved.filters, { after: start.after, limit, withText, query })
    if (token) {
      await recordTokenRead(contextOf(c), { tokenId: token.id, list: list.name, withText })
    }
    const nextCursor = page.next ? cursorOf(c, list.name, filters, page.next) : null
    const next = nextCursor === null ? null : addressOf(c, nextCursor)
    if (next !== null) c.header('Link', `<${next}>; rel="next"`)
    if (query.format === 'csv') {
      return download(c, list.name, 'csv', flatCsv(page.rows, columns(withText)))
    }
    const data = query.format === 'flat' ? flatRows(page.rows, columns(withText)) : page.rows
    return c.json({ data, next, nextCursor })
  }
