/** What a draft changes against the version it was started from, and what each change means for the trend. */
import type { Meaning } from '../../src/rubrics/rules/difference.ts'
import type { StatedByPublisher } from '../../src/studio/rules/draft.ts'
import type { WordedDifference, WordedItem } from '../../src/studio/rules/worded-difference.ts'
import { Button } from '../components/button.tsx'
import { Input } from '../components/input.tsx'
import { Radios } from '../components/radios.tsx'
import { DifferenceView } from './difference-view.tsx'
import { DraftHeading, type DraftHeadingProps } from './draft-heading.tsx'

export type SaidOfItem = { readonly itemId: string; meaning: StatedByPublisher; reason: string }

export type ChangesPageProps = Omit<DraftHeadingProps, 'current'> & {
  /** Undefined for a new rubric, and while faults stand in the way of reading the draft. */
  difference: WordedDifference | undefined
  /** By item key; '' is the grade of the theme. */
  said: ReadonlyMap<string, SaidOfItem>
  csrf: string
}

const proposedWords: Readonly<Record<Meaning, string>> = {
  same: 'Proposed: the same. Only words around the measure changed.',
  changed: 'Proposed: something else, since what is asked or graded changed.',
}

const Choice = (props: { of: string; said: SaidOfItem; proposed: Meaning }) => {
  const chosen = props.said.meaning === '' ? props.proposed : props.said.meaning
  return (
    <>
      <Radios
        name={`meaning:${props.said.itemId}`}
        class="govuk-radios--small govuk-radios--inline"
        fieldset={{
          legend: {
            text: (
              <>
                Does it still measure the same?
                <span class="govuk-visually-hidden">{` (${props.of})`}</span>
              </>
            ),
            class: 'govuk-fieldset__legend--s',
          },
        }}
        hint={proposedWords[props.proposed]}
        value={chosen}
        items={[
          { value: 'same', text: 'The same: the trend goes on' },
          { value: 'changed', text: 'Something else: the trend line breaks' },
        ]}
      />
      <Input
        name={`reason:${props.said.itemId}`}
        label="Why (optional, kept with the version)"
        value={props.said.reason}
      />
    </>
  )
}

export const ChangesPage = (props: ChangesPageProps) => {
  const { difference, said } = props
  const theme = said.get('')
  const ofItem = (one: WordedItem) => {
    const item = said.get(one.key)
    return one.kind === 'changed' && item !== undefined ? (
      <Choice of={one.item.short} said={item} proposed={one.proposed} />
    ) : one.kind === 'added' ? (
      <p class="pl-muted">Its own trend begins with this version.</p>
    ) : one.kind === 'retired' ? (
      <p class="pl-muted">Its trend ends here; earlier results stay.</p>
    ) : (
      ''
    )
  }
  return (
    <>
      <DraftHeading {...props} current="changes" />
      {difference === undefined ? (
        <p class="govuk-body">
          {props.base === undefined
            ? 'This rubric is new, so there is nothing to compare it with.'
            : 'Put right what stands in the way of publishing first; then the changes can be listed.'}
        </p>
      ) : (
        <form method="post" action={`/studio/${props.draft.id}/changes`}>
          <input type="hidden" name="_csrf" value={props.csrf} />
          <DifferenceView difference={difference} meaning={ofItem} />
          {theme === undefined ? (
            ''
          ) : (
            <section class="pl-studio__difference">
              <h2 class="govuk-heading-s">The grade of the theme</h2>
              <p class="pl-muted">
                A criterion added, retired or changed in meaning changes what the grade of the whole
                theme stands for.
              </p>
              <Choice of="Theme grade" said={theme} proposed={difference.themeProposed} />
            </section>
          )}
          <Button>Save what these changes mean</Button>
        </form>
      )}
    </>
  )
}
