/** A small council with results, a program with a token, and how it asks. */
import { type AddTokenInput, addToken } from '../../src/api/add-token.ts'
import type { Scope } from '../../src/api/rules/token.ts'
import type { TestApp } from '../support/app.ts'
import { run } from '../support/results-file.ts'

const HEADER =
  'audit_ref,round,round_kind,audited_on,theme,item,grade,moderated_grade,team,service_status'

/** Three rounds, two teams, a theme grade, a criterion, a yes/no, a number and a category. */
export const HISTORY = [
  HEADER,
  'A1,March audit,learning,2025-03-10,care_plan,,good,,North 1,cin',
  'A1,March audit,learning,2025-03-10,care_plan,Wishes heard,inadequate,,North 1,cin',
  'A1,March audit,learning,2025-03-10,care_plan,Seen alone,yes,,North 1,cin',
  'A1,March audit,learning,2025-03-10,care_plan,Visits,3,,North 1,cin',
  'A1,March audit,learning,2025-03-10,care_plan,Placement,foster,,North 1,cin',
  'A1,March audit,learning,2025-03-10,audit,,good,requires improvement,North 1,cin',
  'A2,March audit,learning,2025-03-12,care_plan,,requires improvement,,South 1,cp',
  'A2,March audit,learning,2025-03-12,audit,,requires improvement,,South 1,cp',
  'A3,May audit,learning,2025-05-20,care_plan,,outstanding,,North 1,cp',
  'A3,May audit,learning,2025-05-20,audit,,good,,North 1,cp',
  'A4,June dip,dip,2025-06-02,voice,,inadequate,,,',
].join('\n')

export interface Program extends TestApp {
  /** Makes a token and gives the headers that bear it. */
  readonly bear: (
    scopes: readonly Scope[],
    token?: Partial<AddTokenInput>
  ) => Promise<{ authorization: string; token: string; id: string }>
  readonly ask: (path: string, headers?: Record<string, string>) => Promise<Response>
}

export const newProgram = async (t: TestApp, history = HISTORY): Promise<Program> => {
  await run(t.context(), history)
  let made = 0
  return {
    ...t,
    bear: async (scopes, token = {}) => {
      made += 1
      const input = { name: `Program ${made}`, scopes, expiresOn: null, ...token }
      const { id, token: secret } = await addToken(t.context(), input)
      return { authorization: `Bearer ${secret}`, token: secret, id }
    },
    ask: async (path, headers = {}) => t.app.request(path, { headers }),
  }
}

/** Every row of a list, page by page. @param between what happens between two pages */
export const walk = async (
  program: Program,
  path: string,
  authorization: string,
  between: () => Promise<unknown> = async () => undefined
): Promise<Record<string, unknown>[]> => {
  const rows: Record<string, unknown>[] = []
  let next: string | null = path
  for (let pages = 0; next !== null && pages < 100; pages += 1) {
    const { pathname, search } = new URL(next, 'http://127.0.0.1:3000')
    const response = await program.ask(`${pathname}${search}`, { authorization })
    const page = (await response.json()) as { data: Record<string, unknown>[]; next: string | null }
    rows.push(...page.data)
    next = page.next
    await between()
  }
  return rows
}
