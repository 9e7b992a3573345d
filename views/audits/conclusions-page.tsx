/** The end of an audit's work: the overall grade, strengths and areas tied to questions, and what has to be done. */
import type { NamesByPlace } from '../../src/audits/rules/name-questions.ts'
import type { SideFacts } from '../../src/audits/rules/side-facts.ts'
import { Button } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { formatDate } from '../format.ts'
import { SafetyPanel, type SafetyPanelProps } from '../safety/safety-panel.tsx'
import { type AuditCase, AuditHeading, auditAddress } from './audit-heading.tsx'
import { AuditSide } from './audit-side.tsx'
import {
  ActionForm,
  type ActionFormProps,
  FindingForm,
  type FindingFormProps,
} from './finding-form.tsx'
import { NameQuestion } from './name-question.tsx'
import { ThemeGradeFields, type ThemeGradeFieldsProps } from './theme-grade-fields.tsx'

export type SavedFinding = { id: string; words: string; about: string | undefined }

export type SavedAction = {
  id: string
  what: string
  intendedChange: string
  ownerName: string | null
  dueOn: string | null
  about: string | undefined
  isDone: boolean
}

/** Something that was just removed, with what puts it back. */
export type Removed = { name: string; postTo: string; fields: Record<string, string> }

export type ConclusionsPageProps = {
  audit: AuditCase
  safety: SafetyPanelProps
  grade: Omit<ThemeGradeFieldsProps, 'address'>
  strengths: SavedFinding[]
  areas: SavedFinding[]
  actions: SavedAction[]
  strengthForm: FindingFormProps
  areaForm: FindingFormProps
  actionForm: ActionFormProps
  /** What looks like a name, by the place it stands in. */
  names: NamesByPlace
  removed?: Removed | undefined
  side: SideFacts
  csrf: string
}

const ChangeLink = (props: { address: string; id: string; what: string }) => (
  <a class="govuk-link" href={`${props.address}/conclusions?change=${props.id}#${props.id}`}>
    Change<span class="govuk-visually-hidden">{` ${props.what}`}</span>
  </a>
)

const About = ({ about }: { about: string | undefined }) =>
  about === undefined ? null : <span class="pl-note">{` (${about})`}</span>

/** Enough of it to tell it from the others. */
const beginning = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

type Asking = { csrf: string; names: NamesByPlace }

/** What stands in the list is in no form of its own. */
const SavedNames = (props: Asking & { address: string; id: string }) => {
  const names = props.names.get(props.id)
  return names === undefined ? null : (
    <form class="pl-conclusions__names" method="post" action={`${props.address}/not-a-name`}>
      <input type="hidden" name="_csrf" value={props.csrf} />
      <input type="hidden" name="from" value="conclusions" />
      <NameQuestion id={props.id} names={names} />
    </form>
  )
}

const Findings = (props: {
  asking: Asking
  title: string
  hint: string
  address: string
  saved: SavedFinding[]
  form: FindingFormProps
}) => (
  <section class="pl-item">
    <h2 class="pl-item__question">{props.title}</h2>
    <p class="pl-item__guidance">{props.hint}</p>
    {props.saved.length === 0 ? (
      ''
    ) : (
      <ul class="pl-conclusions">
        {props.saved.map(({ id, words, about }) => (
          <li class="pl-conclusions__one" id={`said-${id}`}>
            <div class="pl-words">
              {words}
              <About about={about} />
            </div>
            <ChangeLink address={props.address} id={id} what={`“${beginning(words)}”`} />
            <SavedNames {...props.asking} address={props.address} id={id} />
          </li>
        ))}
      </ul>
    )}
    <FindingForm {...props.form} />
  </section>
)

const Actions = (props: {
  asking: Asking
  address: string
  saved: SavedAction[]
  form: ActionFormProps
}) => (
  <section class="pl-item" id="actions">
    <h2 class="pl-item__question">Actions for this child</h2>
    <p class="pl-item__guidance">
      What has to be done, by whom and by when. Each owner sees it in My work once you submit.
    </p>
    {props.saved.length === 0 ? (
      ''
    ) : (
      <ul class="pl-conclusions">
        {props.saved.map((action) => (
          <li class="pl-conclusions__one" id={`said-${action.id}`}>
            <div>
              <div class="pl-words">
                {action.what || 'Not yet said what'}
                <About about={action.about} />
              </div>
              <div class="pl-words pl-note">
                {action.intendedChange && `So that: ${action.intendedChange}`}
              </div>
              <div class="pl-note">
                {`${action.ownerName ?? 'Nobody yet'}, ${action.dueOn === null ? 'no date yet' : `by ${formatDate(action.dueOn)}`}`}
              </div>
            </div>
            {action.isDone ? (
              <span class="pl-note">Done</span>
            ) : (
              <ChangeLink
                address={props.address}
                id={action.id}
                what={`action “${beginning(action.what)}”`}
              />
            )}
            <SavedNames {...props.asking} address={props.address} id={action.id} />
          </li>
        ))}
      </ul>
    )}
    <ActionForm {...props.form} />
  </section>
)

const PutBack = ({ removed, csrf }: { removed: Removed; csrf: string }) => (
  <form class="pl-notice" method="post" action={removed.postTo}>
    <input type="hidden" name="_csrf" value={csrf} />
    {Object.entries(removed.fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <span role="status">{`The ${removed.name} was removed. `}</span>
    <button class="pl-link-button" type="submit">
      Put it back
    </button>
  </form>
)

const problems = (props: ConclusionsPageProps) =>
  [
    { state: props.grade.state, fields: { id: 'grade-choice' } },
    props.strengthForm,
    props.areaForm,
    props.actionForm,
  ].flatMap(({ state, fields }) => {
    if (state?.kind === 'refused')
      return [{ text: state.messages.join(' '), href: `#${fields.id}` }]
    return state?.kind === 'conflict'
      ? [{ text: 'Changed in another tab: choose which to keep', href: `#${fields.id}` }]
      : []
  })

export const ConclusionsPage = (props: ConclusionsPageProps) => {
  const address = auditAddress(props.audit)
  const errors = problems(props)
  return (
    <>
      {errors.length > 0 ? (
        <ErrorSummary title="Something on this page was not saved" errors={errors} />
      ) : (
        ''
      )}
      <SafetyPanel {...props.safety} />
      <AuditHeading audit={props.audit} heading="Overall grade, strengths, areas, actions" />
      <div class="pl-columns">
        <div>
          {props.removed === undefined ? '' : <PutBack removed={props.removed} csrf={props.csrf} />}
          <form method="post" action={`${address}/themes/audit/grade`} autocomplete="off">
            <input type="hidden" name="_csrf" value={props.csrf} />
            <ThemeGradeFields {...props.grade} address={address} names={props.names.get('grade')} />
            <Button class="govuk-button--secondary">Save the overall grade</Button>
          </form>
          <Findings
            asking={props}
            title="Strengths"
            hint="What was done well, and what it changed for the child. Name no child, family member or worker."
            address={address}
            saved={props.strengths}
            form={props.strengthForm}
          />
          <Findings
            asking={props}
            title="Areas to improve"
            hint="What has to be better, and why it matters for the child. Name no child, family member or worker."
            address={address}
            saved={props.areas}
            form={props.areaForm}
          />
          <Actions asking={props} address={address} saved={props.actions} form={props.actionForm} />
          <div class="govuk-button-group pl-audit__buttons">
            <Button href={`${address}/check`}>Check your answers</Button>
            <Button class="govuk-button--secondary" href={address}>
              Go to the list
            </Button>
          </div>
        </div>
        <AuditSide address={address} facts={props.side} />
      </div>
    </>
  )
}
