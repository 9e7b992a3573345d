/** Which round a request is about: asked by every route of a round. Whoever manages rounds manages all of them. */
import { NotFound } from '../errors.ts'
import type { C } from '../http/env.ts'
import { may } from '../http/guards.ts'
import type { PageOptions } from '../http/page.tsx'
import { findRound, type Round } from './store.ts'

export const manages = may('rounds.manage')

export const roundOf = async (c: C): Promise<Round> => {
  const round = await findRound(c.get('deps').db, c.req.param('id') ?? '')
  if (!round) throw new NotFound('No such round')
  return round
}

export const page = (title: string, status: PageOptions['status'] = 200): PageOptions => ({
  title,
  current: 'programme',
  status,
})
