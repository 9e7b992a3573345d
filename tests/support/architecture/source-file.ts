/** One source file as the architecture test sees it: its imports, exports, calls and forbidden words. Judges nothing. */
import { posix } from 'node:path'
import { parseSync } from 'oxc-parser'

export interface Import {
  /** A path of the repository (`src/people/store.ts`) or the name of a package. */
  readonly from: string
  readonly names: readonly string[]
  /** Declared `import type`, so nothing of it is left when the program runs. */
  readonly isType: boolean
}

export interface Export {
  readonly name: string
  readonly kind: 'function' | 'value' | 'type' | 'default' | 'again'
  /** The name of the type of a function's first parameter. */
  readonly takes?: string
}

export interface SourceFile {
  readonly path: string
  readonly lines: number
  readonly imports: readonly Import[]
  readonly exports: readonly Export[]
  /** Names of functions called directly, as `f()`. */
  readonly calls: ReadonlySet<string>
  /** What was found that only some files may have: `process.env`, the clock, chance, `any`. */
  readonly marks: readonly Mark[]
  /** Text in quotes and in templates, with where it begins. */
  readonly texts: readonly { readonly text: string; readonly line: number }[]
  /** The text of the comment that the file opens with, when it is a doc comment. */
  readonly opening: string | undefined
  readonly comments: readonly string[]
}

export interface Mark {
  readonly what: 'process.env' | 'clock' | 'chance' | 'any' | 'import()' | 'query' | 'markup'
  readonly line: number
}

type Node = { readonly type: string; readonly start: number; readonly [key: string]: unknown }

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

const childrenOf = (node: Node): Node[] =>
  Object.values(node).flatMap((value) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []
  )

const walk = (node: Node, visit: (node: Node) => void): void => {
  visit(node)
  for (const child of childrenOf(node)) walk(child, visit)
}

/** `a.b.c` of nested member expressions; undefined for anything computed from a value. */
const dotted = (value: unknown): string | undefined => {
  if (!isNode(value)) return undefined
  if (value.type === 'Identifier') return String(value.name)
  if (value.type !== 'MemberExpression') return undefined
  const object = dotted(value.object)
  const property = value.property as Node
  const name = value.computed ? property.value : property.name
  return object && typeof name === 'string' ? `${object}.${name}` : undefined
}

const nameOf = (value: unknown): string => {
  const node = value as Node
  return String(node?.name ?? node?.value ?? '*')
}

/** A tag of HTML in a text, as `<p>` or `</ul`. */
const MARKUP = /<\/?[a-z][a-z0-9]*(?:\s[^<]*)?>|<!doctype/i

const wordsOf = (node: Node): string | undefined => {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node.type !== 'TemplateElement') return undefined
  return (node.value as { raw?: string }).raw
}

const CLOCK = new Set(['Date.now', 'performance.now', 'Temporal.Now'])
const CHANCE = new Set(['Math.random', 'crypto.randomUUID', 'crypto.getRandomValues'])

/** Where a Kysely query begins. */
const QUERY = new Set(['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto'])

const markOf = (node: Node): Mark['what'] | undefined => {
  if (node.type === 'TSAnyKeyword') return 'any'
  if (typeof wordsOf(node) === 'string' && MARKUP.test(wordsOf(node) ?? '')) return 'markup'
  if (node.type === 'ImportExpression') return 'import()'
  const name = dotted(node)
  if (name === 'process.env') return 'process.env'
  if (name && CLOCK.has(name)) return 'clock'
  if (name && CHANCE.has(name)) return 'chance'
  const callee = dotted(node.callee)
  const method = (node.callee as Node | undefined)?.property as Node | undefined
  if (method && QUERY.has(nameOf(method))) return 'query'
  const isEmpty = Array.isArray(node.arguments) && node.arguments.length === 0
  if (callee === 'Date' && (node.type === 'CallExpression' || isEmpty)) return 'clock'
  return undefined
}

const resolve = (path: string, from: string): string =>
  from.startsWith('.') ? posix.join(posix.dirname(path), from) : from

const importsOf = (path: string, body: readonly Node[]): Import[] =>
  body.flatMap((node) => {
    if (!isNode(node.source)) return []
    const specifiers = (node.specifiers ?? []) as Node[]
    return {
      from: resolve(path, String(node.source.value)),
      names: specifiers.map((each) => nameOf(each.imported ?? each.local)),
      isType: node.importKind === 'type' || node.exportKind === 'type',
    }
  })

const FUNCTIONS = new Set(['ArrowFunctionExpression', 'FunctionExpression', 'FunctionDeclaration'])

const exportedAs = (name: string, value: unknown): Export => {
  if (!isNode(value) || !FUNCTIONS.has(value.type)) return { name, kind: 'value' }
  const [first] = value.params as Node[]
  const annotation = (first?.typeAnnotation as Node | null | undefined)?.typeAnnotation as Node
  const takes = annotation?.type === 'TSTypeReference' ? nameOf(annotation.typeName) : undefined
  return { name, kind: 'function', ...(takes === undefined ? {} : { takes }) }
}

const exportsOf = (body: readonly Node[]): Export[] =>
  body.flatMap((node): Export[] => {
    if (node.type === 'ExportDefaultDeclaration') return [{ name: 'default', kind: 'default' }]
    if (node.type === 'ExportAllDeclaration') return [{ name: '*', kind: 'again' }]
    if (node.type !== 'ExportNamedDeclaration') return []
    const declared = node.declaration
    if (!isNode(declared)) {
      return ((node.specifiers ?? []) as Node[]).map((each) => ({
        name: nameOf(each.exported),
        kind: nameOf(each.exported) === 'default' ? 'default' : 'again',
      }))
    }
    if (declared.type === 'VariableDeclaration') {
      return (declared.declarations as Node[]).map((each) => exportedAs(nameOf(each.id), each.init))
    }
    const isType = declared.type.startsWith('TS')
    return [
      isType
        ? { name: nameOf(declared.id), kind: 'type' }
        : exportedAs(nameOf(declared.id), declared),
    ]
  })

/** @throws Error when the text is not TypeScript */
export const readSource = (path: string, text: string): SourceFile => {
  const { program, comments, errors } = parseSync(path, text)
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`)
  const body = program.body as unknown as Node[]
  const calls = new Set<string>()
  const marks: Mark[] = []
  const texts: { text: string; line: number }[] = []
  for (const statement of body) {
    walk(statement, (node) => {
      if (node.type === 'CallExpression' && isNode(node.callee)) {
        if (node.callee.type === 'Identifier') calls.add(nameOf(node.callee))
      }
      const what = markOf(node)
      const line = () => text.slice(0, node.start).split('\n').length
      if (what) marks.push({ what, line: line() })
      const words = wordsOf(node)
      if (words) texts.push({ text: words, line: line() })
    })
  }
  const [first] = comments
  const opens = first?.type === 'Block' && first.value.startsWith('*')
  const startsHere = first !== undefined && /^\s*$/.test(text.slice(0, first.start))
  return {
    path,
    lines: text.replace(/\n$/, '').split('\n').length,
    imports: importsOf(path, body),
    exports: exportsOf(body),
    calls,
    marks,
    texts,
    opening: opens && startsHere ? first.value : undefined,
    comments: comments.map((comment) => comment.value),
  }
}
