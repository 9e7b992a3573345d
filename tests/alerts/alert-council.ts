/** A small council for tests of alerts: two services, an IRO with a colleague, the line above one team, two children. */
import { raiseAlert } from '../../src/alerts/raise-alert.ts'
import { type DraftFields, emptyDraft } from '../../src/alerts/rules/draft.ts'
import { startAlertLists } from '../../src/alerts/start-alert-lists.ts'
import { startDraft } from '../../src/alerts/start-draft.ts'
import { addCase } from '../../src/cases/add-case.ts'
import type { Context } from '../../src/db/transaction.ts'
import { asPerson } from '../support/audit-answers.ts'
import { addPersonWith, addTeamWith } from '../support/builders.ts'
import { newContext } from '../support/context.ts'

export const newAlertCouncil = async (ctx?: Context) => {
  const root = ctx ?? (await newContext())
  await startAlertLists(root)
  const service = await addTeamWith(root, { name: 'Safeguarding', kind: 'service' })
  const north = await addTeamWith(root, { name: 'North 1', parentId: service })
  const other = await addTeamWith(root, { name: 'Care', kind: 'service' })
  const south = await addTeamWith(root, { name: 'Care 1', parentId: other })
  const person = (
    name: string,
    roles: Parameters<typeof addPersonWith>[1],
    teamId: string | null = null
  ) => addPersonWith(root, { name, teamId, ...roles })
  const people = {
    iro: await person('Ines Iro', { roles: ['iro'] }),
    colleague: await person('Colm Colleague', { roles: ['iro'] }),
    iroManager: await person('Mona Manager', { roles: ['iro_manager'] }),
    worker: await person('Wanda Worker', { roles: ['practitioner'] }, north),
    manager: await person('Tess Team', { roles: ['manager'] }, north),
    serviceManager: await person('Sam Service', { roles: ['manager'] }, service),
    otherService: await person('Olu Other', { roles: ['manager'] }, other),
    head: await person('Hana Head', { roles: ['senior_leader'] }, service),
    director: await person('Dev Director', { roles: ['senior_leader'] }),
    stranger: await person('Stan Stranger', { roles: ['manager'] }, south),
    qaLead: await person('Quin Lead', { roles: ['qa_lead'] }),
    administrator: await person('Ada Admin', { roles: ['administrator'] }),
  }
  const caseWith = (reference: string, status: 'care' | 'cp' = 'care') =>
    addCase(root, {
      reference,
      serviceStatus: status,
      teamId: north,
      workerId: people.worker,
      iroId: people.iro,
      age: 9,
    })
  const cases = {
    one: await caseWith('C-100'),
    two: await caseWith('C-101'),
    cp: await caseWith('P-7', 'cp'),
  }
  return {
    ctx: root,
    people,
    cases,
    teams: { service, north, other, south },
    /** Acts as somebody, at an instant of the test's choosing. */
    as: (who: keyof typeof people, now?: string): Context => ({
      ...asPerson(root, people[who]),
      ...(now === undefined ? {} : { now }),
    }),
  }
}

export type AlertCouncil = Awaited<ReturnType<typeof newAlertCouncil>>

export const soundFields: DraftFields = {
  ...emptyDraft,
  kind: 'informal',
  references: 'C-100',
  categories: ['drift_and_delay'],
  concern: 'The assessment agreed at the review has not begun.',
  impact: 'Nobody knows whether contact is good for this child.',
  asked: 'Begin the assessment and tell me when it will be finished.',
}

/** Raises an alert as the IRO. @returns its id */
export const raised = async (
  council: AlertCouncil,
  given: Partial<DraftFields> = {},
  at: { now?: string; isImmediate?: boolean; by?: keyof AlertCouncil['people'] } = {}
): Promise<string> => {
  const ctx = council.as(at.by ?? 'iro', at.now)
  const fields = { ...soundFields, ...given }
  const alertId = await startDraft(ctx, {
    kind: fields.kind,
    isImmediate: at.isImmediate ?? false,
    references: fields.references,
    auditId: null,
  })
  const outcome = await raiseAlert(ctx, { alertId, revision: 1, fields, isNoName: false })
  if (outcome.kind !== 'raised') throw new Error(JSON.stringify(outcome))
  return alertId
}

export const revisionOf = async (council: AlertCouncil, id: string): Promise<number> =>
  (
    await council.ctx.db
      .selectFrom('alert')
      .where('id', '=', id)
      .select('revision')
      .executeTakeFirstOrThrow()
  ).revision

export const alertRow = (council: AlertCouncil, id: string) =>
  council.ctx.db.selectFrom('alert').where('id', '=', id).selectAll().executeTakeFirstOrThrow()

/** Who was told what, by name, in order. */
export const noticesOf = async (council: AlertCouncil, kind?: string) => {
  const rows = await council.ctx.db
    .selectFrom('notice')
    .innerJoin('person', 'person.id', 'notice.person_id')
    .select(['notice.kind as kind', 'person.name as name'])
    .orderBy('person.name')
    .execute()
  return rows.filter((row) => kind === undefined || row.kind === kind).map(({ name }) => name)
}
