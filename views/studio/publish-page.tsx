/** The last look before a draft becomes a version that never changes. */
import type { DraftItem } from '../../src/studio/store.ts'
import { Button } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Textarea } from '../components/textarea.tsx'
import { WarningText } from '../components/warning-text.tsx'
import { plural } from '../format.ts'
import { DraftHeading, type DraftHeadingProps, draftAddress } from './draft-heading.tsx'
import { faultAddress, faultWords, type LocatedFault } from './fault-address.ts'
import { NewerVersion } from './newer-version.tsx'

export type PublishPageProps = Omit<DraftHeadingProps, 'current' | 'faults'> & {
  faults: readonly LocatedFault[]
  items: readonly DraftItem[]
  /** Of everything in the draft, as this page was made. */
  mark: string
  note: string
  error?: string | undefined
  /** Somebody changed the draft after the page was opened. */
  hasChanged?: boolean
  /** Audits in progress, which stay on the versions that they have. */
  auditsInProgress: number
  csrf: string
}

const Faulty = (props: PublishPageProps) => (
  <>
    <ErrorSummary
      disableAutoFocus
      title={`${plural(props.faults.length, 'thing')} to put right before this can be published`}
      errors={props.faults.map((fault) => ({
        text: faultWords(props.items, fault),
        href: faultAddress(props.draft, fault),
      }))}
    />
    <p class="govuk-body">
      These are the same checks that rubric files go through. Nothing is published.
    </p>
  </>
)

export const PublishPage = (props: PublishPageProps) => (
  <>
    {props.error === undefined ? (
      ''
    ) : (
      <ErrorSummary errors={[{ text: props.error, href: '#note' }]} />
    )}
    {props.hasChanged === true ? (
      <ErrorSummary
        title="Nothing was published"
        errors={[
          {
            text: 'Somebody changed this draft after you opened this page. Look at what changes now, then publish.',
            href: draftAddress(props.draft, 'changes'),
          },
        ]}
      />
    ) : (
      ''
    )}
    <DraftHeading {...props} current="publish" faults={props.faults.length} />
    <NewerVersion {...props} />
    {props.faults.length > 0 ? (
      <Faulty {...props} />
    ) : (
      <form method="post" action={`/studio/${props.draft.id}/publish`}>
        <input type="hidden" name="_csrf" value={props.csrf} />
        <input type="hidden" name="mark" value={props.mark} />
        <WarningText>{`Version ${props.version} can never be changed once it is published, only followed by another or withdrawn.`}</WarningText>
        <ul class="govuk-list govuk-list--bullet">
          <li>New rounds use it from now on.</li>
          <li>
            {props.auditsInProgress === 0
              ? 'No audit of this theme is in progress.'
              : `${plural(props.auditsInProgress, 'audit')} of this theme in progress stay on the version that they have.`}
          </li>
          <li>
            <a class="govuk-link" href={draftAddress(props.draft, 'changes')}>
              What changes, and what that means for trends
            </a>
          </li>
        </ul>
        <Textarea
          name="note"
          label={{ text: 'What changed and why', class: 'govuk-label--s' }}
          hint="Kept with the version for auditors and inspectors to read."
          rows={4}
          value={props.note}
          error={props.error}
        />
        <Button preventDoubleClick>{`Publish version ${props.version}`}</Button>
      </form>
    )}
  </>
)
