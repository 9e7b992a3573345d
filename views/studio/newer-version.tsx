/** Says that another version was published while a draft was written, and offers to bring the two together. */
import { Button } from '../components/button.tsx'
import { InsetText } from '../components/inset-text.tsx'
import { type DraftHeadingProps, draftAddress } from './draft-heading.tsx'

export type NewerVersionProps = Pick<DraftHeadingProps, 'draft' | 'base' | 'newer' | 'version'> & {
  csrf: string
}

export const NewerVersion = ({ draft, base, newer, version, csrf }: NewerVersionProps) =>
  newer === undefined ? null : (
    <InsetText>
      <p>
        {`Version ${newer} was published after this draft was started from version ${base}. Published as it is, version ${version} would be without what version ${newer} changed. `}
        <a
          class="govuk-link"
          href={`/rubrics/${draft.key}/compare?from=${base ?? ''}&to=${newer}`}
        >{`See what version ${newer} changed`}</a>
      </p>
      <form method="post" action={`${draftAddress(draft)}/newer`}>
        <input type="hidden" name="_csrf" value={csrf} />
        <Button class="govuk-button--secondary" preventDoubleClick>
          {`Bring version ${newer} into this draft`}
        </Button>
      </form>
    </InsetText>
  )
