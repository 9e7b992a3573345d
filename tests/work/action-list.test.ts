/** The list of actions: late, open and done, of audits that the reader may read and of their own. */
import { expect, test } from 'vitest'
import { saveAction } from '../../src/actions/save-action.ts'
import { newApp } from '../support/app.ts'
import { addPersonWith, addTeamWith } from '../support/builders.ts'
import { openAudit } from '../support/round-builders.ts'
import { wordsOf } from '../support/words-of.ts'

const withActions = async () => {
  const t = await newApp()
  const north = await addTeamWith(t.context(), { name: 'North' })
  const south = await addTeamWith(t.context(), { name: 'South' })
  const ownerId = await addPersonWith(t.context(), { name: 'Jo Owner', roles: ['practitioner'] })
  const add = async (reference: string, teamId: string, dueOn: string, what: string) => {
    const { auditId } = await openAudit(t.context(), { case: { reference, teamId } })
    const action = await saveAction(
      { ...t.context(), now: '2026-01-05T09:00:00.000Z' },
      {
        auditId,
        revision: 0,
        itemKey: null,
        what,
        intendedChange: 'The child is safer',
        ownerId,
        dueOn,
      }
    )
    const submitted = {
      state: 'submitted' as const,
      first_submitted_at: '2026-01-05T09:00:00.000Z',
      team_id: teamId,
      is_counted: 1 as const,
    }
    await t.db.updateTable('audit').set(submitted).where('id', '=', auditId).execute()
    return action.id
  }
  await add('C-1', north, '2026-01-09', 'Write to the school')
  await add('C-2', south, '2026-01-08', 'See the child alone')
  const done = await add('C-3', north, '2026-01-07', 'Hold the core group')
  await t.db
    .updateTable('action')
    .set({ state: 'done', done_at: '2026-01-07T10:00:00.000Z' })
    .where('id', '=', done)
    .execute()
  await add('C-4', north, '2026-03-02', 'Read the chronology')
  return { t, north, south, ownerId }
}

const names = [
  'Write to the school',
  'See the child alone',
  'Hold the core group',
  'Read the chronology',
]

const shown = (page: string): string[] =>
  names
    .filter((name) => page.includes(name))
    .sort((one, two) => page.indexOf(one) - page.indexOf(two))

test('late ones first, the oldest on top; open and done by the filter; a team with the number of it', async () => {
  const { t, north } = await withActions()
  const qa = await t.signIn(['qa_lead'])
  const pageOf = async (query: string) => wordsOf(await qa.get(`/actions${query}`))
  const late = await pageOf('')
  expect(shown(late)).toEqual(['See the child alone', 'Write to the school'])
  expect(late).toContain('2 actions from audits that you may read are past their due date.')
  expect(shown(await pageOf('?show=open'))).toEqual([
    'See the child alone',
    'Write to the school',
    'Read the chronology',
  ])
  expect(shown(await pageOf('?show=done'))).toEqual(['Hold the core group'])
  const ofNorth = await pageOf(`?team=${north}`)
  expect(shown(ofNorth)).toEqual(['Write to the school'])
  expect(ofNorth).toContain('1 action from audits of North is past its due date.')
  expect(shown(await pageOf('?show=nonsense&page=99&team=nobody'))).toEqual(shown(late))
})

test('nobody sees more than they may read: the team’s manager, the owner, and somebody else', async () => {
  const { t, north, south, ownerId } = await withActions()
  const pageOf = async (browser: Awaited<ReturnType<typeof t.signIn>>) =>
    shown(await wordsOf(await browser.get('/actions?show=open')))
  expect(await pageOf(await t.signIn(['manager'], { teamId: south }))).toEqual([
    'See the child alone',
  ])
  expect(await pageOf(await t.signIn(['manager'], { teamId: north }))).toEqual([
    'Write to the school',
    'Read the chronology',
  ])
  expect(await pageOf(await t.browserOf(ownerId))).toHaveLength(3)
  const stranger = await t.signIn(['practitioner'])
  expect(await pageOf(stranger)).toEqual([])
  expect(await wordsOf(await stranger.get('/actions'))).toContain('Nothing is late')
})
