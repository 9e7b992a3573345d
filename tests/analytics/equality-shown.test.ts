/** Grades by what the child is: few children are not shown by grade, nor what gives them away. */
import { describe, expect, test } from 'vitest'
import { hiddenGroups } from '../../src/analytics/rules/equality-shown.ts'
import { run } from '../support/results-file.ts'
import { newWorld } from '../support/world.ts'

const sizes = (given: Record<string, number>) =>
  Object.entries(given).map(([group, n]) => ({ group, n }))

describe('groups whose grades are not shown', () => {
  test.each([
    ['none is small', { White: 30, Mixed: 5 }, []],
    ['one is: the smallest other with it', { White: 30, Mixed: 12, Other: 3 }, ['Other', 'Mixed']],
    ['two are: they cover each other', { White: 30, Mixed: 2, Other: 4 }, ['Mixed', 'Other']],
    ['nought is no group of children', { White: 30, Mixed: 0 }, []],
    ['one is all there is', { White: 4 }, ['White']],
  ])('%s', (_, given, hidden) => {
    expect([...hiddenGroups(sizes(given))].toSorted()).toEqual([...hidden].toSorted())
  })
})

test('the page, its file and the list behind it do not tell few children apart', async () => {
  const world = await newWorld()
  await run(
    world.context(),
    [
      'audit_ref,round,audited_on,theme,item,grade,team,service_status',
      ...Array.from(
        { length: 12 },
        (_, place) => `A${place},November,2025-11-20,audit,,${place === 0 ? 'I' : 'G'},North 1,cp`
      ),
    ].join('\n')
  )
  // Imports say nothing of the child; what the verbs write at the first submission is set here.
  await world.db.updateTable('audit').set({ child_sex: 'Female' }).execute()
  await world.db
    .updateTable('audit')
    .set({ child_sex: 'Male' })
    .where('reference', 'in', ['A0', 'A1', 'A2'])
    .execute()
  const behind = '/results/audits?theme=audit&sex=Male&value=inadequate'
  const read = async (role: 'qa_lead' | 'practitioner') => {
    const html = await (await (await world.as(role)).get(behind)).text()
    return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  }
  expect(await read('qa_lead')).toContain('1 audit behind this figure.')
  const practitioner = await read('practitioner')
  expect(practitioner).toContain('None of the audits behind this figure, if there are any')
  expect(practitioner).not.toContain('1 audit')
})
