/** GOV.UK summary list: facts, or answers with a way to change them; on its own or in a card. */
import type { Child } from 'hono/jsx'
import { type Attributes, joinClasses } from './attributes.ts'
import { Heading } from './heading.tsx'

type Words = string | { text: Child; class?: string | undefined }

type ActionItem = {
  text: Child
  href?: string | undefined
  /** What the action is about: "Change" + " name". */
  visuallyHiddenText?: string | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
}

type Actions = { items?: ActionItem[] | undefined; class?: string | undefined }

export type SummaryRow = {
  key: Words
  value: Words
  actions?: Actions | undefined
  class?: string | undefined
}

export type SummaryListProps = {
  rows: (SummaryRow | undefined | false)[]
  card?:
    | {
        title?:
          | { text: Child; headingLevel?: number | undefined; class?: string | undefined }
          | undefined
        actions?: Actions | undefined
        class?: string | undefined
        attributes?: Attributes | undefined
      }
    | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
}

const wordsOf = (words: Words) => (typeof words === 'string' ? { text: words } : words)

const ActionLink = ({ action, cardTitle }: { action: ActionItem; cardTitle: Child }) => (
  <a class={joinClasses('govuk-link', action.class)} href={action.href} {...action.attributes}>
    {action.text}
    {action.visuallyHiddenText || cardTitle ? (
      <span class="govuk-visually-hidden">
        {action.visuallyHiddenText ? ` ${action.visuallyHiddenText}` : ''}
        {cardTitle ? <> ({cardTitle})</> : ''}
      </span>
    ) : (
      ''
    )}
  </a>
)

const RowActions = ({ actions, cardTitle }: { actions: Actions; cardTitle: Child }) => {
  const items = actions.items ?? []
  const [first] = items
  if (first === undefined) return null
  return (
    <dd class={joinClasses('govuk-summary-list__actions', actions.class)}>
      {items.length === 1 ? (
        <ActionLink action={first} cardTitle={cardTitle} />
      ) : (
        <ul class="govuk-summary-list__actions-list">
          {items.map((action) => (
            <li class="govuk-summary-list__actions-list-item">
              <ActionLink action={action} cardTitle={cardTitle} />
            </li>
          ))}
        </ul>
      )}
    </dd>
  )
}

const Rows = (props: SummaryListProps) => {
  const rows = props.rows.filter((row): row is SummaryRow => Boolean(row))
  const anyActions = rows.some((row) => row.actions?.items?.length)
  return (
    <dl class={joinClasses('govuk-summary-list', props.class)} {...props.attributes}>
      {rows.map((row) => {
        const key = wordsOf(row.key)
        const value = wordsOf(row.value)
        return (
          <div
            class={joinClasses(
              'govuk-summary-list__row',
              anyActions &&
                row.actions?.items === undefined &&
                'govuk-summary-list__row--no-actions',
              row.class
            )}
          >
            <dt class={joinClasses('govuk-summary-list__key', key.class)}>{key.text}</dt>
            <dd class={joinClasses('govuk-summary-list__value', value.class)}>{value.text}</dd>
            {row.actions === undefined ? (
              ''
            ) : (
              <RowActions actions={row.actions} cardTitle={props.card?.title?.text} />
            )}
          </div>
        )
      })}
    </dl>
  )
}

const CardActions = ({ actions, cardTitle }: { actions: Actions; cardTitle: Child }) => {
  const items = actions.items ?? []
  const [first] = items
  if (first === undefined) return null
  const classes = joinClasses('govuk-summary-card__actions', actions.class)
  return items.length === 1 ? (
    <div class={classes}>
      <ActionLink action={first} cardTitle={cardTitle} />
    </div>
  ) : (
    <ul class={classes}>
      {items.map((action) => (
        <li class="govuk-summary-card__action">
          <ActionLink action={action} cardTitle={cardTitle} />
        </li>
      ))}
    </ul>
  )
}

export const SummaryList = (props: SummaryListProps) => {
  const card = props.card
  if (card === undefined) return <Rows {...props} />
  return (
    <div class={joinClasses('govuk-summary-card', card.class)} {...card.attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {card.title === undefined ? (
          ''
        ) : (
          <Heading
            level={card.title.headingLevel || 2}
            class={joinClasses('govuk-summary-card__title', card.title.class)}
          >
            {card.title.text}
          </Heading>
        )}
        {card.actions === undefined ? (
          ''
        ) : (
          <CardActions actions={card.actions} cardTitle={card.title?.text} />
        )}
      </div>
      <div class="govuk-summary-card__content">
        <Rows {...props} />
      </div>
    </div>
  )
}
