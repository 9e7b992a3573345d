/** The OpenAPI 3.1 document of the API, made from the schemas that check its queries and that its answers are tested with. */
import { z } from 'zod'
import type { ListDefinition } from './list-definition.ts'
import { pageSchema } from './page.ts'

type Json = { readonly [key: string]: unknown }

const problem = z
  .strictObject({
    type: z.literal('about:blank'),
    status: z.int(),
    title: z.string().meta({ description: 'What is wrong.' }),
    detail: z.string().meta({ description: 'What would be right.' }),
    errors: z
      .array(z.strictObject({ parameter: z.string(), detail: z.string() }))
      .optional()
      .meta({ description: 'One entry a parameter that is wrong.' }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457.' })

/** Schemas with an id stand under components; this says where. */
const placed = (schema: unknown): unknown =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'))

const schemaOf = (schema: z.ZodType): { readonly schema: Json; readonly defs: Json } => {
  const { $schema: _, $defs, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12' })
  return { schema: placed(rest) as Json, defs: placed($defs ?? {}) as Json }
}

/** The parameters of a list, as checked. */
export const parametersOf = (list: ListDefinition) => {
  const { properties = {} } = z.toJSONSchema(list.query, { io: 'input', target: 'draft-2020-12' })
  return Object.entries(properties).map(([name, found]) => {
    const { description, example, ...schema } = found as Json
    return { name, in: 'query', required: false, description, example, schema }
  })
}

const problems = {
  '400': 'A token in the address.',
  '401': 'No token, or one that does not work.',
  '403': 'The token has not the scope.',
  '422': 'Parameters that are wrong, all of them.',
  '429': 'Too many requests; Retry-After says for how long.',
} as const

const problemAnswers = Object.fromEntries(
  Object.entries(problems).map(([status, description]) => [
    status,
    {
      description,
      ...(status === '429'
        ? { headers: { 'Retry-After': { schema: { type: 'integer' }, description: 'Seconds.' } } }
        : {}),
      content: {
        'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
      },
    },
  ])
)

/** A page under `format=flat`: the plain columns, those of the words only for tokens that reach them. */
const flatPage = ({ columnNames }: ListDefinition): Json => ({
  type: 'object',
  description: 'With format=flat.',
  properties: {
    data: {
      type: 'array',
      items: {
        type: 'object',
        properties: Object.fromEntries(
          columnNames(true).map((name) => [name, { type: ['string', 'number', 'boolean', 'null'] }])
        ),
        required: columnNames(false),
        additionalProperties: false,
      },
    },
    next: { type: ['string', 'null'], format: 'uri' },
    nextCursor: { type: ['string', 'null'] },
  },
  required: ['data', 'next', 'nextCursor'],
  additionalProperties: false,
})

const pathOf = (list: ListDefinition, page: Json) => ({
  get: {
    operationId: `list_${list.name}`,
    summary: list.title,
    description: `${list.description} Needs the scope \`${list.scope}\`${list.hasText ? '; the scope `text` adds words' : ''}.`,
    parameters: parametersOf(list),
    responses: {
      '200': {
        description: 'A page of rows.',
        headers: {
          Link: {
            schema: { type: 'string' },
            description: 'The next page, with rel="next"; absent on the last.',
          },
        },
        content: {
          'application/json': { schema: { anyOf: [page, flatPage(list)] } },
          'text/csv': { schema: { type: 'string' } },
        },
      },
      ...problemAnswers,
    },
  },
})

/** @param server the address of the application, without a slash at its end */
export const openapiDocument = (lists: readonly ListDefinition[], server: string): Json => {
  const pages = lists.map((list) => ({ list, ...schemaOf(pageSchema(list.row)) }))
  return {
    openapi: '3.1.0',
    info: {
      title: 'Plumbline',
      version: '1',
      description: `What Power BI, Excel and other programs may read. How each field is meant, and what never comes out, stands at ${server}/api.`,
    },
    servers: [{ url: server }],
    security: [{ token: [] }],
    paths: {
      ...Object.fromEntries(
        pages.map(({ list, schema }) => [`/api/v1/${list.name}`, pathOf(list, schema)])
      ),
      '/api/v1/openapi.json': {
        get: {
          operationId: 'openapi',
          summary: 'This document',
          description: 'Any token will do.',
          responses: {
            '200': {
              description: 'OpenAPI 3.1.',
              content: { 'application/json': { schema: { type: 'object' } } },
            },
            ...problemAnswers,
          },
        },
      },
    },
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'A token that an administrator made; it begins with plumb_.',
        },
      },
      schemas: {
        ...Object.assign({}, ...pages.map(({ defs }) => defs)),
        ...schemaOf(z.array(problem)).defs,
      },
    },
  }
}

export type FieldWords = {
  readonly name: string
  readonly type: string
  readonly meaning: string
}

type Schema = {
  readonly type?: string | readonly string[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly enum?: readonly string[]
  readonly const?: string
  readonly format?: string
  readonly description?: string
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: unknown
}

const typeWords = (schema: Schema): string => {
  if (schema.anyOf) return [...new Set(schema.anyOf.map(typeWords))].join(' or ')
  if (schema.const !== undefined) return `“${schema.const}”`
  if (schema.enum) return schema.enum.map((one) => `“${one}”`).join(' or ')
  const types = [schema.type ?? 'object'].flat()
  const words: Readonly<Record<string, string>> = {
    string: schema.format === 'date' ? 'date' : 'text',
    integer: 'whole number',
    number: 'number',
    boolean: 'true or false',
    null: 'null',
    array: `list of ${schema.items?.type === 'string' ? 'texts' : 'records'}`,
    object: schema.properties ? 'record' : 'one number for each key',
  }
  return types.map((type) => words[type] ?? type).join(' or ')
}

const fieldsUnder = (schema: Schema, above = ''): FieldWords[] =>
  Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const within = field.anyOf?.find((one) => one.properties) ?? field.items ?? field
    return [
      { name: `${above}${name}`, type: typeWords(field), meaning: field.description ?? '' },
      ...(within.properties ? fieldsUnder(within, `${above}${name}.`) : []),
    ]
  })

/** Every field of a list's rows, those within records after them, for people to read. */
export const fieldsOf = (list: ListDefinition): FieldWords[] => {
  const { $defs = {} } = z.toJSONSchema(z.array(list.row), { target: 'draft-2020-12' })
  const fields = new Map<string, FieldWords>()
  for (const schema of Object.values($defs) as Schema[]) {
    for (const form of schema.oneOf ?? [schema]) {
      for (const field of fieldsUnder(form)) {
        const known = fields.get(field.name)
        const type =
          known && known.type !== field.type ? `${known.type} or ${field.type}` : field.type
        fields.set(field.name, { ...field, type })
      }
    }
  }
  return [...fields.values()]
}
