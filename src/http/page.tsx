/** Wraps a view in the layout: navigation by role, the demo mark, the session's clock. */
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { formatDate } from '../../views/format.ts'
import { Layout, type NavKey } from '../../views/layout.tsx'
import { wordsOfNotice } from '../notices/rules/notice-kind.ts'
import { type NoticeBar, readNoticeBar } from '../notices/store.ts'
import { isGranted, type Role } from '../people/rules/permissions.ts'
import type { C } from './env.ts'
import { csrfToken } from './seal.ts'

export interface PageOptions {
  readonly title: string
  readonly current?: NavKey
  readonly status?: ContentfulStatusCode
  readonly notice?: { readonly kind: 'success' | 'warning'; readonly text: string }
  /** Without navigation: sign-in and the like. */
  readonly bare?: boolean
  /** Where the page has already asked for what stands above it. */
  readonly noticeBar?: NoticeBar
}

const navigation = (held: readonly Role[]) => [
  { key: 'work' as const, label: 'My work', href: '/' },
  ...(isGranted(held, 'alerts.read')
    ? [{ key: 'alerts' as const, label: 'Alerts', href: '/alerts' }]
    : []),
  ...(isGranted(held, 'results.council')
    ? [{ key: 'results' as const, label: 'Results', href: '/results/overview' }]
    : []),
  ...(isGranted(held, 'reports.read')
    ? [{ key: 'reports' as const, label: 'Reports', href: '/reports' }]
    : []),
  ...(isGranted(held, 'rounds.manage')
    ? [{ key: 'programme' as const, label: 'Programme', href: '/rounds' }]
    : []),
  ...(isGranted(held, 'rubrics.read')
    ? [{ key: 'rubrics' as const, label: 'Rubrics', href: '/rubrics' }]
    : []),
  ...(isGranted(held, 'accounts.manage')
    ? [{ key: 'admin' as const, label: 'Administration', href: '/admin' }]
    : []),
]

/** The hidden field's value for every form on the page. */
export const csrfOf = (c: C): string => {
  const person = c.get('person')
  return person ? csrfToken(c.get('deps').council.secret, person.sessionId) : ''
}

/** Unread and standing notices, in one query. A page that says that we are at fault asks the database nothing. */
const noticeBar = async (c: C, personId: string, options: PageOptions) => {
  if ((options.status ?? 200) >= 500) return undefined
  const { unread, standing } =
    options.noticeBar ?? (await readNoticeBar(c.get('deps').db, personId))
  return { unread, standing: standing.flatMap((each) => wordsOfNotice(each, formatDate) ?? []) }
}

export const renderPage = async (
  c: C,
  options: PageOptions,
  children: Child
): Promise<Response> => {
  const { assets, council, config } = c.get('deps')
  const person = options.bare ? undefined : c.get('person')
  return c.html(
    <Layout
      title={options.title}
      hasErrors={options.status === 422}
      person={person && { id: person.id, name: person.name, roleTitle: person.jobTitle }}
      current={options.current}
      nav={person ? navigation(person.roles) : []}
      demo={council.isDemo}
      csrf={csrfOf(c)}
      assets={assets}
      notice={options.notice}
      session={person && { idleMinutes: config.SESSION_IDLE_MINUTES }}
      bare={options.bare ?? false}
      notices={person && (await noticeBar(c, person.id, options))}
      find={person !== undefined}
    >
      {children}
    </Layout>,
    options.status ?? 200
  )
}
