/** A thing to do, with its day and its state: late ones in words and weight, not by colour alone. */
import type { Child } from 'hono/jsx'

export type TodoItemProps = {
  text: Child
  /** Undefined where the reader may not open it. */
  href?: string | undefined
  /** The line under it; nothing for the empty text. */
  more?: Child
  due?: Child
  /** A state in words, or what else stands at the end. */
  end?: Child
}

/** Stands in a `<ul class="pl-todo">`. */
export const TodoItem = ({ text, href, more = '', due, end = '' }: TodoItemProps) => (
  <li class="pl-todo__item">
    <span class="pl-words">
      {href === undefined ? (
        text
      ) : (
        <a class="govuk-link" href={href}>
          {text}
        </a>
      )}
      {more === '' ? '' : <span class="pl-todo__more">{more}</span>}
    </span>
    <span>{due}</span>
    {typeof end === 'string' && end !== '' ? <span class="pl-pill">{end}</span> : end}
  </li>
)
