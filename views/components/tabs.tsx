/** GOV.UK tabs. Without the script they are a list of links to sections that all show. */
import type { Child } from 'hono/jsx'
import { type Attributes, joinClasses } from './attributes.ts'

export type TabItem = {
  label: string
  id?: string | undefined
  attributes?: Attributes | undefined
  panel: { content?: Child; attributes?: Attributes | undefined }
}

export type TabsProps = {
  items?: (TabItem | undefined | false)[] | undefined
  id?: string | undefined
  idPrefix?: string | undefined
  title?: string | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
}

export const Tabs = (props: TabsProps) => {
  const items = (props.items ?? []).map((item, index) =>
    item
      ? { ...item, id: item.id || `${props.idPrefix ?? ''}-${index + 1}`, first: index === 0 }
      : undefined
  )
  return (
    <div
      id={props.id}
      class={joinClasses('govuk-tabs', props.class)}
      {...props.attributes}
      data-module="govuk-tabs"
    >
      <h2 class="govuk-tabs__title">{props.title ?? 'Contents'}</h2>
      {items.length === 0 ? (
        ''
      ) : (
        <>
          <ul class="govuk-tabs__list">
            {items.map((item) =>
              item === undefined ? (
                ''
              ) : (
                <li
                  class={joinClasses(
                    'govuk-tabs__list-item',
                    item.first && 'govuk-tabs__list-item--selected'
                  )}
                >
                  <a class="govuk-tabs__tab" href={`#${item.id}`} {...item.attributes}>
                    {item.label}
                  </a>
                </li>
              )
            )}
          </ul>
          {items.map((item) =>
            item === undefined ? (
              ''
            ) : (
              <div
                class={joinClasses('govuk-tabs__panel', !item.first && 'govuk-tabs__panel--hidden')}
                id={item.id}
                {...item.panel.attributes}
              >
                {typeof item.panel.content === 'string' ? (
                  <p class="govuk-body">{item.panel.content}</p>
                ) : (
                  item.panel.content
                )}
              </div>
            )
          )}
        </>
      )}
    </div>
  )
}
