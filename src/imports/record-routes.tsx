/** What every page of imports shares: who may, its title and place, and what it says after something was done. */
import type { C } from '../http/env.ts'
import { may } from '../http/guards.ts'
import type { PageOptions } from '../http/page.tsx'

export const imports = may('results.import')

export const page = (title: string, status: PageOptions['status'] = 200): PageOptions => ({
  title,
  current: 'programme',
  status,
})

const notices: Record<string, string> = {
  imported: 'The file is imported.',
  undone: 'The import is undone.',
  discarded: 'The file is thrown away. Nothing of it was imported.',
  mapped: 'The name is mapped.',
  unmapped: 'The mapping is undone.',
}

export const saved = (c: C): Pick<PageOptions, 'notice'> => {
  const text = notices[c.req.query('saved') ?? '']
  return text === undefined ? {} : { notice: { kind: 'success', text } }
}
