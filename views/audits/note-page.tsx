/** One question to come back to: the mark, and what its auditor still has to look for. For their eyes alone. */
import type { NoteFact } from '../../src/audits/rules/note-facts.ts'
import { AutosaveItem } from '../components/autosave-item.tsx'
import { Button } from '../components/button.tsx'
import { Checkboxes } from '../components/checkboxes.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { SavedStatus, type SavedStatusProps } from '../components/saved-status.tsx'
import { Textarea } from '../components/textarea.tsx'
import { type AuditCase, AuditHeading, auditAddress } from './audit-heading.tsx'

export type NotePageProps = {
  audit: AuditCase
  question: NoteFact
  fields: { isMarked: boolean; words: string; revision: number }
  /** Instant of the last save. */
  savedAt: string | undefined
  state: SavedStatusProps['state'] | undefined
  csrf: string
}

export const NoteStatus = (props: {
  revision: number
  state: SavedStatusProps['state'] | undefined
  savedAt: string | undefined
}) => (
  <SavedStatus
    id="saved-note"
    revisionName="revision"
    revision={props.revision}
    state={
      props.state ??
      (props.revision === 0 || props.savedAt === undefined
        ? { kind: 'empty' }
        : { kind: 'saved', at: props.savedAt })
    }
  />
)

export const NotePage = ({ audit, question, fields, savedAt, state, csrf }: NotePageProps) => {
  const address = auditAddress(audit)
  const action = `${address}/${question.notePlace}`
  return (
    <>
      {state?.kind === 'refused' ? (
        <ErrorSummary errors={[{ text: state.messages.join(' '), href: '#note' }]} />
      ) : (
        ''
      )}
      <AuditHeading audit={audit} heading={`Come back to: ${question.short}`} />
      <form method="post" action={action} autocomplete="off">
        <input type="hidden" name="_csrf" value={csrf} />
        <AutosaveItem id="later" action={action}>
          <Checkboxes
            name="mark"
            items={[
              {
                value: 'yes',
                text: 'Show this on the list as something to come back to',
                checked: fields.isMarked,
              },
            ]}
          />
          <Textarea
            name="note"
            rows={3}
            label="What do you still have to look for? (optional)"
            hint="Only you read this. It is no part of the audit, and it is deleted when you submit."
            value={fields.words}
          />
          <NoteStatus revision={fields.revision} state={state} savedAt={savedAt} />
        </AutosaveItem>
        <div class="govuk-button-group">
          <Button>Save and go to the list</Button>
          <a class="govuk-link" href={`${address}/${question.place}`}>
            Back to the question
          </a>
        </div>
      </form>
    </>
  )
}
