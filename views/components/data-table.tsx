/** A table of figures: the first cell names the row, numbers stand right, and a wide one scrolls in its own box. */
import type { Child } from 'hono/jsx'
import { joinClasses } from './attributes.ts'

export type DataTableProps = {
  id: string
  caption: string
  /** True when a heading just above says the same. */
  isCaptionHidden?: boolean
  columns: { header: Child; isNumber?: boolean }[]
  /** True where paper has to break the columns, since there may be more of them than fit side by side. */
  wrapsOnPaper?: boolean
  /** As many cells as columns; the first is the row's header. */
  rows: Child[][]
}

export const DataTable = (props: DataTableProps) => {
  const align = (index: number): string | undefined =>
    props.columns[index]?.isNumber === true ? 'pl-table__number' : undefined
  const captionId = `${props.id}-caption`
  return (
    <section
      class={joinClasses('pl-table', props.wrapsOnPaper === true && 'pl-table--wraps')}
      id={props.id}
      aria-labelledby={captionId}
      {...{ tabindex: 0 }}
    >
      <table class="pl-table__grid">
        <caption
          id={captionId}
          class={
            joinClasses(props.isCaptionHidden === true && 'govuk-visually-hidden') || undefined
          }
        >
          {props.caption}
        </caption>
        <thead>
          <tr>
            {props.columns.map((column, index) => (
              <th scope="col" class={align(index)}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr>
              {row.map((cell, index) =>
                index === 0 ? <th scope="row">{cell}</th> : <td class={align(index)}>{cell}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
