/** The draft of a learning circular to write in. It saves itself; beside it stands what is asked about or refused. */
import type { StoredCircular } from '../../src/reports/circular-store.ts'
import type { CheckedCircular } from '../../src/reports/load-circular.ts'
import type { CircularWords, GoodLook } from '../../src/reports/rules/circular.ts'
import type { TypedCircular } from '../../src/reports/rules/circular-conflict.ts'
import { AutosaveItem } from '../components/autosave-item.tsx'
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { Checkboxes } from '../components/checkboxes.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Input } from '../components/input.tsx'
import { SavedStatus, type SavedStatusProps } from '../components/saved-status.tsx'
import { Textarea } from '../components/textarea.tsx'
import { CircularQuestions } from './circular-questions.tsx'

export type CircularWritePageProps = Pick<CheckedCircular, 'now' | 'check'> & {
  circular: StoredCircular
  /** Of the audits, in words. */
  period: string
  labels: Readonly<Record<keyof CircularWords, string>>
  /** What can be said to be good. */
  looks: readonly GoodLook[]
  /** How many a page holds. */
  mostWords: number
  todayOn: string
  csrf: string
  /** What was sent and not stored, and why. */
  again?: { typed: TypedCircular; state: SavedStatusProps['state'] } | undefined
}

export const CircularStatus = (props: {
  circular: StoredCircular | undefined
  todayOn: string
  state?: SavedStatusProps['state'] | undefined
}) => (
  <SavedStatus
    id="saved-circular"
    revisionName="revision"
    revision={props.circular?.revision ?? 0}
    state={
      props.state ??
      (props.circular === undefined
        ? { kind: 'empty' }
        : { kind: 'saved', at: props.circular.changedAt, todayOn: props.todayOn })
    }
  />
)

const hints = {
  strong: 'A point on each line. Say what was done, never by whom or for whom.',
  change: 'A point on each line. Say what has to be different.',
  next: 'A point on each line: what every team can do from tomorrow.',
} as const

export const CircularWritePage = (props: CircularWritePageProps) => {
  const { circular, now, check, again, looks, labels } = props
  const here = `/reports/circulars/${circular.id}`
  const words = again?.typed.words ?? circular.content.words
  return (
    <>
      <BackLink href="/reports/circulars">Learning circulars</BackLink>
      {again === undefined ? (
        ''
      ) : (
        <ErrorSummary
          title="This was not saved"
          errors={[
            {
              text:
                again.state.kind === 'refused'
                  ? again.state.messages.join(' ')
                  : 'Somebody else changed this after you opened it: both are shown below',
              href: '#circular',
            },
          ]}
        />
      )}
      <span class="govuk-caption-l">{`Draft · ${now?.title ?? circular.theme}, ${props.period}`}</span>
      <h1 class="govuk-heading-l">Write the circular</h1>
      <ul class="govuk-list pl-report__ways">
        {[
          ['/findings', 'Choose what audits found'],
          ['', 'Preview'],
          ['/publish', 'Publish'],
          ['/discard', 'Discard'],
        ].map(([path, label]) => (
          <li>
            <a class="govuk-link" href={`${here}${path}`}>
              {label}
            </a>
          </li>
        ))}
      </ul>
      <CircularQuestions check={check} />
      <form method="post" action={`${here}/words`} autocomplete="off">
        <input type="hidden" name="_csrf" value={props.csrf} />
        <AutosaveItem id="circular" action={`${here}/words`}>
          <Input name="title" label={labels.title} value={words.title} />
          {(['strong', 'change', 'next'] as const).map((name) => (
            <Textarea
              name={name}
              rows={7}
              label={labels[name]}
              hint={hints[name]}
              value={words[name]}
            />
          ))}
          {looks.length === 0 ? (
            <p class="govuk-body">
              No version of this theme’s questions is in force, so nothing can be said from them.
            </p>
          ) : (
            <Checkboxes
              name="looks"
              class="govuk-checkboxes--small"
              fieldset={{
                legend: { text: 'What good looks like', class: 'govuk-fieldset__legend--s' },
              }}
              hint="In the words of the questions, for the items that you choose."
              values={[...(again?.typed.looks ?? circular.content.looks)]}
              items={looks.map(({ key, short, words: hint }) => ({
                value: key,
                text: short,
                hint,
              }))}
            />
          )}
          <CircularStatus circular={circular} todayOn={props.todayOn} state={again?.state} />
        </AutosaveItem>
        <Button class="govuk-button--secondary">Save</Button>
      </form>
      <p class="pl-muted">{`It had ${check.words} words when this page was opened. One page holds ${props.mostWords}.`}</p>
    </>
  )
}
