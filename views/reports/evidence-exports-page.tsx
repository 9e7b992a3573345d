/** Which evidence packs were taken: by whom, when, of what, and whether the whole file was handed over. */
import type { listExports } from '../../src/reports/evidence-store.ts'
import { BackLink } from '../components/back-link.tsx'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { formatInstant, plural } from '../format.ts'
import { periodWords } from './evidence-words.ts'

type Taken = Awaited<ReturnType<typeof listExports>>[number] & {
  team: string | undefined
  end: { readonly isWhole: boolean } | undefined
}

export type EvidenceExportsPageProps = {
  exports: readonly Taken[]
  olderHref: string | undefined
  isFirst: boolean
}

const endWords = ({ format, end }: Taken): string => {
  if (format === 'docx') return 'Handed over'
  if (end === undefined) return 'Not known to have ended'
  return end.isWhole ? 'Whole file written' : 'Broken off'
}

const themeCount = ({ themes, otherThemes }: Taken): string => {
  const count = themes.length + otherThemes
  return count === 0 ? 'all themes' : plural(count, 'theme')
}

export const EvidenceExportsPage = (props: EvidenceExportsPageProps) => (
  <>
    <BackLink href="/reports/evidence">Evidence pack</BackLink>
    <h1 class="govuk-heading-l">Evidence packs taken</h1>
    {props.exports.length === 0 ? (
      <EmptyState title={props.isFirst ? 'None was taken yet' : 'No earlier ones'}>
        <p>Whoever downloads an evidence pack is listed here, with what was in it.</p>
      </EmptyState>
    ) : (
      <DataTable
        id="evidence-exports"
        caption="The latest first"
        columns={[
          { header: 'When' },
          { header: 'Who' },
          { header: 'File' },
          { header: 'Of what' },
          { header: 'In it' },
          { header: 'How it ended' },
        ]}
        rows={props.exports.map((taken) => [
          formatInstant(taken.at),
          taken.by ?? 'Somebody',
          taken.format === 'xlsx' ? 'Excel' : 'Word',
          `${periodWords(taken)}; ${taken.team ?? 'whole council'}; ${themeCount(taken)}${taken.hasReferences ? '' : '; without case references'}`,
          `${plural(taken.audits, 'audit')}, ${plural(taken.findings, 'finding')}, ${plural(taken.actions, 'action')}`,
          endWords(taken),
        ])}
      />
    )}
    {props.olderHref === undefined ? (
      ''
    ) : (
      <p class="govuk-body">
        <a class="govuk-link" href={props.olderHref}>
          Earlier ones
        </a>
      </p>
    )}
  </>
)
