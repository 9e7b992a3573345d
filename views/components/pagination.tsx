/** GOV.UK pagination: previous, next and the pages between. */
import type { Child } from 'hono/jsx'
import { type Attributes, joinClasses } from './attributes.ts'

type PageLink = {
  href?: string | undefined
  text?: Child
  labelText?: string | undefined
  attributes?: Attributes | undefined
}

type PageItem =
  | { ellipsis: true }
  | {
      number: number | string
      href?: string | undefined
      current?: boolean | undefined
      visuallyHiddenText?: string | undefined
      attributes?: Attributes | undefined
    }

export type PaginationProps = {
  previous?: PageLink | undefined
  next?: PageLink | undefined
  items?: (PageItem | undefined)[] | undefined
  landmarkLabel?: string | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
}

const arrows = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
}

const Arrow = ({ type }: { type: 'prev' | 'next' }) => (
  <svg
    class={`govuk-pagination__icon govuk-pagination__icon--${type}`}
    xmlns="http://www.w3.org/2000/svg"
    height="13"
    width="15"
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 15 13"
  >
    <path d={arrows[type]} />
  </svg>
)

const ArrowLink = (props: { link: PageLink; type: 'prev' | 'next'; block: boolean }) => {
  const { link, type, block } = props
  const title = joinClasses(
    'govuk-pagination__link-title',
    block && !link.labelText && 'govuk-pagination__link-title--decorated'
  )
  return (
    <div class={`govuk-pagination__${type}`}>
      <a class="govuk-link govuk-pagination__link" href={link.href} rel={type} {...link.attributes}>
        {block || type === 'prev' ? <Arrow type={type} /> : ''}
        <span class={title}>
          {link.text || (
            <>
              {type === 'prev' ? 'Previous' : 'Next'}
              <span class="govuk-visually-hidden"> page</span>
            </>
          )}
        </span>
        {link.labelText && block ? (
          <>
            {' '}
            <span class="govuk-visually-hidden">:</span>{' '}
            <span class="govuk-pagination__link-label">{link.labelText}</span>
          </>
        ) : (
          ''
        )}
        {!block && type === 'next' ? <Arrow type={type} /> : ''}
      </a>
    </div>
  )
}

const Page = ({ item }: { item: PageItem }) => {
  if ('ellipsis' in item) {
    return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
  }
  return (
    <li
      class={joinClasses(
        'govuk-pagination__item',
        item.current === true && 'govuk-pagination__item--current'
      )}
    >
      <a
        class="govuk-link govuk-pagination__link"
        href={item.href}
        aria-label={item.visuallyHiddenText ?? `Page ${item.number}`}
        aria-current={item.current === true ? 'page' : undefined}
        {...item.attributes}
      >
        {item.number}
      </a>
    </li>
  )
}

export const Pagination = (props: PaginationProps) => {
  const block = props.items === undefined && (props.next ?? props.previous) !== undefined
  return (
    <nav
      class={joinClasses('govuk-pagination', block && 'govuk-pagination--block', props.class)}
      aria-label={props.landmarkLabel || 'Pagination'}
      {...props.attributes}
    >
      {props.previous?.href ? <ArrowLink link={props.previous} type="prev" block={block} /> : ''}
      {props.items === undefined ? (
        ''
      ) : (
        <ul class="govuk-pagination__list">
          {props.items.map((item) => (item === undefined ? '' : <Page item={item} />))}
        </ul>
      )}
      {props.next?.href ? <ArrowLink link={props.next} type="next" block={block} /> : ''}
    </nav>
  )
}
