/** GOV.UK character count: a text area that says how much room is left (needs the script; the limit shows without). */
import type { Child } from 'hono/jsx'
import { type Attributes, i18n, joinClasses } from './attributes.ts'
import { Hint } from './hint.tsx'
import { Textarea, type TextareaProps } from './textarea.tsx'

export type CharacterCountProps = TextareaProps & {
  maxLength?: number | string | undefined
  maxWords?: number | string | undefined
  /** Percent of the limit from which the count shows. */
  threshold?: number | string | undefined
  countType?: string | undefined
  message?: { class?: string | undefined } | undefined
  /** The sentence under the field, `%{count}` standing for the limit. */
  limitText?: string | undefined
  /** Other words for the script, by govuk-frontend's keys. */
  words?: Record<string, string | Record<string, string> | undefined> | undefined
}

const CountMessage = (props: {
  id: string
  text: string
  class?: string | undefined
  after?: Child
}) => (
  <>
    <Hint id={props.id} class={joinClasses('govuk-character-count__message', props.class)}>
      {props.text}
    </Hint>
    {props.after}
  </>
)

export const CharacterCount = (props: CharacterCountProps) => {
  const { maxLength, maxWords, threshold, countType, message, limitText, words, group, ...field } =
    props
  const id = props.id || props.name
  const limit = maxWords || maxLength
  const type = countType || (maxWords ? 'words' : undefined)
  const sentence =
    limitText || `You can enter up to %{count} ${type === 'words' ? 'words' : 'characters'}`
  const attributes: Attributes = {
    'data-module': 'govuk-character-count',
    'data-maxlength': maxLength,
    'data-maxwords': maxWords,
    'data-threshold': threshold,
    'data-count-type': type,
    ...(limit
      ? {}
      : i18n({ 'textarea-description': limitText ? { other: limitText } : undefined })),
    ...i18n(words ?? {}),
    ...group?.attributes,
  }
  return (
    <Textarea
      {...field}
      id={id}
      describedBy={`${id}-info`}
      class={joinClasses('govuk-js-character-count', props.class)}
      group={{
        class: joinClasses('govuk-character-count', group?.class),
        attributes,
        before: group?.before,
        after: (
          <CountMessage
            id={`${id}-info`}
            text={limit ? sentence.replace('%{count}', String(limit)) : ''}
            class={message?.class}
            after={group?.after}
          />
        ),
      }}
    />
  )
}
