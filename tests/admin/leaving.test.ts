/** Leaving: what is in hand is counted and handed over, every door shuts, and one administrator always stays. */
import { expect, test } from 'vitest'
import { saveAction } from '../../src/actions/save-action.ts'
import { findPersonAccount } from '../../src/people/account-store.ts'
import { changePerson } from '../../src/people/change-person.ts'
import { deactivatePerson } from '../../src/people/deactivate-person.ts'
import type { Role } from '../../src/people/rules/permissions.ts'
import { addPersonWith } from '../support/builders.ts'
import { type Page, plainBrowser } from '../support/page-forms.ts'
import { openAudit } from '../support/round-builders.ts'
import { newWorld, type World } from '../support/world.ts'

const asAdministrator = async () => {
  const world = await newWorld()
  const browser = await world.as('administrator')
  return { world, browser, plain: plainBrowser(browser) }
}

const changeOf = async (world: World, personId: string, change: Record<string, unknown>) => {
  const account = await findPersonAccount(world.db, personId)
  if (!account) throw new Error('no such account')
  return changePerson(world.context(), { ...account, personId, ...change })
}

const eventsOf = async (world: World, subjectId: string) =>
  (
    await world.db
      .selectFrom('event')
      .select(['type', 'details'])
      .where('subject_id', '=', subjectId)
      .orderBy('number')
      .execute()
  ).map(({ type, details }) => `${type} ${details}`)

/** The path of the link that the page shows. */
const linkOn = ({ html }: Page): string => /\/set-password\/[\w-]+/.exec(html)?.[0] ?? 'none'

const actionFor = async (world: World, ownerId: string) => {
  const { auditId } = await openAudit(world.context())
  return saveAction(world.context(), {
    auditId,
    revision: 0,
    itemKey: null,
    what: 'Share the safety plan with school',
    intendedChange: 'School knows what to do',
    ownerId,
    dueOn: null,
  })
}

test('leaving: counts and no content, actions handed over, audits left, doors shut', async () => {
  const { world, plain } = await asAdministrator()
  const id = world.people.manager
  const { auditId } = await openAudit(world.context(), { auditorId: id })
  const action = await actionFor(world, id)
  const theirs = await world.browserOf(id)
  const link = linkOn(
    await plain.press(await plain.open(`/admin/people/${id}`), 'Make a new set-password link')
  )
  const asked = await plain.open(`/admin/people/${id}/deactivate`)
  expect(asked.words).toContain('1 open audit')
  expect(asked.words).toContain('1 open action')
  expect(asked.words).not.toContain('safety plan')
  const forgot = await plain.press(asked, 'Deactivate this account')
  expect([forgot.status, (await findPersonAccount(world.db, id))?.isActive]).toEqual([422, 1])
  const left = await plain.press(forgot, 'Deactivate this account', {
    actionsTo: world.people.iro,
  })
  expect(left.words).toContain('The account is closed.')
  expect((await theirs.get('/')).status).toBe(303)
  expect((await world.visitor.get(link)).status).toBe(409)
  const [stored] = await world.db
    .selectFrom('action')
    .select(['owner_id as ownerId'])
    .where('id', '=', action.id)
    .execute()
  expect(stored?.ownerId).toBe(world.people.iro)
  const audit = await world.db
    .selectFrom('audit')
    .select('auditor_id as auditorId')
    .where('id', '=', auditId)
    .executeTakeFirst()
  expect(audit?.auditorId).toBe(id)
  expect((await eventsOf(world, id)).slice(-2)).toEqual([
    'person.deactivated {}',
    `person.work_handed_over {"actions":1,"auditsToAllocate":1,"toId":"${world.people.iro}"}`,
  ])
  const told = await world.db
    .selectFrom('notice')
    .select(['kind', 'person_id as personId', 'reference'])
    .orderBy('kind')
    .orderBy('person_id')
    .execute()
  expect(told.filter(({ kind }) => kind !== 'audit_allocated')).toEqual([
    { kind: 'actions_handed_over', personId: world.people.iro, reference: '1 action' },
    {
      kind: 'auditor_left',
      personId: world.people.qa_lead,
      reference: expect.stringMatching(/^1 audit in Learning audit \d+$/),
    },
    {
      kind: 'auditor_left',
      personId: world.strangerId,
      reference: expect.stringMatching(/^1 audit in Learning audit \d+$/),
    },
  ])
  expect((await plain.open('/admin')).words).toContain('1 open audit is with somebody who has left')
})

test('the last administrator stays: by role, by closing, and when two remove each other at once', async () => {
  const { world, plain } = await asAdministrator()
  const id = world.people.administrator
  const refused = await plain.press(
    await plain.open(`/admin/people/${id}/deactivate`),
    'Deactivate this account'
  )
  expect([refused.status, refused.words.includes('This is the only administrator')]).toEqual([
    422,
    true,
  ])
  await expect(changeOf(world, id, { roles: ['manager'] })).rejects.toThrow(
    'This is the only administrator. Make somebody else an administrator first'
  )
  const other = await addPersonWith(world.context(), { roles: ['administrator'] })
  const settled = await Promise.allSettled([
    deactivatePerson(world.context(), { personId: id }),
    changeOf(world, other, { roles: ['manager'] satisfies Role[] }),
    deactivatePerson(world.context(), { personId: other }),
  ])
  expect(settled.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0)
  const left = await world.db
    .selectFrom('person_role')
    .innerJoin('person', 'person.id', 'person_role.person_id')
    .select('person.id')
    .where('role', '=', 'administrator')
    .where('is_active', '=', 1)
    .execute()
  expect(left).toHaveLength(1)
})
