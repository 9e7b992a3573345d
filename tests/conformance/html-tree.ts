/**
 * HTML as lines that can be compared: one an element with its attributes in order of name, one a run of text. White
 * space counts only where a reader would see it: between words and inline elements.
 */
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

const inline = new Set(['span', 'a', 'strong', 'em', 'b', 'i', 'code'])

const isElement = (node: Node | undefined): node is Element =>
  node !== undefined && 'tagName' in node

const isInline = (node: Node | undefined): boolean => isElement(node) && inline.has(node.tagName)

const isText = (node: Node | undefined): node is DefaultTreeAdapterTypes.TextNode =>
  node?.nodeName === '#text'

/** Classes are a set: order and repeated spaces say nothing. An `aria-describedby` is a list and keeps its order. */
const attributeOf = ({ name, value }: { name: string; value: string }): string => {
  const words = value.trim().split(/\s+/)
  return `${name}=${JSON.stringify(name === 'class' ? words.sort().join(' ') : value)}`
}

const textOf = (value: string, before: Node | undefined, after: Node | undefined): string => {
  const collapsed = value.replace(/[ \t\r\n\f]+/g, ' ')
  if (collapsed.trim() === '') return isInline(before) && isInline(after) ? ' ' : ''
  const start = isInline(before) ? collapsed : collapsed.trimStart()
  return isInline(after) ? start : start.trimEnd()
}

const linesOf = (nodes: Node[], depth: number, verbatim: boolean): string[] => {
  const indent = '  '.repeat(depth)
  return nodes.flatMap((node, index) => {
    if (isText(node)) {
      const text = verbatim ? node.value : textOf(node.value, nodes[index - 1], nodes[index + 1])
      return text === '' ? [] : [`${indent}${JSON.stringify(text)}`]
    }
    if (!isElement(node)) return []
    const attributes = node.attrs.map(attributeOf).sort()
    const isVerbatim = node.tagName === 'textarea' || node.tagName === 'pre'
    return [
      `${indent}<${[node.tagName, ...attributes].join(' ')}>`,
      ...linesOf(node.childNodes, depth + 1, isVerbatim),
    ]
  })
}

/** The same lines for HTML that is the same to a reader, a screen reader and a script. */
export const htmlTree = (html: string): string =>
  linesOf(parseFragment(html).childNodes, 0, false).join('\n')
