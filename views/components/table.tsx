/** GOV.UK table. For figures with links, units and a box that scrolls, see `DataTable`. */
import type { Child } from 'hono/jsx'
import { type Attributes, joinClasses } from './attributes.ts'

export type TableCell = {
  text?: Child
  format?: string | undefined
  class?: string | undefined
  colspan?: number | undefined
  rowspan?: number | undefined
  attributes?: Attributes | undefined
}

export type TableProps = {
  caption?: Child
  captionClass?: string | undefined
  head?: TableCell[] | undefined
  rows?: (TableCell[] | undefined | false)[] | undefined
  firstCellIsHeader?: boolean | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
}

const spans = (cell: TableCell): Attributes => ({
  colspan: cell.colspan,
  rowspan: cell.rowspan,
  ...cell.attributes,
})

const Cell = ({ cell, header }: { cell: TableCell; header: boolean }) =>
  header ? (
    <th scope="row" class={joinClasses('govuk-table__header', cell.class)} {...spans(cell)}>
      {cell.text}
    </th>
  ) : (
    <td
      class={joinClasses(
        'govuk-table__cell',
        cell.format && `govuk-table__cell--${cell.format}`,
        cell.class
      )}
      {...spans(cell)}
    >
      {cell.text}
    </td>
  )

export const Table = (props: TableProps) => (
  <table class={joinClasses('govuk-table', props.class)} {...props.attributes}>
    {props.caption ? (
      <caption class={joinClasses('govuk-table__caption', props.captionClass)}>
        {props.caption}
      </caption>
    ) : (
      ''
    )}
    {props.head === undefined ? (
      ''
    ) : (
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {props.head.map((cell) => (
            <th
              scope="col"
              class={joinClasses(
                'govuk-table__header',
                cell.format && `govuk-table__header--${cell.format}`,
                cell.class
              )}
              {...spans(cell)}
            >
              {cell.text}
            </th>
          ))}
        </tr>
      </thead>
    )}
    <tbody class="govuk-table__body">
      {(props.rows ?? []).map((row) =>
        row ? (
          <tr class="govuk-table__row">
            {row.map((cell, index) => (
              <Cell cell={cell} header={index === 0 && props.firstCellIsHeader === true} />
            ))}
          </tr>
        ) : (
          ''
        )
      )}
    </tbody>
  </table>
)
