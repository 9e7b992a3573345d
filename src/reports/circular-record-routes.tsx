/** Which learning circular a request is about and whether it is this person's to see. */
import { NotFound, NotTheirs, WrongState } from '../errors.ts'
import { type C, personOf } from '../http/env.ts'
import { may, refusingOthers } from '../http/guards.ts'
import type { PageOptions } from '../http/page.tsx'
import { isGranted } from '../people/rules/permissions.ts'
import { findCircular, type StoredCircular } from './circular-store.ts'
import { notDraftCircular } from './open-circular.ts'

export const readsCirculars = may('results.council')

export const writesCirculars = (c: C): boolean => isGranted(personOf(c).roles, 'reports.write')

/** Under Reports for those who have them; everybody else comes to circulars from the results. */
export const circularPage = (
  c: C,
  title: string,
  status: PageOptions['status'] = 200
): PageOptions => ({
  title,
  current: isGranted(personOf(c).roles, 'reports.read') ? 'reports' : 'results',
  status,
})

const findReadable = async (c: C, id: string): Promise<StoredCircular> => {
  const circular = await findCircular(c.get('deps').db, id)
  if (!circular || circular.state === 'discarded') throw new NotFound('No such circular')
  if (circular.state !== 'issued' && !writesCirculars(c)) throw new NotTheirs('No such circular')
  return circular
}

/** @throws NotFound also for a draft, or one that was withdrawn, of somebody who only reads; which is recorded */
export const readableCircular = (c: C): Promise<StoredCircular> => {
  const id = c.req.param('id') ?? ''
  return refusingOthers(c, 'results.council', id, findReadable(c, id))
}

/**
 * @throws NotFound when there is no such circular
 * @throws WrongState when it is no draft any more
 */
export const draftCircular = async (c: C): Promise<StoredCircular> => {
  const circular = await findCircular(c.get('deps').db, c.req.param('id') ?? '')
  if (!circular) throw new NotFound('No such circular')
  const refusal = notDraftCircular[circular.state]
  if (refusal !== undefined) throw new WrongState(refusal)
  return circular
}
