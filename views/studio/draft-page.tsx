/** A draft's items in order, with what each still needs, and the ways to add, move and retire them. */
import type { DraftItem } from '../../src/studio/store.ts'
import { Button } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { InsetText } from '../components/inset-text.tsx'
import { Select } from '../components/select.tsx'
import { Tag } from '../components/tag.tsx'
import { formatInstant, plural } from '../format.ts'
import { DraftHeading, type DraftHeadingProps } from './draft-heading.tsx'
import { faultAddress, faultWords, type LocatedFault, nameOf } from './fault-address.ts'
import { NewerVersion } from './newer-version.tsx'

export type DraftPageProps = Omit<DraftHeadingProps, 'current' | 'faults'> & {
  items: readonly DraftItem[]
  faults: readonly LocatedFault[]
  changed: { at: string; by: string | null }
  /** What the items' difference from the base is called, by item id. */
  states: ReadonlyMap<string, 'new' | 'changed' | 'same'>
  kinds: readonly { value: string; text: string }[]
  /** What a merge left to the council to decide. */
  leftOut: readonly string[]
  csrf: string
}

const stateTag = (item: DraftItem, state: 'new' | 'changed' | 'same' | undefined) => {
  if (item.isRetired) return <Tag class="govuk-tag--grey">Retired</Tag>
  if (state === 'new') return <Tag class="govuk-tag--blue">New</Tag>
  return state === 'changed' ? <Tag class="govuk-tag--yellow">Changed</Tag> : ''
}

const PostButton = (props: {
  action: string
  csrf: string
  name: string
  value: string
  label: string
  /** Which item, for those who do not see the row. */
  of: string
}) => (
  <form method="post" action={props.action} class="pl-inline">
    <input type="hidden" name="_csrf" value={props.csrf} />
    <button type="submit" class="pl-link-button" name={props.name} value={props.value}>
      {props.label}
      <span class="govuk-visually-hidden">{`: ${props.of}`}</span>
    </button>
  </form>
)

const ItemRow = (
  props: DraftPageProps & { item: DraftItem; place: number; isFirst: boolean; isLast: boolean }
) => {
  const { item, draft, csrf } = props
  const address = `/studio/${draft.id}/items/${item.id}`
  const name = nameOf(item)
  const faults = props.faults.filter(({ itemId }) => itemId === item.id)
  return (
    <li class="pl-studio__item" id={`item-${item.id}`}>
      <div class="pl-studio__name">
        {item.isRetired ? '' : <span class="pl-muted">{`${props.place}. `}</span>}
        <a class="govuk-link" href={address}>
          {name}
        </a>{' '}
        {item.content.kind === 'grade' && item.content.isCritical ? (
          <span class="pl-critical">critical</span>
        ) : (
          ''
        )}{' '}
        {stateTag(item, props.states.get(item.id))}
        <p class="pl-muted">
          {[
            props.kinds.find(({ value }) => value === item.content.kind)?.text ?? '',
            item.content.showsWhenItem === '' ? '' : `shown after ${item.content.showsWhenItem}`,
            item.content.key,
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
        {faults.length === 0 ? (
          ''
        ) : (
          <p class="pl-studio__fault">{plural(faults.length, 'thing')} to put right</p>
        )}
      </div>
      <div class="pl-studio__acts">
        {item.isRetired || props.isFirst ? (
          ''
        ) : (
          <PostButton
            action={`${address}/move`}
            csrf={csrf}
            name="to"
            value="up"
            label="Up"
            of={name}
          />
        )}
        {item.isRetired || props.isLast ? (
          ''
        ) : (
          <PostButton
            action={`${address}/move`}
            csrf={csrf}
            name="to"
            value="down"
            label="Down"
            of={name}
          />
        )}
        <PostButton
          action={`${address}/retire`}
          csrf={csrf}
          name="retire"
          value={item.isRetired ? 'no' : 'yes'}
          label={item.isRetired ? 'Put back' : item.baseKey === null ? 'Remove' : 'Retire'}
          of={name}
        />
      </div>
    </li>
  )
}

export const DraftPage = (props: DraftPageProps) => {
  const active = props.items.filter(({ isRetired }) => !isRetired)
  const retired = props.items.filter(({ isRetired }) => isRetired)
  return (
    <>
      {props.faults.length === 0 ? (
        ''
      ) : (
        <ErrorSummary
          disableAutoFocus
          title={`${plural(props.faults.length, 'thing')} to put right before this can be published`}
          errors={props.faults.map((fault) => ({
            text: faultWords(props.items, fault),
            href: faultAddress(props.draft, fault),
          }))}
        />
      )}
      <DraftHeading {...props} current="items" faults={props.faults.length} />
      <p class="pl-muted">
        {`Last changed ${formatInstant(props.changed.at)}${props.changed.by === null ? '' : ` by ${props.changed.by}`}. Every change is saved as you make it; nobody is asked these questions before you publish.`}
      </p>
      <NewerVersion {...props} />
      {props.leftOut.length === 0 ? (
        ''
      ) : (
        <InsetText>
          <p>Both sides changed these. Yours was kept:</p>
          <ul class="govuk-list govuk-list--bullet">
            {props.leftOut.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        </InsetText>
      )}
      {active.length === 0 ? (
        <EmptyState title="No items yet">
          <p>Add the first question below.</p>
        </EmptyState>
      ) : (
        <ol class="pl-studio__items">
          {active.map((item, index) => (
            <ItemRow
              {...props}
              item={item}
              place={index + 1}
              isFirst={index === 0}
              isLast={index === active.length - 1}
            />
          ))}
        </ol>
      )}
      <form
        method="post"
        action={`/studio/${props.draft.id}/items`}
        class="pl-filters"
        aria-label="Add an item"
      >
        <input type="hidden" name="_csrf" value={props.csrf} />
        <Select name="kind" label="Add an item" items={[...props.kinds]} />
        <Button class="govuk-button--secondary">Add</Button>
      </form>
      {retired.length === 0 ? (
        ''
      ) : (
        <>
          <h2>Retired from this version</h2>
          <p class="pl-muted">Earlier audits keep these items and their answers.</p>
          <ul class="pl-studio__items">
            {retired.map((item) => (
              <ItemRow {...props} item={item} place={0} isFirst isLast />
            ))}
          </ul>
        </>
      )}
      <p>
        <a class="govuk-link" href={`/studio/${props.draft.id}/discard`}>
          Discard this draft
        </a>
      </p>
    </>
  )
}
