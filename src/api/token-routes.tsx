/** The administrator's pages of tokens: the list, making one that is shown once, and revoking one after a question. */
import { Hono } from 'hono'
import { ConfirmStepPage } from '../../views/admin/confirm-step-page.tsx'
import { AddTokenPage } from '../../views/api/add-token-page.tsx'
import { NewTokenPage } from '../../views/api/new-token-page.tsx'
import { TokensPage } from '../../views/api/tokens-page.tsx'
import { FieldFault, NotFound, WrongState } from '../errors.ts'
import { type AppEnv, type C, contextOf } from '../http/env.ts'
import { type Errors, form, type Raw } from '../http/form.ts'
import { may } from '../http/guards.ts'
import { csrfOf, type PageOptions, renderPage } from '../http/page.tsx'
import { londonDate } from '../people/rules/london-date.ts'
import { typedDate } from '../people/rules/typed-date.ts'
import { addToken } from './add-token.ts'
import { tokenForm } from './input.ts'
import { revokeToken } from './revoke-token.ts'
import { isScope, scopes, scopesFault, scopeWords, tokenState } from './rules/token.ts'
import { findTokenById, type ListedToken, listTokens } from './token-store.ts'

export const tokens = new Hono<AppEnv>()

const administers = may('accounts.manage')

const page = (title: string, status: PageOptions['status'] = 200): PageOptions => ({
  title,
  current: 'admin',
  status,
})

const saved: PageOptions['notice'] = {
  kind: 'success',
  text: 'The token is revoked. Whatever uses it is refused from now on.',
}

tokens.get('/admin/tokens', administers, async (c) => {
  const todayOn = londonDate(c.get('now'))
  const all = await listTokens(c.get('deps').db)
  return renderPage(
    c,
    {
      ...page('API tokens'),
      ...(c.req.query('saved') === 'revoked' ? { notice: saved } : {}),
    },
    <TokensPage tokens={all.map((token) => ({ ...token, state: tokenState(token, todayOn) }))} />
  )
})

const scopeOptions = scopes.map((scope) => ({ value: scope, text: scope, hint: scopeWords[scope] }))

const showForm = (c: C, values: Raw, chosen: readonly string[], errors: Errors = {}) =>
  renderPage(
    c,
    page('Make a token', Object.keys(errors).length > 0 ? 422 : 200),
    <AddTokenPage
      values={values}
      chosen={chosen}
      errors={errors}
      scopes={scopeOptions}
      csrf={csrfOf(c)}
    />
  )

/** A year from today, to be changed: a token that never ends is forgotten. */
const inAYear = (todayOn: string): Raw => {
  const [year = '', month = '', day = ''] = todayOn.split('-')
  return {
    'expires-day': month === '02' && day === '29' ? '28' : String(Number(day)),
    'expires-month': String(Number(month)),
    'expires-year': String(Number(year) + 1),
  }
}

tokens.get('/admin/tokens/new', administers, (c) =>
  showForm(c, inAYear(londonDate(c.get('now'))), ['results'])
)

/** Undefined for no end; a fault for what is no date. */
const expiryOf = (raw: Raw): { date?: string; fault?: string } => {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map(
    (part) => raw[`expires-${part}`]
  )
  if (`${day}${month}${year}`.trim() === '') return {}
  const read = typedDate({ day, month, year }, 'The last day')
  return read.ok ? { date: read.date } : { fault: read.fault }
}

/** Answered with the page itself: the token stands in no redirect, so no history or log can keep it. */
tokens.post('/admin/tokens/new', administers, async (c) => {
  const sent = form(c, tokenForm)
  const chosen = (c.get('body')?.get('scope') ?? []).filter(isScope)
  const expiry = expiryOf(sent.raw)
  const scopeFault = sent.ok ? scopesFault(sent.data.scope) : undefined
  const errors = {
    ...(sent.ok ? {} : sent.errors),
    ...(scopeFault === undefined ? {} : { scope: scopeFault }),
    ...(expiry.fault === undefined ? {} : { expires: expiry.fault }),
  }
  if (!sent.ok || Object.keys(errors).length > 0) return showForm(c, sent.raw, chosen, errors)
  try {
    const { token } = await addToken(contextOf(c), {
      name: sent.data.name,
      scopes: sent.data.scope,
      expiresOn: expiry.date ?? null,
    })
    return renderPage(
      c,
      page('The token is made'),
      <NewTokenPage
        name={sent.data.name}
        token={token}
        scopes={sent.data.scope}
        expiresOn={expiry.date}
        publicUrl={c.get('deps').config.PUBLIC_URL.replace(/\/$/, '')}
      />
    )
  } catch (error) {
    if (!(error instanceof FieldFault)) throw error
    return showForm(c, sent.raw, chosen, { [error.field]: error.message })
  }
})

const tokenOf = async (c: C): Promise<ListedToken> => {
  const token = await findTokenById(c.get('deps').db, c.req.param('id') ?? '')
  if (!token) throw new NotFound('No such token')
  return token
}

tokens.get('/admin/tokens/:id/revoke', administers, async (c) => {
  const token = await tokenOf(c)
  if (token.revokedAt !== null) throw new WrongState('This token was revoked already.')
  const title = `Revoke the token “${token.name}”?`
  return renderPage(
    c,
    page(title),
    <ConfirmStepPage
      title={title}
      action={`/admin/tokens/${token.id}/revoke`}
      back="/admin/tokens"
      backText="API tokens"
      csrf={csrfOf(c)}
      button="Revoke this token"
    >
      <p class="govuk-body">
        Whatever uses it is refused from its next request on. This cannot be taken back: a new token
        has to be made and put in its place.
      </p>
    </ConfirmStepPage>
  )
})

tokens.post('/admin/tokens/:id/revoke', administers, async (c) => {
  const token = await tokenOf(c)
  await revokeToken(contextOf(c), { tokenId: token.id })
  return c.redirect('/admin/tokens?saved=revoked', 303)
})
