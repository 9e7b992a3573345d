/** Every token of the API: what uses it, what it reads, until when, and whether it still does. */
import type { Child } from 'hono/jsx'
import { AdminTabs } from '../admin/admin-tabs.tsx'
import { Button } from '../components/button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { dateOf, formatDate, formatShortDate, formatTime, plural } from '../format.ts'

type Token = {
  id: string
  name: string
  shown: string
  scopes: readonly string[]
  expiresOn: string | null
  createdAt: string
  createdBy: string | null
  usedHour: string | null
  revokedAt: string | null
  revokedBy: string | null
  state: 'live' | 'expired' | 'revoked'
}

export type TokensPageProps = { tokens: readonly Token[] }

const labelled = (label: string, text: Child) => (
  <span class="pl-stack__label" data-label={label}>
    {text}
  </span>
)

const usedWords = (hour: string | null): string => {
  if (hour === null) return 'Never'
  const instant = `${hour}:00:00.000Z`
  return `${formatShortDate(dateOf(instant))}, ${formatTime(instant)} or within the hour after`
}

const untilWords = (token: Token): Child => {
  if (token.state === 'revoked') {
    const by = token.revokedBy === null ? '' : ` by ${token.revokedBy}`
    return `Revoked ${formatShortDate(dateOf(token.revokedAt ?? ''))}${by}`
  }
  if (token.state === 'expired') return `Expired on ${formatDate(token.expiresOn ?? '')}`
  return token.expiresOn === null ? (
    <strong>Works without an end</strong>
  ) : (
    `Works until ${formatShortDate(token.expiresOn)}`
  )
}

const rowOf = (token: Token): Child[] => [
  <>
    {token.name}
    <br />
    <span class="pl-muted">{`${token.shown}_…`}</span>
  </>,
  labelled('Reads', token.scopes.join(', ')),
  labelled('State:', untilWords(token)),
  labelled('Last used:', usedWords(token.usedHour)),
  labelled(
    'Made',
    `${formatShortDate(dateOf(token.createdAt))} by ${token.createdBy ?? 'the command'}`
  ),
  token.state === 'revoked' ? (
    ''
  ) : (
    <a class="govuk-link" href={`/admin/tokens/${token.id}/revoke`}>
      Revoke<span class="govuk-visually-hidden">{` ${token.name}`}</span>
    </a>
  ),
]

export const TokensPage = ({ tokens }: TokensPageProps) => {
  const live = tokens.filter(({ state }) => state === 'live').length
  return (
    <>
      <AdminTabs current="tokens" />
      <h1 class="govuk-heading-l">API tokens</h1>
      <p class="govuk-body">
        {'With a token, Power BI, Excel or another program reads figures without signing in. '}
        <a class="govuk-link" href="/api">
          What the API holds and how to connect to it
        </a>
        {'. Every reading stands in the event log under the token.'}
      </p>
      <Button href="/admin/tokens/new">Make a token</Button>
      {tokens.length === 0 ? (
        <EmptyState title="There are no tokens yet">
          <p>Make one for each program that reads, so that each can be revoked alone.</p>
        </EmptyState>
      ) : (
        <div class="pl-stack pl-stack--short">
          <DataTable
            id="tokens"
            caption={`${plural(live, 'token works', 'tokens work')}, ${tokens.length - live} no longer`}
            columns={[
              { header: 'Name' },
              { header: 'Reads' },
              { header: 'State' },
              { header: 'Last used' },
              { header: 'Made' },
              { header: <span class="govuk-visually-hidden">What can be done</span> },
            ]}
            rows={tokens.map(rowOf)}
          />
        </div>
      )}
    </>
  )
}
