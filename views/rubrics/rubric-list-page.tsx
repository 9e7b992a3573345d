/** The newest version of each rubric: what practice is audited against. */
import type { Rubric } from '../../src/rubrics/rules/rubric.ts'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { plural } from '../format.ts'
import { appliesInWords } from './applies-in-words.ts'

export type RubricListPageProps = {
  rubrics: { rubric: Rubric; judgement: string | undefined }[]
}

export const RubricListPage = (props: RubricListPageProps) => (
  <>
    <h1 class="govuk-heading-l">Rubrics</h1>
    <p class="govuk-body">
      The questions that practice is audited against. A published version never changes: every audit
      keeps the version that it was graded on.
    </p>
    {props.rubrics.length === 0 ? (
      <EmptyState title="No rubric is published yet">
        <p>The rubrics that come with Plumbline are published when it starts.</p>
      </EmptyState>
    ) : (
      <DataTable
        id="rubrics"
        caption="The newest version of each rubric"
        isCaptionHidden
        columns={[
          { header: 'Rubric' },
          { header: 'Asks about' },
          { header: 'Part of the inspectorate’s report' },
          { header: 'Questions' },
          { header: 'Version' },
        ]}
        rows={props.rubrics.map(cells)}
      />
    )}
  </>
)

const cells = ({ rubric, judgement }: RubricListPageProps['rubrics'][number]) => {
  const graded = rubric.items.filter((item) => item.kind === 'grade').length
  const measures = rubric.items.length - graded
  return [
    <a class="govuk-link" href={`/rubrics/${rubric.key}/${rubric.version}`}>
      {rubric.title}
    </a>,
    appliesInWords(rubric.applies),
    judgement ?? 'Every part',
    measures === 0 ? `${graded} graded` : `${graded} graded, ${plural(measures, 'measure')}`,
    rubric.version,
  ]
}
