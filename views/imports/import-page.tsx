/** One import: who brought in what and when, its audits, and what became of it. */
import type { ImportPage as Import, ImportedAudit } from '../../src/imports/history-store.ts'
import { pageAddress } from '../components/address-with.ts'
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { MorePages } from '../components/more-pages.tsx'
import { SummaryList } from '../components/summary-list.tsx'
import { formatInstant, formatShortDate, plural } from '../format.ts'
import { importStates } from './import-list-page.tsx'

export type ImportPageProps = {
  row: Import
  audits: readonly ImportedAudit[]
  page: number
  hasMore: boolean
}

const nameOf = (fileName: string) => fileName.split('/').at(-1) ?? fileName

const teamOf = ({ team, typedTeam }: ImportedAudit) =>
  typedTeam === null ? (
    (team ?? '–')
  ) : (
    <>
      {team}
      <br />
      <span class="pl-muted">{`imported as ${typedTeam}`}</span>
    </>
  )

export const ImportPage = ({ row, audits, page, hasMore }: ImportPageProps) => (
  <>
    <BackLink href="/imports">Imports</BackLink>
    <h1 class="govuk-heading-l">{nameOf(row.fileName)}</h1>
    <SummaryList
      rows={[
        { key: 'State', value: importStates[row.state] },
        { key: 'Imported by', value: row.importedByName ?? 'On the command line' },
        { key: 'Imported', value: formatInstant(row.importedAt) },
        {
          key: 'Brought in',
          value: `${plural(row.audits, 'audit')} with ${plural(row.judgements, 'judgement')}`,
        },
        {
          key: 'Fingerprint of the file',
          value: { text: <code class="pl-hash">{row.fileHash}</code> },
        },
        row.undoneAt !== null && {
          key: 'Undone',
          value: `${row.undoneByName ?? 'On the command line'}, ${formatInstant(row.undoneAt)}${row.undoReason === null ? '' : `: ${row.undoReason}`}`,
        },
      ]}
    />
    {row.state === 'imported' ? (
      <Button href={`/imports/${row.id}/undo`} class="govuk-button--secondary">
        Undo this import
      </Button>
    ) : (
      ''
    )}
    <h2 class="govuk-heading-m">Its audits</h2>
    <DataTable
      id="audits"
      caption="Audits of this import"
      isCaptionHidden
      columns={[
        { header: 'Audit' },
        { header: 'Case' },
        { header: 'Round' },
        { header: 'Audited on' },
        { header: 'Team' },
        { header: 'Counts' },
      ]}
      rows={audits.map((audit) => [
        audit.supersededAt === null ? (
          <a class="govuk-link" href={`/audits/${audit.id}`}>
            {audit.reference}
          </a>
        ) : (
          audit.reference
        ),
        audit.caseReference ?? '–',
        audit.round,
        audit.auditedOn === null ? '–' : formatShortDate(audit.auditedOn),
        teamOf(audit),
        audit.supersededAt === null ? 'Yes' : 'No longer',
      ])}
    />
    <MorePages
      page={page}
      hasMore={hasMore}
      addressOf={(to) => pageAddress(`/imports/${row.id}`, {}, to)}
    />
  </>
)
