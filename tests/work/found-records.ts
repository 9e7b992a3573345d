/** Audits and actions to be found, and looking for them. */
import { saveAction } from '../../src/actions/save-action.ts'
import type { Browser } from '../support/app.ts'
import { type OpenAudit, openAudit } from '../support/round-builders.ts'
import type { World } from '../support/world.ts'

const AT = '2026-01-09T15:00:00.000Z'

export const submitted = (world: World, { auditId }: OpenAudit, change = {}) =>
  world.db
    .updateTable('audit')
    .set({ state: 'submitted', first_submitted_at: AT, audited_on: '2026-01-09', ...change })
    .where('id', '=', auditId)
    .execute()

/** Of the other team, given to the stranger, unless told otherwise. */
export const auditOf = (
  world: World,
  reference: string,
  given: Parameters<typeof openAudit>[1] = {}
) =>
  openAudit(world.context(), {
    auditorId: world.strangerId,
    ownTeamReason: 'Nobody else is free in this round',
    ...given,
    case: { teamId: world.otherTeamId, reference, ...given.case },
  })

export const actionOn = async (
  world: World,
  auditId: string,
  what: string,
  ownerId: string | null
) =>
  (
    await saveAction(world.context(), {
      auditId,
      revision: 0,
      itemKey: null,
      what,
      intendedChange: '',
      ownerId,
      dueOn: '2026-02-13',
    })
  ).id

export const look = (browser: Browser, typed: string, more = '') =>
  browser.get(`/find?q=${encodeURIComponent(typed)}${more}`)
