/**
 * A browser without JavaScript over the application's own pages: follows links that are there, fills in forms that are
 * there with choices that are offered, and follows where the answer leads. What a page does not offer cannot be done.
 */
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import type { Browser } from './app.ts'

type Element = DefaultTreeAdapterTypes.Element

interface Control {
  readonly name: string
  /** Values that may be chosen; undefined where anything may be typed. */
  readonly offered: readonly string[] | undefined
  readonly values: readonly string[]
}

interface PageForm {
  readonly action: string
  readonly controls: readonly Control[]
  readonly buttons: readonly { text: string; name: string; value: string; action: string }[]
}

export interface Page {
  readonly path: string
  readonly status: number
  readonly html: string
  /** What can be read on it, with single spaces. */
  readonly words: string
  /** The same with what stands above and around it. */
  readonly whole: string
  readonly forms: readonly PageForm[]
  readonly links: readonly string[]
}

type Values = Readonly<Record<string, string | readonly string[]>>

const isElement = (node: DefaultTreeAdapterTypes.Node): node is Element => 'tagName' in node

const all = (node: DefaultTreeAdapterTypes.Node, tags: readonly string[]): Element[] =>
  ('childNodes' in node ? node.childNodes : []).flatMap((child) => [
    ...(isElement(child) && tags.includes(child.tagName) ? [child] : []),
    ...all(child, tags),
  ])

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value

const textOf = (node: DefaultTreeAdapterTypes.Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim()

const controlOf = (element: Element): Control | undefined => {
  const name = attribute(element, 'name')
  const type = attribute(element, 'type') ?? 'text'
  if (!name || type === 'submit' || attribute(element, 'disabled') !== undefined) return undefined
  if (element.tagName === 'textarea') {
    return { name, offered: undefined, values: [textOf(element).replace(/^\n/, '')] }
  }
  if (element.tagName === 'select') {
    const options = all(element, ['option'])
    const chosen = options.find((option) => attribute(option, 'selected') !== undefined)
    const valueOfOption = (option: Element | undefined) =>
      option ? (attribute(option, 'value') ?? tidy(textOf(option))) : ''
    return {
      name,
      offered: options.map(valueOfOption),
      values: [valueOfOption(chosen ?? options[0])],
    }
  }
  const value = attribute(element, 'value') ?? ''
  if (type !== 'radio' && type !== 'checkbox') return { name, offered: undefined, values: [value] }
  const isChosen = attribute(element, 'checked') !== undefined
  return { name, offered: [value], values: isChosen ? [value] : [] }
}

const joined = (controls: readonly Control[]): Control[] =>
  [...Map.groupBy(controls, ({ name }) => name)].map(([name, same]) => ({
    name,
    // A number can be typed or set aside: a text field and check boxes of one name.
    offered: same.some(({ offered }) => offered === undefined)
      ? undefined
      : same.flatMap(({ offered }) => offered ?? []),
    values: same.flatMap(({ values }) => values),
  }))

const formOf = (element: Element, path: string): PageForm => {
  const action = attribute(element, 'action') ?? path
  return {
    action,
    controls: joined(
      all(element, ['input', 'textarea', 'select']).flatMap((each) => controlOf(each) ?? [])
    ),
    buttons: all(element, ['button']).map((button) => ({
      text: tidy(textOf(button)),
      name: attribute(button, 'name') ?? '',
      value: attribute(button, 'value') ?? '',
      action: attribute(button, 'formaction') ?? action,
    })),
  }
}

const read = async (path: string, response: Response): Promise<Page> => {
  const html = await response.text()
  const document = parse(html)
  return {
    path,
    status: response.status,
    html,
    words: tidy(all(document, ['main']).map(textOf).join(' ')),
    whole: tidy(all(document, ['body']).map(textOf).join(' ')),
    forms: all(document, ['form']).map((form) => formOf(form, path)),
    links: all(document, ['a']).flatMap((link) => attribute(link, 'href') ?? []),
  }
}

const sentBy = (form: PageForm, values: Values, buttonText: string) => {
  const body: Record<string, string | readonly string[]> = {}
  for (const { name, values: given } of form.controls) if (given.length > 0) body[name] = given
  for (const [name, value] of Object.entries(values)) {
    const control = form.controls.find((each) => each.name === name)
    if (!control) throw new Error(`the form has no field ${name}`)
    for (const each of [value].flat()) {
      if (control.offered && !control.offered.includes(each)) {
        throw new Error(`${name} offers ${control.offered.join(', ')} and not ${each}`)
      }
    }
    body[name] = value
  }
  const button = form.buttons.find(({ text }) => text === buttonText)
  if (!button) throw new Error(`no button ${buttonText}`)
  if (button.name) body[button.name] = button.value
  return { body, action: button.action }
}

export interface PlainBrowser {
  readonly open: (path: string) => Promise<Page>
  /** Opens a link that the page has. */
  readonly follow: (page: Page, href: string) => Promise<Page>
  /** Presses a button of the form that has it, with the fields filled in, and follows a redirect. */
  readonly press: (page: Page, button: string, values?: Values) => Promise<Page>
}

export const plainBrowser = (browser: Browser): PlainBrowser => {
  const arrive = async (path: string, response: Response): Promise<Page> => {
    const to = response.status === 303 ? response.headers.get('location') : undefined
    return to ? arrive(to, await browser.get(to)) : read(path, response)
  }
  const open = async (path: string) => arrive(path, await browser.get(path))
  return {
    open,
    follow: (page, href) => {
      if (!page.links.includes(href)) throw new Error(`${page.path} has no link to ${href}`)
      return open(href)
    },
    press: async (page, button, values = {}) => {
      const form = page.forms.find(
        ({ buttons, controls }) =>
          buttons.some(({ text }) => text === button) &&
          Object.keys(values).every((name) => controls.some((control) => control.name === name))
      )
      if (!form) throw new Error(`${page.path} has no form with ${button} and those fields`)
      const { body, action } = sentBy(form, values, button)
      return arrive(action, await browser.post(action, body))
    },
  }
}
