/**
 * Expected answers of practice alerts. Own: raised by the person where they raise concerns, else addressed to them; a
 * case of another service either way. Foreign: raised by a stranger and addressed to others. A QA lead reads every alert
 * and an IRO manager acts on the raiser's behalf.
 */

import { raiseAlert } from '../../src/alerts/raise-alert.ts'
import type { AlertKind } from '../../src/alerts/rules/alert-kind.ts'
import { emptyDraft } from '../../src/alerts/rules/draft.ts'
import type { PlainAction } from '../../src/alerts/rules/step-actions.ts'
import { startDraft } from '../../src/alerts/start-draft.ts'
import { takeAlertStep } from '../../src/alerts/take-alert-step.ts'
import { addCase } from '../../src/cases/add-case.ts'
import { asPerson } from '../support/audit-answers.ts'
import { addPersonWith } from '../support/builders.ts'
import { NO_RECORD, type World } from '../support/world.ts'
import type { Asker, RecordKind, Request, RouteCase, RouteTable, Row } from './route-case.ts'

let cases = 0

const raises = (column: Asker['column']): boolean => column === 'iro' || column === 'iro_manager'

/** Nothing can be addressed to the others: their roles read no alert. */
const mayAnswer = (column: Asker['column']): boolean =>
  !raises(column) && column !== 'administrator' && column !== 'partner'

const newCase = async (world: World, teamId = world.otherTeamId): Promise<string> => {
  cases += 1
  const reference = `A-${cases}`
  await addCase(world.context(), { reference, serviceStatus: 'care', teamId })
  return reference
}

const makeAlert = async (
  world: World,
  asker: Asker,
  record: RecordKind,
  kind: AlertKind,
  isImmediate: boolean
) => {
  const isOwn = record === 'own' && asker.personId !== undefined
  const raiserId =
    isOwn && raises(asker.column) && asker.personId ? asker.personId : world.strangerId
  const other = await addPersonWith(world.context(), {
    roles: ['senior_leader'],
    teamId: world.otherTeamId,
  })
  const to = isOwn && asker.personId && mayAnswer(asker.column) ? [asker.personId, other] : [other]
  const ctx = asPerson(world.context(), raiserId)
  const alertId = await startDraft(ctx, { kind, isImmediate, references: '', auditId: null })
  const outcome = await raiseAlert(ctx, {
    alertId,
    revision: 1,
    isNoName: true,
    fields: {
      ...emptyDraft,
      kind,
      references: await newCase(world),
      categories: ['drift_and_delay'],
      concern: 'The assessment has not begun.',
      impact: 'Nobody knows what is right.',
      asked: 'Begin it.',
      others: isImmediate
        ? [...to, await addPersonWith(world.context(), { roles: ['senior_leader'] })]
        : to,
      rang: { ...emptyDraft.rang, ...call, isStaff: true },
    },
  })
  if (outcome.kind !== 'raised') throw new Error(JSON.stringify(outcome))
  return {
    id: alertId,
    raiser: ctx,
    addressee: asPerson(world.context(), other),
    addresseeId: other,
  }
}

const call = {
  name: 'Sam Service',
  role: 'Service manager',
  day: '12',
  month: '1',
  year: '2026',
  time: '8:30',
  means: 'phone',
}

type Made = Awaited<ReturnType<typeof makeAlert>>

const stepped =
  (action: PlainAction, who: 'raiser' | 'addressee', revision: number) =>
  async (_world: World, made: Made) =>
    takeAlertStep(made[who], { alertId: made.id, action, words: 'Done.', revision })

/** Without an alert where it is asked for one that does not exist. */
type Fields = Request['fields'] | ((world: World, made?: Made) => Request['fields'])

const at = (
  place: string,
  fields: Fields,
  expect: RouteCase['expect'],
  given: {
    kind?: AlertKind
    isImmediate?: boolean
    told?: RouteCase['told']
    prepare?: (world: World, made: Made) => Promise<unknown>
  } = {}
): RouteCase => ({
  ask: async (world, asker, record) => {
    const sentOf = (made?: Made) => {
      const typed = typeof fields === 'function' ? fields(world, made) : fields
      return typed ? { fields: typed } : {}
    }
    if (record === 'missing') return { path: `/alerts/${NO_RECORD}${place}`, ...sentOf() }
    const { kind = 'formal', isImmediate = false } = given
    const made = await makeAlert(world, asker, record, kind, isImmediate)
    await given.prepare?.(world, made)
    // What stands above a page depends on the notices so far, and answers are compared letter by letter.
    await world.db.deleteFrom('notice').execute()
    return { path: `/alerts/${made.id}${place}`, ...sentOf(made) }
  },
  expect,
  ...(given.told ? { told: given.told } : {}),
})

const draftAt = (
  place: string,
  fields: ((world: World) => Promise<Request['fields']>) | undefined,
  expect: RouteCase['expect']
): RouteCase => ({
  ask: async (world, asker, record) => {
    const sent = fields ? { fields: (await fields(world)) ?? {} } : {}
    if (record === 'missing') return { path: `/alerts/${NO_RECORD}${place}`, ...sent }
    const mayRaise = !['administrator', 'practitioner', 'partner', 'visitor'].includes(asker.column)
    const owner = record === 'own' && mayRaise && asker.personId ? asker.personId : world.strangerId
    const ctx = asPerson(world.context(), owner)
    const draft = { kind: 'good_practice', isImmediate: false, references: '', auditId: null }
    return { path: `/alerts/${await startDraft(ctx, draft)}${place}`, ...sent }
  },
  expect,
})

//                         adm  qa   mgr  iro  irm  pra  sen  par  visitor
const raisersGet: RouteCase['expect'] = {
  own: [403, 403, 403, 200, 200, 403, 403, 403, 303],
  foreign: [403, 403, 404, 404, 200, 404, 404, 403, 303],
  missing: [403, 404, 404, 404, 404, 404, 404, 403, 303],
}
const raisersPost: RouteCase['expect'] = {
  own: [403, 403, 403, 303, 303, 403, 403, 403, 401],
  foreign: [403, 403, 404, 404, 303, 404, 404, 403, 401],
  missing: [403, 404, 404, 404, 404, 404, 404, 403, 401],
}
const answersPost: RouteCase['expect'] = {
  own: [403, 303, 303, 403, 403, 303, 303, 403, 401],
  foreign: [403, 403, 404, 404, 403, 404, 404, 403, 401],
  missing: [403, 404, 404, 404, 404, 404, 404, 403, 401],
}
const writersGet: RouteCase['expect'] = {
  own: [403, 200, 200, 200, 200, 403, 200, 403, 303],
  foreign: [403, 404, 404, 404, 404, 403, 404, 403, 303],
  missing: [403, 404, 404, 404, 404, 403, 404, 403, 303],
}
const writersPost: RouteCase['expect'] = {
  own: [403, 303, 303, 303, 303, 403, 303, 403, 401],
  foreign: [403, 404, 404, 404, 404, 403, 404, 403, 401],
  missing: [403, 404, 404, 404, 404, 403, 404, 403, 401],
}

const raisers = { told: ['qa_lead'] } as const
const answers = { told: ['qa_lead', 'iro_manager'] } as const

const words = { words: 'The team has agreed a date.', revision: '2' }
const later = { ...words, 'expected-day': '2', 'expected-month': '3', 'expected-year': '2026' }

const stepAt = (path: string, given: Parameters<typeof at>[3] = {}, fields: Fields = words) => ({
  [`GET /alerts/:id/${path}`]: at(`/${path}`, undefined, raisersGet, { ...raisers, ...given }),
  [`POST /alerts/:id/${path}`]: at(`/${path}`, fields, raisersPost, { ...raisers, ...given }),
})

const answered = { prepare: stepped('respond', 'addressee', 2) }
const again = { ...words, revision: '3' }

const draftFields = async (world: World) => ({
  revision: '1',
  kind: 'good_practice',
  references: await newCase(world, world.teamId),
  concern: 'A letter that the family could read.',
  other: world.strangerId,
})

const row = (none: Row): RouteCase['expect'] => ({ none })

/** With an alert of their own in it. */
const ofRegister = (path: string): RouteCase => ({
  ask: async (world, asker) => {
    await makeAlert(world, asker, 'own', 'formal', false)
    await world.db.deleteFrom('notice').execute()
    return { path }
  },
  expect: row([403, 200, 200, 200, 200, 403, 200, 403, 303]),
})

export const alertRoutes: RouteTable = {
  'GET /alerts': {
    ask: () => ({ path: '/alerts' }),
    expect: row([403, 200, 200, 200, 200, 200, 200, 403, 303]),
  },
  'GET /alerts/register': {
    ask: () => ({ path: '/alerts/register?state=live' }),
    expect: row([403, 200, 200, 200, 200, 200, 200, 403, 303]),
  },
  'GET /alerts/register.csv': ofRegister('/alerts/register.csv'),
  'GET /alerts/register.xlsx': ofRegister('/alerts/register.xlsx?sort=newest'),
  'GET /alerts/new': {
    ask: () => ({ path: '/alerts/new' }),
    expect: row([403, 200, 200, 200, 200, 403, 200, 403, 303]),
  },
  'POST /alerts': {
    ask: () => ({ path: '/alerts', fields: { kind: 'good_practice', references: '' } }),
    expect: row([403, 303, 303, 303, 303, 403, 303, 403, 401]),
  },
  'GET /alerts/:id/draft': draftAt('/draft', undefined, writersGet),
  'POST /alerts/:id/draft': draftAt('/draft', draftFields, writersPost),
  'POST /alerts/:id/raise': draftAt('/raise', draftFields, writersPost),
  'GET /alerts/:id/discard': draftAt('/discard', undefined, writersGet),
  'POST /alerts/:id/discard': draftAt('/discard', async () => ({}), writersPost),
  'GET /alerts/:id': at('', undefined, {
    own: [403, 200, 200, 200, 200, 200, 200, 403, 303],
    foreign: [403, 200, 404, 404, 200, 404, 404, 403, 303],
    missing: [403, 404, 404, 404, 404, 404, 404, 403, 303],
  }),
  'GET /alerts/:id/copy': at('/copy', undefined, {
    own: [403, 200, 200, 200, 200, 200, 200, 403, 303],
    foreign: [403, 200, 404, 404, 200, 404, 404, 403, 303],
    missing: [403, 404, 404, 404, 404, 404, 404, 403, 303],
  }),
  'GET /alerts/:id/copy.docx': at('/copy.docx', undefined, {
    own: [403, 200, 200, 200, 200, 200, 200, 403, 303],
    foreign: [403, 200, 404, 404, 200, 404, 404, 403, 303],
    missing: [403, 404, 404, 404, 404, 404, 404, 403, 303],
  }),
  'POST /alerts/:id/respond': at('/respond', words, answersPost, answers),
  'POST /alerts/:id/acknowledge': at('/acknowledge', words, answersPost, {
    ...answers,
    kind: 'good_practice',
  }),
  'POST /alerts/:id/accept': at('/accept', again, raisersPost, { ...raisers, ...answered }),
  'POST /alerts/:id/note': at(
    '/note',
    words,
    { ...raisersPost, own: [403, 303, 303, 303, 303, 303, 303, 403, 401] },
    raisers
  ),
  ...stepAt('resolve'),
  ...stepAt('withdraw'),
  ...stepAt('extend', {}, later),
  ...stepAt('not-accept', answered, again),
  ...stepAt('reopen', { prepare: stepped('resolve', 'raiser', 2) }, again),
  ...stepAt('escalate', {}, (world) => ({
    ...words,
    stage: '1',
    way: 'Stage 1: Team manager',
    skip: '',
    other: world.people.practitioner,
  })),
  ...stepAt('readdress', {}, (world, made) => ({
    ...words,
    instead: made?.addresseeId ?? '',
    to: world.people.practitioner,
  })),
  ...stepAt('cafcass', {}, { revision: '0', considered: 'no', why: 'Not yet.' }),
  ...stepAt('child', {}, { revision: '2', childTold: 'not_yet', advocateOffered: 'has_one' }),
  ...stepAt(
    'call',
    { isImmediate: true },
    {
      ...call,
      'told-day': call.day,
      'told-month': call.month,
      'told-year': call.year,
      staff: 'yes',
    }
  ),
}
