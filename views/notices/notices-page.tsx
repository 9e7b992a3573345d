/** A person's notices: those not read yet first, each with a button that leads to what it is about. */
import { Button } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FilterBar } from '../components/filter-bar.tsx'
import { NotificationBanner } from '../components/notification-banner.tsx'
import { Pagination } from '../components/pagination.tsx'
import { Select } from '../components/select.tsx'
import { formatInstant } from '../format.ts'

export type ListedNotice = {
  id: string
  label: string
  text: string
  go: string
  createdAt: string
  isRead: boolean
  /** Stays above every page until what it asks for is done. */
  stands: boolean
}

export type NoticesPageProps = {
  notices: readonly ListedNotice[]
  isUnreadOnly: boolean
  /** '' is every kind. */
  kind: string
  kinds: readonly { value: string; text: string }[]
  /** The filters as they stand in the address, with the question mark; '' without. */
  search: string
  newestHref: string | undefined
  olderHref: string | undefined
  /** All were marked as read at this instant, a moment ago. */
  markedAt: string | undefined
  csrf: string
}

const Token = (props: { csrf: string }) => <input type="hidden" name="_csrf" value={props.csrf} />

const Notice = (props: { notice: ListedNotice; search: string; csrf: string }) => {
  const { notice, search, csrf } = props
  const id = `notice-${notice.id}`
  return (
    <li class={`pl-notes__item${notice.isRead ? '' : ' pl-notes__item--unread'}`}>
      <h2 class="pl-notes__title" id={id}>
        {notice.isRead ? '' : <span class="pl-notes__mark">Unread</span>} {notice.label}
      </h2>
      <p class="pl-notes__text">{notice.text}</p>
      <p class="pl-muted">
        <time datetime={notice.createdAt}>{formatInstant(notice.createdAt)}</time>
        {notice.stands ? '. Stays above every page until it is dealt with' : ''}
      </p>
      <div class="pl-notes__acts">
        <form method="post" action={`/notices/${notice.id}/open`}>
          <Token csrf={csrf} />
          <button class="pl-link-button" type="submit" aria-describedby={id}>
            {notice.go}
          </button>
        </form>
        <form
          method="post"
          action={`/notices/${notice.id}/${notice.isRead ? 'unread' : 'read'}${search}`}
        >
          <Token csrf={csrf} />
          <button class="pl-link-button" type="submit" aria-describedby={id}>
            {notice.isRead ? 'Mark as unread' : 'Mark as read'}
          </button>
        </form>
      </div>
    </li>
  )
}

const Marked = (props: { at: string; search: string; csrf: string }) => (
  <NotificationBanner type="success">
    <p class="govuk-notification-banner__heading">All notices are marked as read.</p>
    <form method="post" action={`/notices/undo-all-read${props.search}`}>
      <Token csrf={props.csrf} />
      <input type="hidden" name="at" value={props.at} />
      <button class="pl-link-button" type="submit">
        Mark them as unread again
      </button>
    </form>
  </NotificationBanner>
)

const NoNotices = (props: NoticesPageProps) =>
  props.isUnreadOnly || props.kind !== '' || props.newestHref !== undefined ? (
    <EmptyState
      title={props.isUnreadOnly && props.kind === '' ? 'Nothing is unread' : 'No notice matches'}
    >
      <p>
        <a class="govuk-link" href="/notices">
          Show all notices
        </a>
      </p>
    </EmptyState>
  ) : (
    <EmptyState title="You have no notices">
      <p>
        You are told here when an audit is allocated to you, when one is due or late, when one is
        reopened, and when an action is given to you.
      </p>
    </EmptyState>
  )

export const NoticesPage = (props: NoticesPageProps) => {
  const { notices, search, csrf } = props
  return (
    <>
      {props.markedAt === undefined ? (
        ''
      ) : (
        <Marked at={props.markedAt} search={search} csrf={csrf} />
      )}
      <h1 class="govuk-heading-l">Notices</h1>
      {props.kinds.length === 0 ? (
        ''
      ) : (
        <FilterBar action="/notices" label="Which notices to show">
          <Select
            name="show"
            label="Show"
            value={props.isUnreadOnly ? 'unread' : 'all'}
            items={[
              { value: 'all', text: 'All' },
              { value: 'unread', text: 'Unread' },
            ]}
          />
          <Select
            name="kind"
            label="Kind"
            value={props.kind}
            items={[{ value: '', text: 'All' }, ...props.kinds]}
          />
        </FilterBar>
      )}
      {notices.some(({ isRead }) => !isRead) ? (
        <form method="post" action={`/notices/all-read${search}`}>
          <Token csrf={csrf} />
          <Button class="govuk-button--secondary">Mark all as read</Button>
        </form>
      ) : (
        ''
      )}
      {notices.length === 0 ? (
        <NoNotices {...props} />
      ) : (
        <ul class="pl-notes">
          {notices.map((notice) => (
            <Notice notice={notice} search={search} csrf={csrf} />
          ))}
        </ul>
      )}
      {props.olderHref === undefined && props.newestHref === undefined ? (
        ''
      ) : (
        <Pagination
          previous={
            props.newestHref === undefined
              ? undefined
              : { href: props.newestHref, text: 'Back to the first notices' }
          }
          next={
            props.olderHref === undefined
              ? undefined
              : { href: props.olderHref, text: 'More notices' }
          }
        />
      )}
    </>
  )
}
