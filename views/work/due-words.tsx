/** A due date in a list: how long there is, in bold and in words when it is late, with the date itself for whoever asks. */

import { joinClasses } from '../components/attributes.ts'
import { dueInWords, formatDate } from '../format.ts'

export const DueWords = (props: { dueOn: string | null; todayOn: string }) => {
  if (props.dueOn === null) return <span class="pl-muted">No due date</span>
  const { text, late } = dueInWords(props.dueOn, props.todayOn)
  return (
    <time
      datetime={props.dueOn}
      title={formatDate(props.dueOn)}
      class={joinClasses(late && 'pl-late') || undefined}
    >
      {text}
    </time>
  )
}
