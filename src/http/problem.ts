/** What goes wrong for another program: a JSON problem (RFC 9457) in place of a page. Everything below /api/v1/ answers so. */
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { C } from './env.ts'

export interface Problem {
  readonly status: ContentfulStatusCode
  /** What is wrong, in a few words. */
  readonly title: string
  /** What would be right. */
  readonly detail: string
  /** One entry a parameter that is wrong. */
  readonly errors?: readonly { readonly parameter: string; readonly detail: string }[]
}

/** True for requests of programs, which are answered in JSON whatever happens. */
export const isForProgram = (c: C): boolean => /^\/api\/v1(?:\/|$)/.test(c.req.path)

export const answerProblem = (c: C, problem: Problem): Response => {
  const { status, title, detail, errors } = problem
  return c.body(
    `${JSON.stringify({ type: 'about:blank', status, title, detail, ...(errors ? { errors } : {}) }, null, 2)}\n`,
    status,
    { 'Content-Type': 'application/problem+json' }
  )
}
