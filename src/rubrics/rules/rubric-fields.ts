/** A rubric as the plain fields of its file, and the text of that file. Reading the text back is parse-rubric.ts. */
import { stringify } from 'yaml'
import type { Item, Rubric } from './rubric.ts'

/** Fields as a file has them; what is undefined is left out of the file. */
export type PlainFields = { readonly [field: string]: unknown }

/** What is nothing to say in a file: undefined, an empty text, list or group. */
const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && value !== null && Object.keys(value).length === 0)

/** Leaves out blank fields, inner ones first; `kept` names fields that stand even when blank. */
export const withoutBlanks = (value: PlainFields, kept: readonly string[] = []): PlainFields =>
  Object.fromEntries(
    Object.entries(value).flatMap(([field, one]) => {
      const inner =
        typeof one === 'object' && one !== null && !Array.isArray(one)
          ? withoutBlanks(one as PlainFields)
          : one
      return isBlank(inner) && !kept.includes(field) ? [] : [[field, inner]]
    })
  )

const itemFields = (item: Item): PlainFields => ({
  key: item.key,
  short: item.short,
  question: item.question,
  guidance: item.guidance,
  kind: item.kind,
  required: item.required ? undefined : false,
  always_applies: item.alwaysApplies ? true : undefined,
  ...(item.kind === 'grade'
    ? { critical: item.critical ? true : undefined, descriptors: item.descriptors }
    : {}),
  ...(item.kind === 'number' ? { unit: item.unit } : {}),
  ...(item.kind === 'category'
    ? { multiple: item.multiple ? true : undefined, choices: item.choices }
    : {}),
  shows_when: item.showsWhen,
})

/** Every field of a published version, in the order in which the library's files have them. */
export const rubricFields = (rubric: Rubric): PlainFields =>
  withoutBlanks(
    {
      key: rubric.key,
      version: rubric.version,
      title: rubric.title,
      judgement: rubric.judgement,
      source: rubric.source,
      scale: rubric.scale,
      applies: rubric.applies,
      rules: rubric.rules,
      items: rubric.items.map((item) => withoutBlanks(itemFields(item))),
    },
    ['applies']
  )

/** The text of a rubric file. A version of digits alone is written as the number that people write. */
export const rubricYaml = (fields: PlainFields): string => {
  const version = String(fields.version ?? '')
  return stringify(
    { ...fields, version: /^[0-9]+$/.test(version) ? Number(version) : version },
    { lineWidth: 100, indentSeq: true, version: '1.2', schema: 'core' }
  )
}
