/** The API for people: what it holds, how to connect to it, and its document as a file. The lists are list-routes.tsx's. */
import { Hono } from 'hono'
import { ApiPage } from '../../views/api/api-page.tsx'
import { download } from '../http/download.ts'
import type { AppEnv } from '../http/env.ts'
import { renderPage } from '../http/page.tsx'
import { isGranted } from '../people/rules/permissions.ts'
import { lists } from './rules/list-definition.ts'
import { fieldsOf, openapiDocument, parametersOf } from './rules/openapi.ts'
import { scopes, scopeWords } from './rules/token.ts'
import { tokens } from './token-routes.tsx'

export const api = new Hono<AppEnv>()

/** Made once: the schemas never change while the program runs. */
const described = lists.map((list) => ({
  ...list,
  hasText: list.hasText === true,
  parameters: parametersOf(list).map(({ name, description, example }) => ({
    name,
    meaning: String(description ?? ''),
    example: String(example ?? ''),
  })),
  fields: fieldsOf(list),
  columns: list.columnNames(true),
}))

// Open to anybody: who connects a program often has its token and no account, and nothing here is the council's.
api.get('/api', (c) =>
  renderPage(
    c,
    { title: 'API for Power BI and Excel' },
    <ApiPage
      lists={described}
      scopes={scopes.map((scope) => ({ scope, words: scopeWords[scope] }))}
      publicUrl={c.get('deps').config.PUBLIC_URL.replace(/\/$/, '')}
      makesTokens={isGranted(c.get('person')?.roles ?? [], 'accounts.manage')}
    />
  )
)

api.get('/api/openapi.json', (c) => {
  const document = openapiDocument(lists, c.get('deps').config.PUBLIC_URL.replace(/\/$/, ''))
  return download(c, 'plumbline-openapi', 'json', JSON.stringify(document))
})

api.route('/', tokens)
