/** The API's documentation and the pages of tokens, looked at in a real browser. */
import { describe, test } from 'vitest'
import { addToken } from '../../src/api/add-token.ts'
import { revokeToken } from '../../src/api/revoke-token.ts'
import { hasChromium } from './chromium.ts'
import { lookAt, type Visit } from './look-at.ts'
import { type Site, useSite } from './site.ts'

const as = 'administrator'

const withTokens = async (site: Site) => {
  const ctx = site.context()
  const make = (name: string, expiresOn: string | null) =>
    addToken(ctx, { name, scopes: ['results', 'audits', 'text'], expiresOn })
  await make('Power BI, quarterly figures', null)
  const { id } = await make('Trial of a dashboard', '2027-03-31')
  await revokeToken(ctx, { tokenId: id })
  return id
}

const makeOne: Visit['first'] = async (page) => {
  await page.getByLabel('Name', { exact: true }).fill('Power BI')
  await page.getByRole('button', { name: 'Make the token' }).click()
}

const pages: Readonly<Record<string, Visit>> = {
  api: { heading: 'API for Power BI and Excel', as: 'manager', path: () => '/api' },
  'tokens, none': { heading: 'API tokens', as, path: () => '/admin/tokens' },
  tokens: {
    heading: 'API tokens',
    as,
    path: async (site) => {
      await withTokens(site)
      return '/admin/tokens'
    },
  },
  'tokens, make': { heading: 'Make a token', as, path: () => '/admin/tokens/new' },
  'tokens, make, wrong': {
    heading: 'Make a token',
    hasErrors: true,
    as,
    path: () => '/admin/tokens/new',
    first: (page) => page.getByRole('button', { name: 'Make the token' }).click(),
  },
  'tokens, made': {
    heading: 'The token is made',
    as,
    path: () => '/admin/tokens/new',
    first: makeOne,
  },
  'tokens, revoke': {
    heading: 'Revoke the token “Power BI”?',
    as,
    path: async (site) => {
      const { id } = await addToken(site.context(), {
        name: 'Power BI',
        scopes: ['results'],
        expiresOn: null,
      })
      return `/admin/tokens/${id}/revoke`
    },
  },
}

describe.skipIf(!hasChromium)('each page of the API', () => {
  const open = useSite()
  test.each(Object.entries(pages))('%s', { timeout: 60_000 }, async (name, visit) =>
    lookAt(await open(), name, visit)
  )
})
