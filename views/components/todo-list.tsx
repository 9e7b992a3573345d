/** Things to do, each with its day and its state: late ones in words and weight, not by colour alone. */
import type { Child } from 'hono/jsx'

export type TodoListProps = {
  items: {
    text: Child
    href: string
    /** The line under it. */
    more?: Child
    /** From `dueInWords`. */
    due?: { text: string; late: boolean } | undefined
    state?: string | undefined
  }[]
}

export const TodoList = (props: TodoListProps) => (
  <ul class="pl-todo">
    {props.items.map((item) => (
      <li class="pl-todo__item">
        <span>
          <a class="govuk-link" href={item.href}>
            {item.text}
          </a>
          {item.more === undefined ? '' : <span class="pl-todo__more">{item.more}</span>}
        </span>
        <span class={item.due?.late === true ? 'pl-late' : undefined}>{item.due?.text}</span>
        {item.state === undefined ? '' : <span class="pl-pill">{item.state}</span>}
      </li>
    ))}
  </ul>
)
