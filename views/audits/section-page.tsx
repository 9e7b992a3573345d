/** One part of an audit: its items in one form that saves itself, and as a whole by its button. */
import type { ItemForm } from '../../src/audits/rules/item-form.ts'
import type { NamesByPlace } from '../../src/audits/rules/name-questions.ts'
import type { SideFacts } from '../../src/audits/rules/side-facts.ts'
import { Button } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import type { SavedStatusProps } from '../components/saved-status.tsx'
import { WarningText } from '../components/warning-text.tsx'
import { SafetyPanel, type SafetyPanelProps } from '../safety/safety-panel.tsx'
import { type AuditCase, AuditHeading, auditAddress } from './audit-heading.tsx'
import { AuditItem, Gate } from './audit-item.tsx'
import { AuditSide } from './audit-side.tsx'
import { ThemeGradeFields, type ThemeGradeFieldsProps } from './theme-grade-fields.tsx'

export type SectionPageProps = {
  audit: AuditCase
  /** As in the page's address. */
  sectionKey: string
  title: string
  facts: string[]
  forms: readonly ItemForm[]
  /** Only a theme is graded as a whole. */
  grade?: Omit<ThemeGradeFieldsProps, 'address'> | undefined
  side: SideFacts
  next: { title: string; place: string }
  csrf: string
  todayOn: string
  /** Keys of the questions that the auditor wants to come back to. */
  marked: ReadonlySet<string>
  /** What looks like a name, by the place it stands in. */
  names: NamesByPlace
  /** What went wrong with an item of this page, by its key; `grade` for the theme's grade. */
  states: ReadonlyMap<string, SavedStatusProps['state']>
  safety: SafetyPanelProps
  /** Of the part on safety: open while the child may not be safe. */
  ring?: boolean | undefined
}

const problem = (state: SavedStatusProps['state'] | undefined): string | undefined => {
  if (state?.kind === 'refused') return state.messages.join('. ')
  return state?.kind === 'conflict'
    ? 'Changed in the meantime: both are shown below, choose which to keep'
    : undefined
}

const Problems = ({ forms, states }: SectionPageProps) => {
  const errors = [
    ...forms.map((form) => ({
      text: problem(states.get(form.item.key)),
      of: form.item.short,
      href: `#${form.id}`,
    })),
    { text: problem(states.get('grade')), of: 'Your grade', href: '#grade-choice' },
  ].flatMap(({ text, of, href }) => (text === undefined ? [] : [{ text: `${of}: ${text}`, href }]))
  return errors.length > 0 ? (
    <ErrorSummary
      title={errors.length === 1 ? 'One answer was not saved' : 'Some answers were not saved'}
      description="Everything else on this page was saved."
      errors={errors}
    />
  ) : null
}

const RingFirst = ({ isOpen }: { isOpen: boolean }) => (
  <>
    <Gate id="ring-first" isOpen={isOpen} />
    <WarningText class="pl-ring-first" iconFallbackText="Important">
      Ring first. Then record whom you rang and when.
    </WarningText>
  </>
)

const errorOf = (state: SavedStatusProps['state'] | undefined): string | undefined =>
  state?.kind === 'refused' ? state.messages.join('. ') : undefined

export const SectionPage = (props: SectionPageProps) => {
  const address = auditAddress(props.audit)
  return (
    <>
      <Problems {...props} />
      <SafetyPanel {...props.safety} />
      <AuditHeading audit={props.audit} heading={props.title} facts={props.facts} />
      <div class="pl-columns">
        <form method="post" action={`${address}/themes/${props.sectionKey}`} autocomplete="off">
          <input type="hidden" name="_csrf" value={props.csrf} />
          {props.forms.map((form, index) => (
            <>
              <AuditItem
                address={address}
                form={form}
                error={errorOf(props.states.get(form.item.key))}
                state={props.states.get(form.item.key)}
                todayOn={props.todayOn}
                names={props.names.get(`item-${form.id}`)}
                isMarked={props.marked.has(form.item.key)}
              />
              {index === 0 && props.ring !== undefined ? <RingFirst isOpen={props.ring} /> : ''}
            </>
          ))}
          {props.grade === undefined ? (
            ''
          ) : (
            <ThemeGradeFields
              {...props.grade}
              address={address}
              state={props.states.get('grade')}
              names={props.names.get('grade')}
              todayOn={props.todayOn}
            />
          )}
          <div class="govuk-button-group pl-audit__buttons">
            <Button name="go" value="next">{`Save and go to ${props.next.title}`}</Button>
            <Button class="govuk-button--secondary" name="go" value="list">
              Save and go to the list
            </Button>
          </div>
        </form>
        <AuditSide address={address} facts={props.side} />
      </div>
    </>
  )
}
