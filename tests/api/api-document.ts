/** The OpenAPI document as a stranger reads it: ajv, which knows nothing of the schemas that we wrote. */
import { Ajv2020 } from 'ajv/dist/2020.js'

export type ApiDocument = {
  readonly paths: Readonly<
    Record<
      string,
      { get: { responses: Record<string, { content: Record<string, { schema: object }> }> } }
    >
  >
  readonly components: { readonly schemas: Readonly<Record<string, object>> }
}

/** Whether an answer is what the document says of the path, status and type. */
export const validatorOf = (
  document: ApiDocument,
  path: string,
  status = '200',
  type = 'application/json'
) => {
  const formats = { date: /^\d{4}-\d{2}-\d{2}$/, uri: /^https?:/ }
  const ajv = new Ajv2020({ strict: false, formats })
  const schema = document.paths[path]?.get.responses[status]?.content[type]?.schema
  if (!schema) throw new Error(`the document says nothing of ${path} ${status} ${type}`)
  return ajv.compile({ ...schema, components: document.components })
}
