/** GOV.UK breadcrumbs: where this page hangs. The last entry, without an address, is the page itself. */
import type { Child } from 'hono/jsx'
import { type Attributes, joinClasses } from './attributes.ts'

export type BreadcrumbsProps = {
  items?:
    | { text: Child; href?: string | undefined; attributes?: Attributes | undefined }[]
    | undefined
  class?: string | undefined
  collapseOnMobile?: boolean | undefined
  labelText?: string | undefined
  attributes?: Attributes | undefined
}

export const Breadcrumbs = (props: BreadcrumbsProps) => (
  <nav
    class={joinClasses(
      'govuk-breadcrumbs',
      props.class,
      props.collapseOnMobile === true && 'govuk-breadcrumbs--collapse-on-mobile'
    )}
    aria-label={props.labelText ?? 'Breadcrumb'}
    {...props.attributes}
  >
    <ol class="govuk-breadcrumbs__list">
      {(props.items ?? []).map((item) =>
        item.href ? (
          <li class="govuk-breadcrumbs__list-item">
            <a class="govuk-breadcrumbs__link" href={item.href} {...item.attributes}>
              {item.text}
            </a>
          </li>
        ) : (
          <li class="govuk-breadcrumbs__list-item" aria-current="page">
            {item.text}
          </li>
        )
      )}
    </ol>
  </nav>
)
