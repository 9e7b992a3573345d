/** The lists of a preview, a page at a time: faults with their lines, what changes, remarks, and rows as they were read. */
import type { AuditChange } from '../../src/imports/rules/audit-changes.ts'
import type { SampleRow } from '../../src/imports/rules/preview.ts'
import { DataTable } from '../components/data-table.tsx'
import { Pagination } from '../components/pagination.tsx'
import { formatCount, formatShortDate, gradeLabel, plural } from '../format.ts'
import type { PreviewPageProps } from './preview-page.tsx'

/** As many as the preview keeps on a page. */
const PAGE = 50

type ListName = keyof PreviewPageProps['pages']

const Pages = (props: PreviewPageProps & { list: ListName; count: number; label: string }) => {
  const last = Math.ceil(props.count / PAGE)
  if (last < 2) return null
  const current = props.pages[props.list]
  const href = (page: number) => {
    const query = new URLSearchParams()
    for (const [name, shown] of Object.entries({ ...props.pages, [props.list]: page })) {
      if (shown > 1) query.set(name, String(shown))
    }
    return `/imports/${props.upload.id}?${query}#${props.list}s`
  }
  return (
    <Pagination
      landmarkLabel={props.label}
      previous={current > 1 ? { href: href(current - 1) } : undefined}
      next={
        current < last
          ? {
              href: href(current + 1),
              labelText: `page ${formatCount(current + 1)} of ${formatCount(last)}`,
            }
          : undefined
      }
    />
  )
}

export const FaultList = (props: PreviewPageProps) =>
  props.preview.faults === 0 ? null : (
    <section>
      <h2 class="govuk-heading-m">{plural(props.preview.faults, 'fault')}</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={`/imports/${props.upload.id}/faults.csv`} download>
          Download all faults
        </a>
      </p>
      <DataTable
        id="faults"
        caption="Faults by line"
        isCaptionHidden
        columns={[{ header: 'Line' }, { header: 'What is wrong, and what would be right' }]}
        rows={props.faults.map(({ line, message }) => [formatCount(line), message])}
      />
      <Pages {...props} list="fault" count={props.preview.faults} label="Pages of faults" />
    </section>
  )

const value = (text: string | null): string =>
  text === null
    ? 'Not there'
    : text
        .split(', moderated ')
        .map((part) => (/^[a-z_]+$/.test(part) ? gradeLabel(part) : part.replaceAll('\n', ', ')))
        .join(', moderated ')

const place = ({ what }: AuditChange): string =>
  'column' in what ? what.column : what.item === null ? what.theme : `${what.theme}: ${what.item}`

export const ChangeList = (props: PreviewPageProps) =>
  props.preview.changes === 0 ? null : (
    <section>
      <h2 class="govuk-heading-m">
        {`${plural(props.preview.changes, 'audit')} would be replaced`}
      </h2>
      <DataTable
        id="changes"
        caption="What changes, audit by audit"
        isCaptionHidden
        columns={[
          { header: 'Audit' },
          { header: 'What changes' },
          { header: 'Old' },
          { header: 'New' },
        ]}
        rows={props.changes.flatMap(({ reference, line, changes }) =>
          changes.map((change) => [
            `${reference} (line ${line})`,
            place(change),
            value(change.from),
            <strong>{value(change.to)}</strong>,
          ])
        )}
      />
      <Pages {...props} list="change" count={props.preview.changes} label="Pages of changes" />
    </section>
  )

export const ReportList = (props: PreviewPageProps) =>
  props.preview.reports === 0 ? null : (
    <section>
      <h2 class="govuk-heading-m">To know before you confirm</h2>
      <p class="govuk-body">None of this stops the import.</p>
      <DataTable
        id="reports"
        caption="Remarks by line"
        isCaptionHidden
        columns={[{ header: 'From line' }, { header: 'Remark' }]}
        rows={props.reports.map(({ line, message }) => [formatCount(line), message])}
      />
      <Pages {...props} list="report" count={props.preview.reports} label="Pages of remarks" />
    </section>
  )

export const SampleTable = ({ sample }: { sample: readonly SampleRow[] }) =>
  sample.length === 0 ? null : (
    <section>
      <h2 class="govuk-heading-m">How the first rows are read</h2>
      <DataTable
        id="sample"
        caption="The first rows, as they are read"
        isCaptionHidden
        columns={[
          { header: 'Line' },
          { header: 'Audit' },
          { header: 'Round' },
          { header: 'Audited on' },
          { header: 'Theme' },
          { header: 'Item' },
          { header: 'Judgement' },
          { header: 'Moderated' },
          { header: 'Team' },
        ]}
        rows={sample.map((row) => [
          String(row.line),
          row.auditRef,
          row.round,
          formatShortDate(row.auditedOn),
          row.theme,
          row.item ?? '–',
          value(row.value),
          row.moderated === null ? '–' : value(row.moderated),
          row.team ?? '–',
        ])}
      />
    </section>
  )
