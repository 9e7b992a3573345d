/** The list of reports, starting one, and who took what out. */
import { Hono } from 'hono'
import { kindLabel, statusLabel } from '../../views/format.ts'
import { ExportsPage } from '../../views/reports/exports-page.tsx'
import { ReportFormPage } from '../../views/reports/report-form-page.tsx'
import { ReportsPage } from '../../views/reports/reports-page.tsx'
import { type AppEnv, type C, contextOf } from '../http/env.ts'
import { type Errors, form } from '../http/form.ts'
import { csrfOf, type PageOptions, renderPage } from '../http/page.tsx'
import { londonDate } from '../people/rules/london-date.ts'
import { listTeams } from '../people/team-store.ts'
import { roundKinds } from '../rounds/rules/round-kind.ts'
import { serviceStatuses } from '../rubrics/rules/service-status.ts'
import { listExports } from './export-store.ts'
import { pageQuery, settingsForm } from './input.ts'
import { readSettings } from './read-settings.ts'
import { isWriter, reads, reportPage, teamsRead, writes } from './record-routes.tsx'
import { listDrafts, listFrozen, type StoredReport } from './report-store.ts'
import { periodWords, quartersUpTo, quarterWords } from './rules/quarter.ts'
import { chapterKeys, chapterTitles } from './rules/report-model.ts'
import type { ReportSettings } from './rules/report-settings.ts'
import { settingsBeside } from './rules/settings-beside.ts'
import { startReport } from './start-report.ts'

export const reportList = new Hono<AppEnv>()

const notices: Record<string, string> = {
  discarded: 'The draft is discarded.',
}

const noticeOf = (c: C): Pick<PageOptions, 'notice'> => {
  const text = notices[c.req.query('saved') ?? '']
  return text === undefined ? {} : { notice: { kind: 'success', text } }
}

reportList.get('/reports', reads, async (c) => {
  const { db } = c.get('deps')
  const asked = pageQuery.parse(c.req.query())
  const teamIds = await teamsRead(c)
  const { reports, count, page, pages } = await listFrozen(db, {
    page: asked.page,
    internalOnly: !isWriter(c),
    ...(teamIds === undefined ? {} : { teamIds }),
  })
  return renderPage(
    c,
    { ...reportPage('Reports'), ...noticeOf(c) },
    <ReportsPage
      drafts={isWriter(c) ? await listDrafts(db) : undefined}
      frozen={reports}
      count={count}
      page={page}
      pages={pages}
    />
  )
})

reportList.get('/reports/exports', writes, async (c) => {
  const asked = pageQuery.parse(c.req.query())
  const { exports, page, pages } = await listExports(c.get('deps').db, { page: asked.page })
  return renderPage(
    c,
    reportPage('Who took what out'),
    <ExportsPage exports={exports} page={page} pages={pages} />
  )
})

/** Two years of quarters: long enough for the same quarter of last year to be reported late. */
const QUARTERS = 8

export type TypedSettings = {
  readonly values: Readonly<Record<string, string>>
  readonly chapters: readonly string[]
  readonly errors: Errors
  readonly status?: PageOptions['status']
}

export const showSettings = async (
  c: C,
  given: TypedSettings & {
    readonly report?: StoredReport | undefined
    /** Where somebody else saved other settings meanwhile. */
    readonly mine?: ReportSettings | undefined
  }
) => {
  const { report, mine } = given
  const teams = await listTeams(c.get('deps').db)
  const quarters = quartersUpTo(londonDate(c.get('now')), QUARTERS)
  const heading = report ? 'What this report is about' : 'Start a report'
  return renderPage(
    c,
    reportPage(heading, given.status ?? 200),
    <ReportFormPage
      heading={heading}
      action={report ? `/reports/${report.id}/settings` : '/reports/new'}
      back={report ? `/reports/${report.id}/write` : '/reports'}
      button={report ? 'Save' : 'Start the report'}
      values={given.values}
      chapters={given.chapters}
      quarters={quarters.map((quarter, place) => ({
        value: quarter.from,
        text: periodWords(quarter),
        hint: `${quarterWords(quarter)}${place === 0 ? ', not over yet' : ''}`,
      }))}
      chapterChoices={chapterKeys.map((value) => ({ value, text: chapterTitles[value] }))}
      teams={teams.map(({ id, name }) => ({ value: id, text: name }))}
      statuses={serviceStatuses.map((value) => ({ value, text: statusLabel(value) }))}
      kinds={roundKinds.map((value) => ({ value, text: kindLabel(value) }))}
      errors={given.errors}
      csrf={csrfOf(c)}
      revision={report?.revision}
      beside={
        report && mine && settingsBeside(report, mine, new Map(teams.map((t) => [t.id, t.name])))
      }
    />
  )
}

reportList.get('/reports/new', writes, (c) => {
  const [, last] = quartersUpTo(londonDate(c.get('now')), 2)
  return showSettings(c, {
    values: { period: last?.from ?? '', audience: 'internal' },
    chapters: chapterKeys,
    errors: {},
  })
})

/** What the form of settings sent: settings, or the same page with what is wrong. */
export const sentSettings = async (c: C) => {
  const sent = form(c, settingsForm)
  const typed = { values: sent.raw, chapters: c.get('body')?.get('chapters') ?? [] }
  if (!sent.ok) return { ok: false, ...typed, errors: sent.errors } as const
  const read = await readSettings(c.get('deps').db, sent.data)
  return read.ok
    ? ({ ok: true, settings: read.settings, revision: sent.data.revision } as const)
    : ({ ok: false, ...typed, errors: read.errors } as const)
}

reportList.post('/reports/new', writes, async (c) => {
  const sent = await sentSettings(c)
  if (!sent.ok) return showSettings(c, { ...sent, status: 422 })
  const id = await startReport(contextOf(c), sent.settings)
  return c.redirect(`/reports/${id}/write?saved=started`, 303)
})
