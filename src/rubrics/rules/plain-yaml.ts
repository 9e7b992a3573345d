/**
 * The nodes that the text of plain fields would be read as, without writing and reading that text: for content that was
 * typed into fields, and is asked what a file is asked. In place of lines its nodes are numbered in their order.
 */
import { Document, isMap, isScalar, isSeq } from 'yaml'
import type { YamlFile } from './read-yaml.ts'
import type { PlainFields } from './rubric-fields.ts'

/** The names and places that lead to a node: `items`, `3`, `descriptors`, `good`. */
export type NodePath = readonly (string | number)[]

/**
 * @param file the name that faults carry
 * @returns the nodes, and the path of each number that stands for a line
 */
export const plainYaml = (
  file: string,
  fields: PlainFields
): { yaml: YamlFile; pathOf: (line: number) => NodePath } => {
  const root = new Document().createNode(fields)
  const paths: NodePath[] = [[]]
  const numbers = new Map<unknown, number>()
  const number = (node: unknown, path: NodePath) => {
    numbers.set(node, paths.push(path))
  }
  const walk = (node: unknown, path: NodePath): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        const inner = [...path, isScalar(key) ? String(key.value) : '']
        number(key, inner)
        walk(value, inner)
      }
    } else if (isSeq(node)) {
      for (const [index, each] of node.items.entries()) {
        const inner = [...path, index]
        number(each, inner)
        walk(each, inner)
      }
    } else if (
      isScalar(node) &&
      (typeof node.value === 'string' || typeof node.value === 'number')
    ) {
      node.source = String(node.value)
    }
  }
  walk(root, [])
  return {
    yaml: { file, root, lineOf: (node) => numbers.get(node) ?? 1 },
    pathOf: (line) => paths[line - 1] ?? [],
  }
}
