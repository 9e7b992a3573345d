/** A copy of everything about a case, to print; with the way to the same as a Word file, and who made one before. */
import type { DocumentModel } from '../../src/documents/document-model.ts'
import { Breadcrumbs } from '../components/breadcrumbs.tsx'
import { Button } from '../components/button.tsx'
import { DocumentBody } from '../documents/document-body.tsx'
import { formatInstant } from '../format.ts'

export type CaseCopyPageProps = {
  id: string
  reference: string
  copy: DocumentModel
  /** The last ones first. */
  copies: readonly { format: 'print' | 'docx'; madeAt: string; madeByName: string }[]
}

export const CaseCopyPage = ({ id, reference, copy, copies }: CaseCopyPageProps) => (
  <>
    <Breadcrumbs
      items={[
        { text: 'My work', href: '/' },
        { text: `Case ${reference}`, href: `/cases/${id}` },
        { text: 'Copy of everything' },
      ]}
    />
    <h1 class="govuk-heading-l">{copy.title}</h1>
    <div class="pl-no-print">
      <p class="govuk-body">
        For a request by the child or their family to see what is held, or for a court. Print it
        from your browser, or file the Word document. Either way, it is recorded that you made it.
      </p>
      <Button href={`/cases/${id}/copy.docx`} class="govuk-button--secondary">
        Download as a Word document
      </Button>
      {copies.length === 0 ? (
        ''
      ) : (
        <>
          <h2 class="govuk-heading-s">Copied before</h2>
          <ul class="govuk-list">
            {copies.map(({ format, madeAt, madeByName }) => (
              <li>
                {`By ${madeByName} on ${formatInstant(madeAt)}, ${format === 'docx' ? 'as a Word document' : 'to print'}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
    <p class="pl-document__foot">{`${copy.header}. ${copy.footer}.`}</p>
    <DocumentBody blocks={copy.blocks} />
  </>
)
