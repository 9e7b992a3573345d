/** Which report a request is about and whether it is this person's to see: asked by every route of reports. */
import { NotFound, NotTheirs, WrongState } from '../errors.ts'
import { type C, personOf } from '../http/env.ts'
import { may, refusingOthers } from '../http/guards.ts'
import type { PageOptions } from '../http/page.tsx'
import { leadsCouncil } from '../people/rules/leads-council.ts'
import { isGranted } from '../people/rules/permissions.ts'
import { findServiceOf, listTeamsBelow } from '../people/team-store.ts'
import { loadModelBeside, type ModelBeside } from './load-model.ts'
import { findReport, type StoredReport } from './report-store.ts'
import type { WordsByPlace } from './rules/final-words.ts'
import { readFrozen } from './rules/frozen-content.ts'
import type { ReportModel } from './rules/report-model.ts'
import { notDraftNext, notDraftWords } from './rules/report-state-words.ts'
import { listWords } from './words-store.ts'

export const writes = may('reports.write')
export const reads = may('reports.read')

export const isWriter = (c: C): boolean => isGranted(personOf(c).roles, 'reports.write')

export const reportPage = (title: string, status: PageOptions['status'] = 200): PageOptions => ({
  title,
  current: 'reports',
  status,
})

/** Teams of which somebody who only reads may read reports: those of their own service; undefined: of every team. */
export const teamsRead = async (c: C): Promise<string[] | undefined> => {
  const person = personOf(c)
  if (isWriter(c) || leadsCouncil(person)) return undefined
  const { db } = c.get('deps')
  const { teamId } = person
  return teamId === null ? [] : listTeamsBelow(db, await findServiceOf(db, teamId))
}

const findReadable = async (c: C, id: string): Promise<StoredReport> => {
  const report = await findReport(c.get('deps').db, id)
  if (!report) throw new NotFound('No such report')
  if (isWriter(c)) return report
  const isInside = report.state === 'frozen' && report.audience === 'internal'
  const teams = await teamsRead(c)
  const isOfTheirs = report.teamId === null || teams === undefined || teams.includes(report.teamId)
  if (!isInside || !isOfTheirs) throw new NotTheirs('No such report')
  return report
}

/** @throws NotFound also for one that is not this person's to read, which is recorded */
export const readableReport = (c: C): Promise<StoredReport> => {
  const id = c.req.param('id') ?? ''
  return refusingOthers(c, 'reports.read', id, findReadable(c, id))
}

/**
 * @throws NotFound when there is no such report
 * @throws WrongState when it is frozen or discarded
 */
export const draftOf = async (c: C): Promise<StoredReport> => {
  const report = await findReport(c.get('deps').db, c.req.param('id') ?? '')
  if (!report) throw new NotFound('No such report')
  const refusal = notDraftWords(report)
  if (refusal !== undefined) throw new WrongState(refusal, notDraftNext(report))
  return report
}

export const modelBesideOf = (c: C, report: StoredReport): Promise<ModelBeside> => {
  const { db, council } = c.get('deps')
  return loadModelBeside(db, council.name, report, c.get('now'))
}

/** A draft on the figures of now; a frozen report as it was frozen. */
export const shownReport = async (
  c: C,
  report: StoredReport
): Promise<{ model: ReportModel; words: WordsByPlace }> => {
  if (report.state === 'discarded') throw new NotFound('No such report')
  if (report.content !== null) {
    const { model, words } = readFrozen(report.content)
    return { model, words: new Map(Object.entries(words)) }
  }
  const words = await listWords(c.get('deps').db, report.id)
  return {
    model: (await modelBesideOf(c, report)).model,
    words: new Map(words.map((one) => [one.place, one])),
  }
}
