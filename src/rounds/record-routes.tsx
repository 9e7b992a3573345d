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

/** What the page of a round says after something was done on it, by the `saved` of its address. */
const notices: Record<string, string> = {
  draft: 'The round is saved as a draft.',
  round: 'The changes are saved.',
  allocation: 'The allocation is saved.',
  cases: 'The cases are added.',
  nothing: 'All of these cases were in the round already. Nothing was added.',
  removed: 'The case is taken out of the round.',
  opened: 'The round is open.',
  closed: 'The round is closed.',
}

export const noticeOf = (c: C): Pick<PageOptions, 'notice'> => {
  const text = notices[c.req.query('saved') ?? '']
  return text === undefined ? {} : { notice: { kind: 'success', text } }
}

/** The round's address with what is not as it is at first. */
export const addressOf = (
  round: Pick<Round, 'id'>,
  view: { readonly saved?: string; readonly page?: number; readonly order?: string }
): string => {
  const query = new URLSearchParams()
  if (view.order !== undefined && view.order !== 'reference') query.set('order', view.order)
  if (view.page !== undefined && view.page > 1) query.set('page', String(view.page))
  if (view.saved !== undefined) query.set('saved', view.saved)
  return query.size === 0 ? `/rounds/${round.id}` : `/rounds/${round.id}?${query}`
}
