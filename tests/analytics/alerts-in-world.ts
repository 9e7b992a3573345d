/** Alerts of a world, raised by its IRO through the verbs. */
import { raiseAlert } from '../../src/alerts/raise-alert.ts'
import { type DraftFields, emptyDraft } from '../../src/alerts/rules/draft.ts'
import { startDraft } from '../../src/alerts/start-draft.ts'
import { addCase } from '../../src/cases/add-case.ts'
import type { Context } from '../../src/db/transaction.ts'
import { asPerson } from '../support/audit-answers.ts'
import { addPersonWith } from '../support/builders.ts'
import type { World } from '../support/world.ts'

type Given = Partial<DraftFields> & { readonly teamId?: string; readonly age?: number }

/** @returns its id, and the context of the IRO who raised it */
export const raiseInWorld = async (
  world: Pick<World, 'context' | 'people' | 'teamId' | 'db'>,
  given: Given = {}
): Promise<{ id: string; raiser: Context; to: string }> => {
  const { teamId = world.teamId, age = 12, ...fields } = given
  const { n } = await world.db
    .selectFrom('case_file')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  const references = `F-${Number(n) + 1}`
  await addCase(world.context(), { reference: references, serviceStatus: 'care', teamId, age })
  const to = await addPersonWith(world.context(), { roles: ['manager'], teamId })
  const raiser = asPerson(world.context(), world.people.iro)
  const typed: DraftFields = {
    ...emptyDraft,
    kind: 'informal',
    categories: ['drift_and_delay'],
    concern: 'The assessment has not begun.',
    impact: 'Nobody knows what is right.',
    asked: 'Begin it.',
    others: [to],
    ...fields,
    references,
  }
  const id = await startDraft(raiser, {
    kind: typed.kind,
    isImmediate: false,
    references,
    auditId: null,
  })
  const outcome = await raiseAlert(raiser, {
    alertId: id,
    revision: 1,
    fields: typed,
    isNoName: true,
  })
  if (outcome.kind !== 'raised') throw new Error(JSON.stringify(outcome))
  return { id, raiser, to }
}
