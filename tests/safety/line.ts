/** A line of management above one case, with an audit of it that is open. */
import type { Context } from '../../src/db/transaction.ts'
import { recordTold } from '../../src/safety/record-told.ts'
import { asPerson } from '../support/audit-answers.ts'
import { addPersonWith, addTeamWith } from '../support/builders.ts'
import { newContext } from '../support/context.ts'
import { openAudit } from '../support/round-builders.ts'

export const newLine = async (
  given: {
    ctx?: Context
    auditorIsManager?: boolean
    auditorIsHead?: boolean
    withoutHead?: boolean
  } = {}
) => {
  const ctx = given.ctx ?? (await newContext())
  const serviceId = await addTeamWith(ctx, { name: 'Protection', kind: 'service' })
  const teamId = await addTeamWith(ctx, { name: 'Riverside', parentId: serviceId })
  const people = {
    manager: await addPersonWith(ctx, { name: 'Team manager', teamId }),
    service: await addPersonWith(ctx, { name: 'Service manager', teamId: serviceId }),
    qa: await addPersonWith(ctx, { name: 'QA lead', roles: ['qa_lead'] }),
    head: await addPersonWith(ctx, {
      name: 'Head of service',
      roles: given.withoutHead ? ['practitioner'] : ['senior_leader'],
      teamId: serviceId,
    }),
    director: await addPersonWith(ctx, { name: 'Director', roles: ['senior_leader'] }),
  }
  const auditorId = given.auditorIsManager
    ? people.manager
    : given.auditorIsHead
      ? people.head
      : await addPersonWith(ctx, { name: 'Auditor' })
  const { auditId, caseId, roundId } = await openAudit(ctx, {
    auditorId,
    case: { teamId },
    ownTeamReason: 'Agreed for the test',
  })
  const { reference } = await ctx.db
    .selectFrom('case_file')
    .select('reference')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()
  const noticeId = async () =>
    (
      await ctx.db
        .selectFrom('safety_notice')
        .select('id')
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow()
    ).id
  return {
    ctx,
    teamId,
    serviceId,
    people,
    auditorId,
    auditId,
    roundId,
    caseId,
    reference,
    auditor: asPerson(ctx, auditorId),
    as: {
      manager: asPerson(ctx, people.manager),
      service: asPerson(ctx, people.service),
      qa: asPerson(ctx, people.qa),
      head: asPerson(ctx, people.head),
      director: asPerson(ctx, people.director),
    },
    noticeId,
  }
}

export type Line = Awaited<ReturnType<typeof newLine>>

export const toldFields = {
  person: '',
  name: 'Dana Whitlock',
  role: 'Team manager',
  day: '12',
  month: '1',
  year: '2026',
  time: '08:55',
  means: 'phone',
  isStaff: false,
}

export const tellManager = async (line: Line, noticeId: string) => {
  const result = await recordTold(line.auditor, { noticeId, ...toldFields })
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
}

export const noticesOf = ({ ctx, auditId }: Line) =>
  ctx.db
    .selectFrom('safety_notice')
    .selectAll()
    .where('audit_id', '=', auditId)
    .orderBy('id')
    .execute()

/** Each as name and step. */
export const addresseesOf = async ({ ctx }: Line) =>
  (
    await ctx.db
      .selectFrom('safety_addressee')
      .innerJoin('person', 'person.id', 'safety_addressee.person_id')
      .select(['person.name as name', 'level'])
      .orderBy('person.name')
      .execute()
  ).map(({ name, level }) => `${name} ${level}`)

/** From the first answer on. */
export const eventsOf = async ({ ctx }: Line) => {
  const types = (await ctx.db.selectFrom('event').select('type').orderBy('number').execute()).map(
    ({ type }) => type
  )
  return types.slice(types.indexOf('audit.started') + 1)
}
