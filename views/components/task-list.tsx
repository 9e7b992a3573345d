/** GOV.UK task list: the parts of something longer, each with its state. */
import type { Child } from 'hono/jsx'
import { type Attributes, joinClasses } from './attributes.ts'
import { Tag } from './tag.tsx'

export type TaskListItem = {
  title: string | { text: Child; class?: string | undefined }
  href?: string | undefined
  hint?: Child
  status: {
    text?: Child
    tag?:
      | { text: Child; class?: string | undefined; attributes?: Attributes | undefined }
      | undefined
    class?: string | undefined
  }
  class?: string | undefined
}

export type TaskListProps = {
  items: (TaskListItem | undefined | false)[]
  idPrefix?: string | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
}

const Task = ({ item, id }: { item: TaskListItem; id: string }) => {
  const title = typeof item.title === 'string' ? { text: item.title } : item.title
  const hintId = `${id}-hint`
  const statusId = `${id}-status`
  const { tag } = item.status
  return (
    <li
      class={joinClasses(
        'govuk-task-list__item',
        item.href && 'govuk-task-list__item--with-link',
        item.class
      )}
    >
      <div class="govuk-task-list__name-and-hint">
        {item.href ? (
          <a
            class={joinClasses('govuk-link govuk-task-list__link', title.class)}
            href={item.href}
            aria-describedby={item.hint ? `${hintId} ${statusId}` : statusId}
          >
            {title.text}
          </a>
        ) : (
          <div class={title.class}>{title.text}</div>
        )}
        {item.hint ? (
          <div id={hintId} class="govuk-task-list__hint">
            {item.hint}
          </div>
        ) : (
          ''
        )}
      </div>
      <div class={joinClasses('govuk-task-list__status', item.status.class)} id={statusId}>
        {tag === undefined ? (
          item.status.text
        ) : (
          <Tag class={tag.class} attributes={tag.attributes}>
            {tag.text}
          </Tag>
        )}
      </div>
    </li>
  )
}

export const TaskList = (props: TaskListProps) => (
  <ul class={joinClasses('govuk-task-list', props.class)} {...props.attributes}>
    {props.items.map((item, index) =>
      item ? <Task item={item} id={`${props.idPrefix || 'task-list'}-${index + 1}`} /> : ''
    )}
  </ul>
)
