/** A copy of an audit for the child's record, to print; with the way to the same as a Word file. */
import type { DocumentModel } from '../../src/documents/document-model.ts'
import { Breadcrumbs } from '../components/breadcrumbs.tsx'
import { Button } from '../components/button.tsx'
import { DocumentBody } from '../documents/document-body.tsx'
import { auditAddress } from './audit-heading.tsx'

export type CopyPageProps = {
  audit: { id: string; caseReference: string; roundName: string }
  copy: DocumentModel
}

export const CopyPage = ({ audit, copy }: CopyPageProps) => (
  <>
    <Breadcrumbs
      items={[
        { text: 'My work', href: '/' },
        { text: audit.roundName },
        { text: `Case ${audit.caseReference}`, href: auditAddress(audit) },
        { text: 'Copy for the record' },
      ]}
    />
    <h1 class="govuk-heading-l">{copy.title}</h1>
    <div class="pl-no-print">
      <p class="govuk-body">
        This is a copy for the child’s record. Print it from your browser, or file the Word
        document. Either way, it is recorded that you made it.
      </p>
      <Button href={`${auditAddress(audit)}/copy.docx`} class="govuk-button--secondary">
        Download as a Word document
      </Button>
    </div>
    <p class="pl-document__foot">{`${copy.header}. ${copy.footer}.`}</p>
    <DocumentBody blocks={copy.blocks} />
  </>
)
