/** Whose results a person may see, written down by hand from contracts.md §4: by worker / by auditor, from n 5, never ranked. */
import { beforeEach, describe, expect, test } from 'vitest'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import type { Role } from '../../src/people/rules/permissions.ts'
import { answerAll, asPerson } from '../support/audit-answers.ts'
import { addPersonWith, addTeamWith } from '../support/builders.ts'
import { openAudit } from '../support/round-builders.ts'
import { newWorld, type World } from '../support/world.ts'

let world: World

beforeEach(async () => {
  world = await newWorld()
})

const AS_AUDITOR = 'Audits that they made'
const AS_WORKER = 'Audits of cases that they worked'

const read = async (role: Role, path: string) => {
  const response = await (await world.as(role)).get(path)
  const html = await response.text()
  const words = html
    .slice(html.indexOf('<main'))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
  return { status: response.status, words }
}

/** What the role sees of somebody: `both`, a side, or nothing at all. */
const seen = async (role: Role, personId: string): Promise<string> => {
  const { status, words } = await read(role, `/results/people?person=${personId}`)
  if (status !== 200) return String(status)
  const sides = [
    words.includes(AS_AUDITOR) ? 'auditor' : '',
    words.includes(AS_WORKER) ? 'worker' : '',
  ]
  return sides.filter((side) => side !== '').join(' and ')
}

/** Somebody at a place in the tree: the team where everybody of the world works, one below it, its service, or beside. */
const personAt = async (
  place: 'own' | 'below' | 'service' | 'beside' | 'away',
  roles: readonly Role[]
): Promise<string> => {
  const ctx = world.context()
  const teams = {
    own: () => world.teamId,
    below: () => addTeamWith(ctx, { name: 'North 1a', parentId: world.teamId }),
    beside: () => addTeamWith(ctx, { name: 'North 2', parentId: world.serviceId }),
    service: () => world.serviceId,
    away: () => world.otherTeamId,
  }
  return addPersonWith(ctx, { name: 'Robin Vale', roles: [...roles], teamId: await teams[place]() })
}

const readers = ['qa_lead', 'manager', 'iro', 'iro_manager', 'senior_leader', 'partner'] as const

describe('the results of somebody else', () => {
  test.each([
    //                                          qa                    mgr       iro    irm                   sen       par
    ['own', ['practitioner'], ['auditor and worker', 'worker', '404', '404', 'worker', '404']],
    ['below', ['practitioner'], ['auditor and worker', 'worker', '404', '404', 'worker', '404']],
    ['below', ['manager'], ['auditor and worker', 'worker', '404', '404', 'worker', '404']],
    ['beside', ['practitioner'], ['auditor and worker', '404', '404', '404', 'worker', '404']],
    ['service', ['practitioner'], ['auditor and worker', '404', '404', '404', 'worker', '404']],
    ['away', ['practitioner'], ['auditor and worker', '404', '404', '404', '404', '404']],
    ['own', ['manager'], ['auditor and worker', '404', '404', '404', 'worker', '404']],
    ['own', ['senior_leader'], ['auditor and worker', '404', '404', '404', '404', '404']],
    [
      'own',
      ['iro'],
      ['auditor and worker', 'worker', '404', 'auditor and worker', 'worker', '404'],
    ],
    [
      'below',
      ['iro'],
      ['auditor and worker', 'worker', '404', 'auditor and worker', 'worker', '404'],
    ],
    ['beside', ['iro'], ['auditor and worker', '404', '404', '404', 'worker', '404']],
    ['own', ['iro_manager'], ['auditor and worker', '404', '404', '404', 'worker', '404']],
  ] as const)('%s, %s', async (place, roles, expected) => {
    const personId = await personAt(place, roles)
    const found: string[] = []
    for (const reader of readers) found.push(await seen(reader, personId))
    expect(found).toEqual([...expected])
  })

  test('that are not the reader’s are refused as nobody’s, and the refusal is in the event log', async () => {
    const personId = await personAt('away', ['practitioner'])
    expect(await seen('manager', personId)).toBe('404')
    const refused = await world.db
      .selectFrom('event')
      .select(['actor_id', 'subject_id', 'details'])
      .where('type', '=', 'access.refused')
      .execute()
    expect(refused).toEqual([
      expect.objectContaining({ actor_id: world.people.manager, subject_id: personId }),
    ])
    expect(JSON.stringify(refused)).toContain('results.by_worker')
  })

  test('are chosen by name from those whom the reader may see, and from nobody else', async () => {
    await personAt('below', ['practitioner'])
    const manager = await read('manager', '/results/people/choose?name=robin')
    expect(manager.words).toContain(
      '1 person, by name. People whose results you may see Name Job title Team Robin Vale'
    )
    const away = await read('manager', '/results/people/choose?name=stranger')
    expect(away.words).toContain('Nobody found')
    expect((await read('qa_lead', '/results/people/choose?name=STRANGER')).words).toContain(
      'A stranger'
    )
    const officers = await read('iro_manager', '/results/people/choose')
    expect(officers.words).toContain('Name Job title Team The iro ')
    // A sign of a pattern is a sign of a name.
    expect((await read('qa_lead', '/results/people/choose?name=%25')).words).toContain(
      'Nobody found'
    )
  })
})

test('grades are shown from five on, to the person and to their line alike', async () => {
  const { practitioner, iro } = world.people
  const submit = async () => {
    const audit = await openAudit(world.context(), {
      auditorId: iro,
      case: { teamId: world.otherTeamId, workerId: practitioner },
    })
    await answerAll(world.context(), audit)
    await submitAudit(asPerson(world.context(), audit.auditorId), { auditId: audit.auditId })
  }
  for (let made = 0; made < 4; made++) await submit()
  const four = '4 audits: grades are shown from 5 on.'
  expect((await read('manager', `/results/people?person=${practitioner}`)).words).toContain(four)
  expect((await read('practitioner', '/results/people')).words).toContain(four)
  await submit()
  const line = await read('manager', `/results/people?person=${practitioner}`)
  expect(line.words).toMatch(/Audits of cases that they worked 5 audits: \d good or better/)
  expect(line.words).not.toContain(AS_AUDITOR)
  const officer = await read('iro_manager', `/results/people?person=${iro}`)
  expect(officer.words).toMatch(/Audits that they made 5 audits: \d good or better/)
  expect(officer.words).toContain('Audits of cases that they worked No audits.')
})
