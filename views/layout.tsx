/**
 * The document around every page: head, header bar, demonstration banner, notice, main, footer. Which entries the
 * navigation has, and every address, come from the caller: a view asks nobody who is signed in.
 */
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { joinClasses } from './components/attributes.ts'
import { NotificationBanner } from './components/notification-banner.tsx'
import { SkipLink } from './components/skip-link.tsx'

export type NavKey =
  | 'work'
  | 'alerts'
  | 'audits'
  | 'results'
  | 'reports'
  | 'programme'
  | 'rubrics'
  | 'admin'

export type LayoutProps = {
  /** What the page is, as its heading says it; " – Plumbline" is added. */
  title: string
  /** True when the page shows an error summary: the title then begins with "Error:", as GOV.UK pages do. */
  hasErrors?: boolean
  /** The person signed in. The id lets the script see, after a sign-in in another tab, whether it is the same person. */
  person?: { id?: string; name: string; roleTitle: string } | undefined
  current?: NavKey | undefined
  nav: { key: NavKey; label: string; href: string }[]
  /** True in the demonstration council only. */
  demo: boolean
  csrf?: string | undefined
  assets: { css: string; htmx: string; js: string; icon?: string }
  notice?: { kind: 'success' | 'warning'; text: string } | undefined
  session?: { idleMinutes: number } | undefined
  /** No navigation and nobody's name, even if somebody is signed in: sign-in and the like. */
  bare?: boolean
  /** How many notices are unread, and those that stand above the page until what they ask for is done. */
  notices?: { unread: number; standing: readonly StandingNotice[] } | undefined
  /** With the box that finds cases, people and rounds. */
  find?: boolean
  children?: Child
}

export type StandingNotice = {
  id: string
  label: string
  text: string
  address: string
  go: string
}

/** No style from htmx (our CSP allows none), nothing swapped for a lost session or a fault, and no page kept in memory. */
const htmxConfig = JSON.stringify({
  includeIndicatorCSS: false,
  history: 'reload',
  defaultTimeout: 20_000,
  noSwap: [204, 304, 401, '5xx'],
})

const Head = (props: LayoutProps) => (
  <head>
    <meta charset="utf-8" />
    <title>{`${props.hasErrors === true ? 'Error: ' : ''}${props.title} – Plumbline`}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <meta name="theme-color" content="#12355b" />
    <meta name="htmx-config" content={htmxConfig} />
    {props.assets.icon === undefined ? (
      ''
    ) : (
      <link rel="icon" href={props.assets.icon} type="image/svg+xml" />
    )}
    <link rel="stylesheet" href={props.assets.css} />
    <script src={props.assets.htmx} defer></script>
    <script src={props.assets.js} defer></script>
  </head>
)

const Navigation = (props: LayoutProps) => (
  <nav class="pl-head__nav" aria-label="Main">
    <ul class="pl-head__list">
      {props.nav.map((entry) => (
        <li class="pl-head__item">
          <a
            class="pl-head__link"
            href={entry.href}
            aria-current={entry.key === props.current ? 'page' : undefined}
          >
            {entry.label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

/** Signing out changes something, so it is a post with a token, never a link. */
const SignedIn = (props: {
  person: { name: string; roleTitle: string }
  csrf?: string | undefined
}) => (
  <form class="pl-head__me" method="post" action="/sign-out">
    {props.csrf === undefined ? '' : <input type="hidden" name="_csrf" value={props.csrf} />}
    <a class="pl-head__who" href="/account">
      {props.person.name}
      <span class="pl-head__role">{`, ${props.person.roleTitle}`}</span>
    </a>
    <button class="pl-link-button" type="submit">
      Sign out
    </button>
  </form>
)

/** The number is said in words too, since "(3)" alone says nothing to whoever hears it. */
const Bell = (props: { unread: number }) => (
  <a
    class={joinClasses('pl-head__bell', props.unread > 0 && 'pl-head__bell--unread')}
    href="/notices"
  >
    Notices
    {props.unread === 0 ? (
      ''
    ) : (
      <>
        {' '}
        <span aria-hidden="true">{`(${props.unread})`}</span>
        <span class="govuk-visually-hidden">{`, ${props.unread} unread`}</span>
      </>
    )}
  </a>
)

const Find = () => (
  <search class="pl-head__search">
    <form class="pl-head__find" method="get" action="/find">
      <label class="govuk-visually-hidden" for="pl-find">
        Find
      </label>
      <input
        class="govuk-input pl-head__query"
        id="pl-find"
        name="q"
        type="search"
        autocomplete="off"
        spellcheck={false}
        placeholder="Case or words"
      />
      <button class="pl-head__go" type="submit">
        Find
      </button>
    </form>
  </search>
)

/** What must not be overlooked, on every page, until what it asks for is done. */
const Standing = (props: { notices: readonly StandingNotice[] }) =>
  props.notices.length === 0 ? (
    ''
  ) : (
    <section class="pl-standing" aria-labelledby="pl-standing-title">
      <h2 class="pl-standing__title" id="pl-standing-title">
        {props.notices.length === 1 ? 'This needs you now' : 'These need you now'}
      </h2>
      {props.notices.map((notice) => (
        <div class="pl-standing__notice">
          <p class="pl-standing__text">
            <strong>{notice.label}.</strong> {notice.text}
          </p>
          <a class="govuk-button pl-standing__go" href={notice.address}>
            {notice.go}
          </a>
        </div>
      ))}
    </section>
  )

const Header = (props: LayoutProps) => (
  <header>
    <div class="pl-head">
      <div class="govuk-width-container pl-head__in">
        <a class="pl-head__name" href="/">
          Plumbline
        </a>
        {props.bare === true || props.nav.length === 0 ? '' : <Navigation {...props} />}
        {props.bare === true || props.person === undefined ? (
          ''
        ) : (
          <>
            {props.find === true ? <Find /> : ''}
            <div class="pl-head__own">
              {props.notices === undefined ? '' : <Bell unread={props.notices.unread} />}
              <SignedIn person={props.person} csrf={props.csrf} />
            </div>
          </>
        )}
      </div>
    </div>
    {props.demo ? (
      <p class="pl-demo">
        Demonstration council. Aldermere is not a real place and nobody here is a real person.
      </p>
    ) : (
      ''
    )}
  </header>
)

/** What comes before the first tag of any page, also of one that is a file. */
export const Doctype = () => <>{raw('<!DOCTYPE html>')}</>

/** A whole document, doctype included: hand it straight to `c.html`. */
export const Layout = (props: LayoutProps) => {
  const person = props.bare === true ? undefined : props.person
  return (
    <>
      <Doctype />
      <html lang="en-GB" class="govuk-template">
        <Head {...props} />
        <body
          class="govuk-template__body"
          data-person={person?.id}
          data-idle-minutes={person === undefined ? undefined : props.session?.idleMinutes}
        >
          <SkipLink href="#main">Skip to main content</SkipLink>
          <Header {...props} />
          <div class="pl-live">
            <div id="pl-session" role="status"></div>
            <div id="pl-connection" role="status"></div>
          </div>
          <div class="govuk-width-container">
            <main class="pl-main" id="main">
              <Standing notices={props.notices?.standing ?? []} />
              {props.notice === undefined ? '' : <Notice {...props.notice} />}
              {props.children}
            </main>
          </div>
          <footer class="pl-foot">
            <div class="govuk-width-container">
              {props.bare === true || props.person === undefined ? (
                ''
              ) : (
                <p class="pl-foot__own">
                  <a class="govuk-link" href="/account">
                    Your account and calendar address
                  </a>
                </p>
              )}
              Plumbline: open-source audit and quality assurance for children’s social care
            </div>
          </footer>
        </body>
      </html>
    </>
  )
}

const Notice = (props: { kind: 'success' | 'warning'; text: string }) =>
  props.kind === 'success' ? (
    <NotificationBanner type="success" class="pl-no-print" text={props.text} />
  ) : (
    <div class="pl-notice pl-notice--warning" role="alert">
      <p>{props.text}</p>
    </div>
  )
