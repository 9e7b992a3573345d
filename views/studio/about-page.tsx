/** What a draft says about the whole rubric: its name, where it comes from, whom it is for and its scale. */
import type { DraftHead } from '../../src/studio/rules/draft.ts'
import { AutosaveItem } from '../components/autosave-item.tsx'
import { Button } from '../components/button.tsx'
import { Checkboxes } from '../components/checkboxes.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Input } from '../components/input.tsx'
import { SavedStatus, type SavedStatusProps } from '../components/saved-status.tsx'
import { Select } from '../components/select.tsx'
import { Textarea } from '../components/textarea.tsx'
import { DraftHeading, type DraftHeadingProps } from './draft-heading.tsx'
import { headControlOf } from './fault-address.ts'

export type HeadPageProps = Omit<DraftHeadingProps, 'current'> & {
  head: DraftHead
  revision: number
  changedAt: string
  /** London date. */
  todayOn: string
  /** Of the head alone. */
  headFaults: readonly { field: string | undefined; message: string }[]
  state?: SavedStatusProps['state'] | undefined
  csrf: string
}

export type AboutPageProps = HeadPageProps & {
  judgements: readonly { value: string; text: string }[]
  scales: readonly { value: string; text: string }[]
  statuses: readonly { value: string; text: string }[]
}

export const headFault = (props: HeadPageProps, control: string): string =>
  props.headFaults
    .filter(({ field }) => field !== undefined && headControlOf(field) === control)
    .map(({ message }) => message)
    .join('. ')

export const HeadStatus = (
  props: Pick<HeadPageProps, 'revision' | 'changedAt' | 'state' | 'todayOn'>
) => (
  <SavedStatus
    id="saved-head"
    revisionName="revision"
    revision={props.revision}
    state={props.state ?? { kind: 'saved', at: props.changedAt, todayOn: props.todayOn }}
  />
)

export const HeadProblem = ({ state }: Pick<HeadPageProps, 'state'>) =>
  state?.kind === 'refused' || state?.kind === 'conflict' ? (
    <ErrorSummary
      title="This was not saved"
      errors={[
        {
          text:
            state.kind === 'refused'
              ? state.messages.join('. ')
              : 'Somebody else changed this after you opened it: both are shown below',
          href: '#saved-head',
        },
      ]}
    />
  ) : null

export const AboutPage = (props: AboutPageProps) => {
  const { head, draft } = props
  const address = `/studio/${draft.id}/about`
  return (
    <>
      <HeadProblem {...props} />
      <DraftHeading {...props} current="about" />
      <form method="post" action={address} autocomplete="off">
        <input type="hidden" name="_csrf" value={props.csrf} />
        <AutosaveItem id="about" action={address} class="pl-studio__fields" takesTheirsByReloading>
          <Input
            name="title"
            label={{ text: 'Title', class: 'govuk-label--s' }}
            value={head.title}
            error={headFault(props, 'title')}
          />
          <Textarea
            name="source"
            label={{ text: 'Drawn from', class: 'govuk-label--s' }}
            hint="Guidance, an inspection or a review that these questions come from"
            rows={2}
            value={head.source}
            error={headFault(props, 'source')}
          />
          <Select
            name="judgement"
            label={{ text: 'Part of the inspectorate’s report', class: 'govuk-label--s' }}
            value={head.judgement}
            error={headFault(props, 'judgement')}
            items={[{ value: '', text: 'Choose one' }, ...props.judgements]}
          />
          <Select
            name="scale"
            label={{ text: 'Scale', class: 'govuk-label--s' }}
            hint="The descriptors of each item follow it."
            value={head.scale}
            error={headFault(props, 'scale')}
            items={[...props.scales]}
          />
          <Checkboxes
            name="status"
            class="govuk-checkboxes--small"
            fieldset={{
              legend: {
                text: 'Which children’s cases it is for',
                class: 'govuk-fieldset__legend--s',
              },
            }}
            hint="None chosen: every service status"
            error={headFault(props, 'status')}
            values={[...head.status]}
            items={[...props.statuses]}
          />
          <div class="pl-studio__choice">
            <Input
              name="ageFrom"
              label="From age"
              inputmode="numeric"
              class="govuk-input--width-3"
              value={head.ageFrom}
              error={headFault(props, 'ageFrom')}
            />
            <Input
              name="ageTo"
              label="To age"
              inputmode="numeric"
              class="govuk-input--width-3"
              value={head.ageTo}
            />
          </div>
          <Input
            name="flags"
            label="Flags, any of which is enough"
            hint="As cases have them, with commas between, such as missing, exploitation. Leave it empty to ask for none."
            value={head.flags}
            error={headFault(props, 'flags')}
          />
          <HeadStatus {...props} />
        </AutosaveItem>
        <Button>Save</Button>
      </form>
    </>
  )
}
