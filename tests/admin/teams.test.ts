/** The tree of teams in the browser: adding, moving without circles, closing with what is in it, opening again. */
import { expect, test } from 'vitest'
import { checkDatabase } from '../../src/admin/check-database.ts'
import { closeTeam } from '../../src/admin/close-team.ts'
import { findPersonAccount } from '../../src/people/account-store.ts'
import { addTeam } from '../../src/people/add-team.ts'
import { changePerson } from '../../src/people/change-person.ts'
import { changeTeam } from '../../src/people/change-team.ts'
import { findTeam } from '../../src/people/team-store.ts'
import { addPersonWith, addTeamWith } from '../support/builders.ts'
import { newContext } from '../support/context.ts'
import { plainBrowser } from '../support/page-forms.ts'
import { addCaseWith } from '../support/round-builders.ts'
import { newWorld, type World } from '../support/world.ts'

const asAdministrator = async () => {
  const world = await newWorld()
  return { world, plain: plainBrowser(await world.as('administrator')) }
}

type Database = Pick<World, 'db'>

const pathsOf = async ({ db }: Database) => {
  const rows = await db
    .selectFrom('team_path')
    .innerJoin('team', 'team.id', 'team_path.team_id')
    .innerJoin('team as above', 'above.id', 'team_path.ancestor_id')
    .select(['team.name as team', 'above.name as above'])
    .whereRef('team.id', '<>', 'above.id')
    .execute()
  return rows.map(({ team, above }) => `${team} < ${above}`).sort()
}

const move = async (ctx: Awaited<ReturnType<typeof newContext>>, id: string, parentId: string) => {
  const team = await findTeam(ctx.db, id)
  if (!team) throw new Error('no such team')
  return changeTeam(ctx, { ...team, teamId: id, parentId })
}

const threeLevels = async () => {
  const ctx = await newContext()
  const a = await addTeamWith(ctx, { name: 'A', kind: 'service' })
  const b = await addTeamWith(ctx, { name: 'B', kind: 'service' })
  const c = await addTeamWith(ctx, { name: 'C', parentId: a })
  const d = await addTeamWith(ctx, { name: 'D', parentId: c })
  return { ctx, a, b, c, d }
}

test('a team moves with everything below it, and the check finds the paths as they should be', async () => {
  const { ctx, b, c } = await threeLevels()
  expect(await pathsOf(ctx)).toEqual(['C < A', 'D < A', 'D < C'])
  await move(ctx, c, b)
  expect(await pathsOf(ctx)).toEqual(['C < B', 'D < B', 'D < C'])
  expect(await checkDatabase(ctx)).toEqual([])
  await ctx.db
    .deleteFrom('team_path')
    .where('team_id', '=', c)
    .where('ancestor_id', '=', b)
    .execute()
  expect(await checkDatabase(ctx)).toEqual(['team C: is below B, and is not kept as such'])
})

test('a team never stands below itself, even when two move each other at once', async () => {
  const { ctx, a, b, c, d } = await threeLevels()
  for (const parent of [a, c, d]) {
    await expect(move(ctx, a, parent)).rejects.toThrow('stands below A')
  }
  const settled = await Promise.allSettled([move(ctx, a, b), move(ctx, b, a)])
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await checkDatabase(ctx)).toEqual([])
})

test('a team is added below one that moves at the same instant, and the paths hold', async () => {
  const { ctx, b, c } = await threeLevels()
  const plain = { kind: 'team', openedOn: null, closedOn: null, isHistorical: false } as const
  await Promise.all([
    move(ctx, c, b),
    addTeam(ctx, { ...plain, name: 'E', parentId: c }),
    addTeam(ctx, { ...plain, name: 'F', parentId: c }),
  ])
  expect(await checkDatabase(ctx)).toEqual([])
  const add = () => addTeam(ctx, { ...plain, name: 'G', parentId: null })
  const same = await Promise.allSettled([add(), add()])
  expect(same.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('adding and renaming in the browser, with a name that is taken and a stale page', async () => {
  const { world, plain } = await asAdministrator()
  const form = await plain.open('/admin/teams/new')
  const fields = { name: 'North 1 ', parentId: world.serviceId, kind: 'team' }
  const taken = await plain.press(form, 'Add it', fields)
  expect([taken.status, taken.words.includes('There is already a team called North 1')]).toEqual([
    422,
    true,
  ])
  const added = await plain.press(taken, 'Add it', {
    name: 'North 2',
    'openedOn-day': '1',
    'openedOn-month': '3',
    'openedOn-year': '2026',
  })
  expect(added.words).toContain('The team is added.')
  expect((await plain.open('/admin/teams')).words).toContain(
    'North 2 0 people, opens on 1 Mar 2026'
  )
  const changing = await plain.open(`${added.path.split('?')[0]}/change`)
  await plain.press(changing, 'Save changes', { name: 'North Two' })
  const stale = await plain.press(changing, 'Save changes', { name: 'North II' })
  expect([stale.status, stale.words.includes('Name: North Two')]).toEqual([409, true])
  const person = await plain.open('/admin/people/new')
  expect(person.words).not.toContain('North Two')
  world.setNow('2026-03-01T09:00:00.000Z')
  const later = plainBrowser(await world.as('administrator'))
  expect((await later.open('/admin/people/new')).words).toContain('North Two')
})

test('closing: what is in it must be moved or confirmed, and history keeps the name', async () => {
  const { world, plain } = await asAdministrator()
  const ctx = world.context()
  await addCaseWith(ctx, { teamId: world.teamId })
  const closing = await plain.open(`/admin/teams/${world.teamId}/close`)
  expect(closing.words).toContain('In it: 8 people, 1 case, 0 open audits.')
  const date = { 'closedOn-day': '12', 'closedOn-month': '1', 'closedOn-year': '2026' }
  const asked = await plain.press(closing, 'Close this team', date)
  expect([asked.status, asked.words.includes('or confirm that they stay')]).toEqual([422, true])
  const closed = await plain.press(asked, 'Close this team', {
    peopleTo: world.otherTeamId,
    casesTo: world.otherTeamId,
  })
  expect(closed.words).toContain('The closing date is saved.')
  expect(closed.words).toContain('0 people, 0 cases')
  expect((await findPersonAccount(world.db, world.people.manager))?.teamName).toBe('Care 1')
  // Still open on its last day, and closed the day after.
  expect((await plain.open('/admin/people/new')).words).toContain('North 1')
  world.setNow('2026-01-13T00:00:00.000Z')
  const after = plainBrowser(await world.as('administrator'))
  expect((await after.open('/admin/people/new')).words).not.toContain('North 1')
  expect((await after.open('/admin/teams')).words).toContain('closed on 12 Jan 2026')
  const account = await findPersonAccount(world.db, world.people.manager)
  if (!account) throw new Error('no such account')
  await expect(
    changePerson(world.context(), { ...account, personId: account.id, teamId: world.teamId })
  ).rejects.toThrow('North 1 is not open. Choose another team')
  const asking = await after.open(`/admin/teams/${world.teamId}/reopen`)
  expect((await after.press(asking, 'Reopen this team')).words).toContain('The team is open again.')
})

test('a service closes only after what is below it', async () => {
  const { ctx, a, c } = await threeLevels()
  const stay = { peopleTo: null, casesTo: null, isConfirmed: true, closedOn: '2026-02-28' }
  await expect(closeTeam(ctx, { ...stay, teamId: a })).rejects.toThrow(
    'C, D would still be open below it. Close or move those teams first'
  )
  await addPersonWith(ctx, { teamId: c })
  await expect(closeTeam(ctx, { ...stay, teamId: c, peopleTo: c })).rejects.toThrow(
    'D would still be open below it'
  )
})

test('people left in a team that has closed stand on the first page', async () => {
  const { world } = await asAdministrator()
  await closeTeam(world.context(), {
    teamId: world.otherTeamId,
    closedOn: '2026-01-31',
    peopleTo: null,
    casesTo: null,
    isConfirmed: true,
  })
  world.setNow('2026-02-01T00:00:00.000Z')
  const plain = plainBrowser(await world.as('administrator'))
  expect((await plain.open('/admin')).words).toContain(
    'Care 1 is closed and 1 person is still in it'
  )
})
