/** Learning circulars, the newest first; for those who write them also the drafts and what was withdrawn. */
import type { StoredCircular } from '../../src/reports/circular-store.ts'
import { Button } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { NumberedPages } from '../components/numbered-pages.tsx'
import { Table } from '../components/table.tsx'
import { formatInstant } from '../format.ts'

/** `period`: in words. */
type Listed = StoredCircular & { period: string }

export type CircularsPageProps = {
  circulars: readonly Listed[]
  /** Undefined for those who only read. */
  drafts: readonly Listed[] | undefined
  page: number
  pages: number
}

const titleOf = ({ content }: StoredCircular) => content.words.title.trim() || 'Without a title'

const Drafts = ({ drafts }: { drafts: readonly Listed[] }) => (
  <section>
    <h2 class="govuk-heading-m">Drafts</h2>
    {drafts.length === 0 ? (
      <p class="govuk-body">No drafts.</p>
    ) : (
      <Table
        class="pl-list"
        caption="Drafts of learning circulars"
        captionClass="govuk-visually-hidden"
        head={['Draft', 'Audits of', 'Last changed'].map((text) => ({ text }))}
        firstCellIsHeader
        rows={drafts.map((draft) => [
          {
            text: (
              <a class="govuk-link" href={`/reports/circulars/${draft.id}/write`}>
                {titleOf(draft)}
              </a>
            ),
          },
          { text: draft.period },
          {
            text: `${formatInstant(draft.changedAt)}${draft.changedBy === null ? '' : ` by ${draft.changedBy}`}`,
          },
        ])}
      />
    )}
  </section>
)

export const CircularsPage = ({ circulars, drafts, page, pages }: CircularsPageProps) => (
  <>
    <h1 class="govuk-heading-l">Learning circulars</h1>
    <p class="govuk-body">
      One page for a theme: what audits found strong, what has to change, and what good looks like.
      No child and no worker is in it.
    </p>
    {drafts === undefined ? (
      ''
    ) : (
      <>
        <Button href="/reports/circulars/new">Start a circular</Button>
        <Drafts drafts={drafts} />
      </>
    )}
    <section>
      <h2 class="govuk-heading-m">Published</h2>
      {circulars.length === 0 ? (
        <EmptyState title="No circulars yet">
          <p>A circular appears here when a QA lead publishes it.</p>
        </EmptyState>
      ) : (
        <Table
          class="pl-list"
          caption="Published learning circulars, the newest first"
          captionClass="govuk-visually-hidden"
          head={['Circular', 'Audits of', 'Published'].map((text) => ({ text }))}
          firstCellIsHeader
          rows={circulars.map((circular) => [
            {
              text: (
                <>
                  <a class="govuk-link" href={`/reports/circulars/${circular.id}`}>
                    {titleOf(circular)}
                  </a>
                  {circular.state === 'withdrawn' ? ' (withdrawn)' : ''}
                </>
              ),
            },
            { text: circular.period },
            { text: circular.issuedAt === null ? '' : formatInstant(circular.issuedAt) },
          ])}
        />
      )}
      <NumberedPages
        page={page}
        pages={pages}
        addressOf={(to) => `/reports/circulars?page=${to}`}
      />
    </section>
  </>
)
