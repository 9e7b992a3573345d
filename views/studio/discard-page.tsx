/** Asks once more before a draft is put aside for good. */
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { type DraftHeadingProps, draftAddress } from './draft-heading.tsx'

export const DiscardPage = (props: Omit<DraftHeadingProps, 'current'> & { csrf: string }) => (
  <>
    <BackLink href={draftAddress(props.draft)}>The draft</BackLink>
    <span class="govuk-caption-l">{props.draft.title || props.draft.key}</span>
    <h1 class="govuk-heading-l">Discard this draft?</h1>
    <p class="govuk-body">
      Nobody can go on with it or publish it afterwards. Published versions are not touched.
    </p>
    <form method="post" action={`/studio/${props.draft.id}/discard`}>
      <input type="hidden" name="_csrf" value={props.csrf} />
      <div class="govuk-button-group">
        <Button class="govuk-button--warning" preventDoubleClick>
          Discard the draft
        </Button>
        <a class="govuk-link" href={draftAddress(props.draft)}>
          Not now
        </a>
      </div>
    </form>
  </>
)
