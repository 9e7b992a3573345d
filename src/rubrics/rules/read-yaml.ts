/**
 * Reads the YAML of an authored file into nodes that know their lines, or says by line what is
 * wrong with its syntax. What the fields mean is left to others.
 */
import {
  type Document,
  isAlias,
  isNode,
  Lexer,
  LineCounter,
  parseDocument,
  type Scalar,
  visit,
  type YAMLError,
} from 'yaml'
import { decodeText } from './decode-text.ts'
import type { Fault } from './fault.ts'

export type YamlFile = {
  readonly file: string
  readonly root: unknown
  /** The line, from 1, on which a node starts; 1 for what has no place. */
  readonly lineOf: (node: unknown) => number
}

export type ReadYaml =
  | { readonly ok: true; readonly yaml: YamlFile }
  | { readonly ok: false; readonly faults: readonly Fault[] }

/** One fault a line: what follows from the first fault of a line is seldom news. */
export const readYaml = (file: string, content: string | Uint8Array): ReadYaml => {
  const decoded = decodeText(file, content)
  if (!decoded.ok) return decoded
  const hostile = refuseHostile(file, decoded.text)
  if (hostile !== undefined) return { ok: false, faults: [hostile] }
  const lines = new LineCounter()
  const document = parseDocument(decoded.text, {
    lineCounter: lines,
    prettyErrors: false,
    // Repeated fields are reported with all other faults of the fields.
    uniqueKeys: false,
    version: '1.2',
    schema: 'core',
  })
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line)
  const lineOf = (node: unknown) => (isNode(node) && node.range != null ? lineAt(node.range[0]) : 1)
  const faults = new Map<number, Fault>()
  const report = (line: number, message: string) => {
    if (!faults.has(line)) faults.set(line, { file, line, message })
  }
  for (const error of document.errors) {
    const opened = openQuote(document, error)
    if (opened !== undefined) {
      report(
        lineOf(opened),
        'opens a quote that is never closed; close it, or double a quote inside'
      )
    } else {
      const words = syntaxWords[error.code] ?? `cannot be read as YAML (${error.message})`
      report(lineAt(error.pos[0]), words)
    }
  }
  const directive = /^(?:[ ]*(?:#.*)?\n)*%/.exec(decoded.text)
  if (directive !== null) {
    const line = directive[0].split('\n').length
    report(line, 'starts with %; delete the line, since a rubric needs no directives')
  }
  reportRefused(document, lineOf, report)
  if (faults.size > 0) {
    return { ok: false, faults: [...faults.values()].sort((a, b) => a.line - b.line) }
  }
  return { ok: true, yaml: { file, root: document.contents, lineOf } }
}

/** A rubric of forty items has about three thousand: names, texts, signs and line ends. */
export const mostTokens = 6000
const deepest = 12

/**
 * Reading YAML can take seconds where a file is made of thousands of signs, above all where they are wrong. Its signs
 * alone are told apart fast, so they are looked at first, and only as far as the first that is too much.
 */
const refuseHostile = (file: string, text: string): Fault | undefined => {
  let tokens = 0
  let depth = 0
  let line = 1
  for (const token of new Lexer().lex(text)) {
    tokens += 1
    if (tokens > mostTokens) {
      const message = `the file goes on after ${mostTokens.toLocaleString('en-GB')} names, texts and signs, which is more than a rubric of eighty questions has; look for something pasted in by mistake, or make two rubrics of it`
      return { file, line, message }
    }
    if (token === '[' || token === '{') depth += 1
    if (token === ']' || token === '}') depth -= 1
    if (depth > deepest) return { file, line, message: tooDeep }
    if (depth < 0) {
      return { file, line, message: `closes a bracket that was never opened; delete the ${token}` }
    }
    for (let at = token.indexOf('\n'); at >= 0; at = token.indexOf('\n', at + 1)) line += 1
  }
  return undefined
}

const tooDeep = 'is nested far too deeply; a rubric needs four levels at most'

/** What YAML allows and we do not: a reader of the file should see what it says where it says it. */
const reportRefused = (
  document: Document,
  lineOf: (node: unknown) => number,
  report: (line: number, message: string) => void
) => {
  visit(document, {
    Node: (_key, node) => {
      if (isAlias(node)) {
        report(lineOf(node), 'uses an alias (*); write the text out in full')
      } else if ('anchor' in node && node.anchor !== undefined) {
        report(lineOf(node), 'uses an anchor (&); write the text out in full wherever it is needed')
      } else if (node.tag !== undefined) {
        report(lineOf(node), 'uses a tag (!); delete it, since each field has its own type')
      }
    },
  })
}

/** A quote left open is noticed at the end of the file; the line to look at is where it opens. */
const openQuote = (document: Document, error: YAMLError): Scalar | undefined => {
  if (error.code !== 'MISSING_CHAR' || !error.message.includes('quote')) return undefined
  let opened: Scalar | undefined
  visit(document, {
    Scalar: (_key, node) => {
      const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE'
      if (quoted && node.range != null && node.range[0] <= error.pos[0]) opened = node
    },
  })
  return opened
}

const syntaxWords: Readonly<Record<string, string>> = {
  BAD_ALIAS: 'uses an alias (*); write the text out in full, in quotes if it starts with *',
  BAD_DIRECTIVE: 'has a line that starts with %; delete it, or put the text in quotes',
  BAD_DQ_ESCAPE: 'has a backslash that means nothing here; use single quotes or write \\\\',
  BAD_INDENT: 'is indented differently from the lines it belongs with; line it up with them',
  BAD_SCALAR_START:
    'has text that starts with a character YAML keeps for itself; put the text in quotes',
  BLOCK_AS_IMPLICIT_KEY:
    'has a colon and a space inside a text, or two fields on one line; put the text in quotes',
  BLOCK_IN_FLOW: 'has an indented list inside { } or [ ]; close the bracket or write it below',
  KEY_OVER_1024_CHARS: 'has a field name of over 1,024 characters; look for a missing line end',
  MISSING_CHAR:
    'misses a character that closes or separates: look for a quote, a bracket or a colon; a text with quotes in it goes inside the other kind of quotes',
  MULTILINE_IMPLICIT_KEY:
    'has a line without "field: value"; indent it deeper than its field, or add the colon',
  MULTIPLE_ANCHORS: 'uses an anchor (&); write the text out in full wherever it is needed',
  MULTIPLE_DOCS: 'starts a second document (---); a file holds one rubric, so make a second file',
  MULTIPLE_TAGS: 'uses a tag (!); delete it, since each field has its own type',
  NON_STRING_KEY: 'has a field name that is not text; write a plain name before the colon',
  RESOURCE_EXHAUSTION: tooDeep,
  TAB_AS_INDENT: 'has a tab; use spaces',
  TAG_RESOLVE_FAILED: 'uses a tag (!); delete it, since each field has its own type',
  UNEXPECTED_TOKEN:
    'has something that does not belong here; put the text in quotes, or look at the line above',
}
