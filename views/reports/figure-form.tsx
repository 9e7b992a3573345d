/** What is written under one figure of a draft: the sentence, proposed until it is edited, and the box of words. It saves itself. */

import type { ModelFigure } from '../../src/reports/rules/report-model.ts'
import type { WordsQuestion } from '../../src/reports/rules/words-check.ts'
import type { FigureWords } from '../../src/reports/words-store.ts'
import { AutosaveItem } from '../components/autosave-item.tsx'
import { Button } from '../components/button.tsx'
import { SavedStatus, type SavedStatusProps } from '../components/saved-status.tsx'
import { Textarea } from '../components/textarea.tsx'
import { idOf } from './figure-view.tsx'

export type TypedWords = { readonly sentence: string; readonly narrative: string }

export type FigureFormProps = {
  reportId: string
  place: string
  figure: ModelFigure
  words: FigureWords | undefined
  question: WordsQuestion | undefined
  /** London date. */
  todayOn: string
  csrf: string
  /** What was typed and is not stored, and why. */
  again?: (TypedWords & { state: SavedStatusProps['state'] }) | undefined
}

export const WordsStatus = (
  props: Pick<FigureFormProps, 'place' | 'words' | 'todayOn'> & {
    state?: SavedStatusProps['state'] | undefined
  }
) => (
  <SavedStatus
    id={`saved-${idOf(props.place)}`}
    revisionName="revision"
    revision={props.words?.revision ?? 0}
    state={
      props.state ??
      (props.words === undefined
        ? { kind: 'empty' }
        : { kind: 'saved', at: props.words.savedAt, todayOn: props.todayOn })
    }
  />
)

const Questions = ({ question }: { question: WordsQuestion | undefined }) =>
  question === undefined ? null : (
    <div class="pl-report__asked" role="note">
      {question.refused.map((words) => (
        <p class="govuk-body">
          <strong>{words}</strong>
        </p>
      ))}
      {question.names.length === 0 ? (
        ''
      ) : (
        <p class="govuk-body">
          {`Is this somebody’s name: ${question.names.join(', ')}? A report names no child and no family. Take it out, or leave it if it is no name.`}
        </p>
      )}
    </div>
  )

/** The figures have changed since the sentence was edited: said beside it, with what would be proposed now. */
const Changed = ({ figure, words }: Pick<FigureFormProps, 'figure' | 'words'>) =>
  words?.sentence == null || words.proposed === figure.proposed ? null : (
    <div class="pl-report__asked" role="note">
      <p class="govuk-body">
        <strong>The figures have changed since this sentence was edited.</strong>
        {` Now proposed: ${figure.proposed === '' ? 'nothing' : figure.proposed}`}
      </p>
    </div>
  )

export const FigureForm = (props: FigureFormProps) => {
  const { figure, words, place, again } = props
  const id = idOf(place)
  const action = `/reports/${props.reportId}/words`
  const hasSentence = figure.proposed !== '' || words?.sentence != null
  return (
    <form method="post" action={action} autocomplete="off" class="pl-report__form">
      <input type="hidden" name="_csrf" value={props.csrf} />
      <AutosaveItem id={`words-${id}`} action={action} takesTheirsByReloading>
        <input type="hidden" name="place" value={place} />
        <input type="hidden" name="proposed" value={figure.proposed} />
        {hasSentence ? (
          <>
            <Changed figure={figure} words={words} />
            <Textarea
              id={`sentence-${id}`}
              name="sentence"
              rows={3}
              label={`Key sentence: ${figure.title}`}
              value={again?.sentence ?? words?.sentence ?? figure.proposed}
            />
          </>
        ) : (
          ''
        )}
        <Textarea
          id={`narrative-${id}`}
          name="narrative"
          rows={3}
          label={`Your words: ${figure.title}`}
          hint={
            words?.carriedFrom == null
              ? undefined
              : `From ${words.carriedFrom}. Change what is no longer so.`
          }
          value={again?.narrative ?? words?.narrative ?? ''}
        />
        <Questions question={props.question} />
        <WordsStatus {...props} state={again?.state} />
      </AutosaveItem>
      <Button class="govuk-button--secondary">
        Save<span class="govuk-visually-hidden">{`: ${figure.title}`}</span>
      </Button>
    </form>
  )
}
