/**
 * From the options of govuk-frontend's macros to the names of our props, the same way for every component: `html`
 * becomes JSX that is already escaped, `classes` becomes `class`, `errorMessage` becomes `error`, and so on.
 */
import { raw } from 'hono/html'

export type Props = Record<string, unknown>

const renamed: Record<string, string> = {
  classes: 'class',
  captionClasses: 'captionClass',
  errorMessage: 'error',
  formGroup: 'group',
  errorList: 'errors',
  isStartButton: 'isStart',
  maxlength: 'maxLength',
  maxwords: 'maxWords',
  countMessage: 'message',
  textareaDescriptionText: 'limitText',
  javascript: 'droppable',
}

const asContent: Record<string, string> = {
  beforeInput: 'before',
  beforeInputs: 'before',
  afterInput: 'after',
  afterInputs: 'after',
  conditional: 'conditional',
}

const isObject = (value: unknown): value is Props =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a reader sees: `html` as it is, else `text`, as the macros choose. */
const contentOf = (html: unknown, text: unknown): unknown =>
  typeof html === 'string' && html !== '' ? raw(html) : text

/** `titleText` and `titleHtml`, or plain `text` and `html`, as one. */
const pairs = [
  ['text', 'html', 'text'],
  ['titleText', 'titleHtml', 'title'],
  ['summaryText', 'summaryHtml', 'summary'],
  ['descriptionText', 'descriptionHtml', 'description'],
] as const

const paired = new Set<string>(pairs.flatMap((pair) => pair.slice(0, 2)))

const optionOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(optionOf)
  if (isObject(value)) return propsOf(value)
  return value ?? undefined
}

const entryOf = (key: string, value: unknown): [string, unknown][] => {
  if (paired.has(key) || value === null) return []
  if (key === 'attributes' || key === 'values') return [[key, value]]
  const content = asContent[key]
  if (content !== undefined && isObject(value))
    return [[content, contentOf(value.html, value.text)]]
  return [[renamed[key] ?? key, optionOf(value)]]
}

/** The props of one object of options, nested ones too. */
export const propsOf = (options: Props): Props => {
  const props = Object.fromEntries(
    Object.entries(options).flatMap(([key, value]) => entryOf(key, value))
  )
  for (const [text, html, name] of pairs) {
    if (text in options || html in options) props[name] = contentOf(options[html], options[text])
  }
  return props
}

/** Words of the script: `noFileChosenText` → `no-file-chosen`. */
export const wordsOf = (options: Props, keys: string[]): Props =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const name = key
        .replace(/Text$/, '')
        .replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
      return key in options ? [[name, options[key]]] : []
    })
  )
