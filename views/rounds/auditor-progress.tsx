/** How far each auditor is. In order of name: nobody is ranked. */
import { DataTable } from '../components/data-table.tsx'

export type AuditorRow = {
  /** Null for what is not allocated, or imported without a name. */
  name: string | null
  audits: number
  submitted: number
  inProgress: number
  notStarted: number
  late: number
}

export const AuditorProgress = (props: {
  rows: readonly AuditorRow[]
  isOpen: boolean
  isImported: boolean
}) => (
  <>
    <h2 class="govuk-heading-m">Progress by auditor</h2>
    <DataTable
      id="auditors"
      caption="Progress by auditor"
      isCaptionHidden
      columns={[
        { header: 'Auditor' },
        { header: 'Audits', isNumber: true },
        { header: 'Submitted', isNumber: true },
        ...(props.isOpen
          ? [
              { header: 'In progress', isNumber: true },
              { header: 'Not started', isNumber: true },
              { header: 'Late', isNumber: true },
            ]
          : []),
      ]}
      rows={props.rows.map((row) => [
        row.name ?? (props.isImported ? 'Not known' : 'Not allocated yet'),
        row.audits,
        row.submitted,
        ...(props.isOpen
          ? [
              row.inProgress,
              row.notStarted,
              row.late > 0 ? <span class="pl-late">{row.late}</span> : 0,
            ]
          : []),
      ])}
    />
  </>
)
