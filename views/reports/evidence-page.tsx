/** An evidence pack: which audits, how many that is, and the files. */
import type { Evidence } from '../../src/reports/load-evidence.ts'
import type { EvidenceField } from '../../src/reports/rules/evidence-filters.ts'
import { Button } from '../components/button.tsx'
import { Checkboxes } from '../components/checkboxes.tsx'
import { Details } from '../components/details.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Input } from '../components/input.tsx'
import { Select } from '../components/select.tsx'
import { SummaryList } from '../components/summary-list.tsx'
import { formatCount, plural } from '../format.ts'
import { EvidenceProgress } from './evidence-progress.tsx'
import { evidenceAddress, periodWords, teamWords, themeWords } from './evidence-words.ts'

export type EvidencePageProps = {
  evidence: Evidence
  /** For the download that this page offers. */
  exportId: string
  mostInWord: number
}

const Filters = ({ evidence }: { evidence: Evidence }) => {
  const { typed, faults, teams, themes } = evidence
  const errorOf = (field: EvidenceField) => {
    const fault = faults.find((one) => one.field === field)
    return fault === undefined ? undefined : { text: fault.message }
  }
  return (
    <form method="get" action="/reports/evidence" aria-label="What is in the pack" novalidate>
      <Input
        name="from"
        type="date"
        label={{ text: 'Audited from' }}
        hint={{ text: 'Empty is from the first audit on' }}
        class="govuk-input--width-10"
        value={typed.from}
        error={errorOf('from')}
      />
      <Input
        name="to"
        type="date"
        label={{ text: 'Audited up to and with' }}
        class="govuk-input--width-10"
        value={typed.to}
        error={errorOf('to')}
      />
      <Select
        name="team"
        label={{ text: 'Team' }}
        value={typed.team}
        error={errorOf('team')}
        items={[
          { value: '', text: 'Whole council' },
          ...teams.map((team) => ({
            value: team.id,
            text: `${'– '.repeat(team.depth)}${team.name}${team.closedOn === null ? '' : ' (closed)'}`,
          })),
        ]}
      />
      <Details
        summary={`Themes: ${themeWords(evidence)}`}
        open={typed.themes.length > 0 || errorOf('themes') !== undefined}
      >
        <Checkboxes
          name="themes"
          class="govuk-checkboxes--small"
          fieldset={{ legend: { text: 'Themes', class: 'govuk-fieldset__legend--s' } }}
          hint={{ text: 'Choose none for all. An audit is in the pack when it asked one of them.' }}
          values={[...typed.themes]}
          error={errorOf('themes')}
          items={themes.map(({ key, title }) => ({ value: key, text: title }))}
        />
      </Details>
      <Checkboxes
        name="references"
        class="govuk-checkboxes--small"
        fieldset={{ legend: { text: 'Case references', class: 'govuk-fieldset__legend--s' } }}
        values={typed.hasReferences ? [] : ['without']}
        items={[
          {
            value: 'without',
            text: 'Leave case references out',
            hint: { text: 'What auditors wrote stays as they wrote it' },
          },
        ]}
      />
      <Button class="govuk-button--secondary">Count what is in it</Button>
    </form>
  )
}

const Files = ({ evidence, exportId, mostInWord }: EvidencePageProps) => {
  const { query, counts } = evidence.asked ?? {}
  if (!query || !counts) return null
  if (counts.audits === 0) {
    return (
      <EmptyState title="No audit matches">
        <p>
          Only audits that were submitted or brought in from a file are counted. Choose a longer
          period, another team or fewer themes.
        </p>
      </EmptyState>
    )
  }
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Audited', value: { text: periodWords(query) } },
          { key: 'Teams', value: { text: teamWords(evidence) } },
          { key: 'Themes', value: { text: themeWords(evidence) } },
          {
            key: 'In the pack',
            value: {
              text: `${plural(counts.audits, 'audit')}, ${plural(counts.findings, 'finding')}, ${plural(counts.actions, 'action')}`,
            },
          },
        ]}
      />
      <ul class="govuk-list">
        <li>
          <a
            class="govuk-link"
            id="evidence-excel"
            href={evidenceAddress(evidence, '/reports/evidence.xlsx', exportId)}
            download
          >
            Download all of it (Excel)
          </a>
        </li>
        <li>
          <a class="govuk-link" href={evidenceAddress(evidence, '/reports/evidence.docx')} download>
            {counts.audits > mostInWord
              ? `Download a summary of the latest ${formatCount(mostInWord)} audits (Word)`
              : 'Download a summary (Word)'}
          </a>
        </li>
      </ul>
      <EvidenceProgress exportId={exportId} progress={undefined} startsAt="#evidence-excel" />
      <p class="govuk-body pl-none">
        Both files hold what auditors wrote about children and families. Who took them, and what was
        in them, is recorded.
      </p>
    </>
  )
}

export const EvidencePage = (props: EvidencePageProps) => {
  const { faults } = props.evidence
  return (
    <>
      {faults.length === 0 ? (
        ''
      ) : (
        <ErrorSummary
          title="There is a problem"
          errors={faults.map(({ field, message }) => ({ text: message, href: `#${field}` }))}
        />
      )}
      <h1 class="govuk-heading-l">Evidence pack</h1>
      <p class="govuk-body">
        For an inspection or a focused visit: audits with their grades, findings, and actions with
        their state.{' '}
        <a class="govuk-link" href="/reports/evidence/exports">
          Evidence packs taken
        </a>
      </p>
      <Filters evidence={props.evidence} />
      <h2 class="govuk-heading-m">What is in it</h2>
      {faults.length === 0 ? (
        ''
      ) : (
        <p class="govuk-body">Nothing is counted until what is said above is put right.</p>
      )}
      <Files {...props} />
    </>
  )
}
