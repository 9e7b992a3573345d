/** A copy of an alert for one child's record, to print; with the way to the same as a Word file, and to the other children. */
import type { DocumentModel } from '../../src/documents/document-model.ts'
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { DocumentBody } from '../documents/document-body.tsx'

type Child = { id: string; reference: string }

export type AlertCopyPageProps = {
  alertId: string
  reference: string
  child: Child
  /** The other children that the alert is about. */
  others: readonly Child[]
  copy: DocumentModel
}

export const AlertCopyPage = ({ alertId, reference, child, others, copy }: AlertCopyPageProps) => (
  <>
    <BackLink href={`/alerts/${alertId}`}>{reference}</BackLink>
    <h1 class="govuk-heading-l">{copy.title}</h1>
    <div class="pl-no-print">
      <p class="govuk-body">
        {`This is a copy for the record of the child ${child.reference}. Print it from your browser, or file the Word document. Either way, it is recorded that you made it.`}
      </p>
      {others.length === 0 ? (
        ''
      ) : (
        <p class="govuk-body">
          {'References of other children are left out. There is a copy of its own for '}
          {others.map(({ id, reference: other }, at) => (
            <>
              {at === 0 ? '' : ', '}
              <a class="govuk-link" href={`/alerts/${alertId}/copy?case=${id}`}>
                {other}
              </a>
            </>
          ))}
          .
        </p>
      )}
      <Button
        href={`/alerts/${alertId}/copy.docx?case=${child.id}`}
        class="govuk-button--secondary"
      >
        Download as a Word document
      </Button>
    </div>
    <p class="pl-document__foot">{`${copy.header}. ${copy.footer}.`}</p>
    <DocumentBody blocks={copy.blocks} />
  </>
)
