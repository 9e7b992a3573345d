/** One theme over time, and the baselines that its charts are measured from. */
import { Hono } from 'hono'
import { NewBaselinePage, UndoBaselinePage } from '../../views/results/baselines.tsx'
import { OverTimePage } from '../../views/results/over-time-page.tsx'
import { addressOf } from '../../views/results/results-address.ts'
import { resultsHeading } from '../../views/results/results-heading.ts'
import { FieldFault, NotFound } from '../errors.ts'
import { type AppEnv, type C, contextOf, personOf } from '../http/env.ts'
import { type Errors, form, type Raw } from '../http/form.ts'
import { may } from '../http/guards.ts'
import { csrfOf, type PageOptions, renderPage } from '../http/page.tsx'
import { londonDate } from '../people/rules/london-date.ts'
import { isGranted } from '../people/rules/permissions.ts'
import { serviceStatuses } from '../rubrics/rules/service-status.ts'
import { findBaseline } from './baseline-store.ts'
import { recordingRefused, sendTable } from './frame-routes.tsx'
import { baselineForm, overTimeQuery, readStartsOn } from './input.ts'
import { loadOverTime, type OverTime } from './load-over-time.ts'
import { overTimeTable } from './rules/over-time-csv.ts'
import { themeChoices } from './rules/results-choices.ts'
import { FEWEST_FOR_SHARE, SMALL_SAMPLE } from './rules/small-numbers.ts'
import { setBaseline } from './set-baseline.ts'
import { listThemeTitles, loadCounted } from './theme-store.ts'
import { undoBaseline } from './undo-baseline.ts'

export const overTime = new Hono<AppEnv>()

const rebases = may('results.rebase')

const notices: Record<string, string> = {
  set: 'The baseline is set. Rounds from its date on are measured by themselves.',
  undone: 'The baseline is undone. The line is measured as it was before.',
}

const saved = (c: C): Pick<PageOptions, 'notice'> => {
  const text = notices[c.req.query('saved') ?? '']
  return text === undefined ? {} : { notice: { kind: 'success', text } }
}

const overTimeOf = (theme: string, more: Readonly<Record<string, string>> = {}): string =>
  `/results/over-time?${new URLSearchParams({ theme, ...more })}`

const openOverTime = async (c: C) => {
  const asked = overTimeQuery.parse(c.req.query())
  const { db } = c.get('deps')
  const line = await loadOverTime(db, personOf(c), asked, londonDate(c.get('now')))
  await recordingRefused(c, line.results)
  return line
}

const show = (c: C, line: OverTime) => {
  const { results } = line
  const { roles } = personOf(c)
  return renderPage(
    c,
    {
      title: `${resultsHeading(results)} over time`,
      current: 'results',
      status: results.faults.length > 0 ? 422 : 200,
      ...saved(c),
    },
    <OverTimePage
      overTime={line}
      results={results}
      statuses={serviceStatuses}
      csvHref={
        isGranted(roles, 'results.export') && line.stretches.length > 0
          ? addressOf('/results/over-time.csv', results.filters, {
              limits: line.limits === 'auto' ? '' : line.limits,
            })
          : undefined
      }
      fewest={FEWEST_FOR_SHARE}
      small={SMALL_SAMPLE}
      isLinked={isGranted(roles, 'audits.read_submitted')}
      seesTeams={isGranted(roles, 'results.by_team')}
      setHref={
        isGranted(roles, 'results.rebase') && line.stretches.length > 0
          ? `/results/baselines/new?${new URLSearchParams({ theme: results.filters.theme })}`
          : undefined
      }
    />
  )
}

overTime.get('/results/over-time', may('results.council'), async (c) =>
  show(c, await openOverTime(c))
)

overTime.get('/results/over-time.csv', may('results.export'), async (c) => {
  const line = await openOverTime(c)
  const { filters, faults } = line.results
  if (faults.length > 0) return show(c, line)
  const table = overTimeTable({ ...filters, ...line, signals: line.marks })
  return sendTable(c, 'over-time', filters, table)
})

/** The theme as the address has it. @throws NotFound for one without results */
const themeOf = async (c: C, key: string) => {
  const { db } = c.get('deps')
  const { themes } = await loadCounted(db, key)
  const found = themes.includes(key)
    ? themeChoices(await listThemeTitles(db), themes).find((choice) => choice.key === key)
    : undefined
  if (!found) throw new NotFound('No such theme')
  return found
}

const showNew = async (c: C, failed?: { readonly values: Raw; readonly errors: Errors }) => {
  const theme = await themeOf(c, c.req.query('theme') ?? '')
  return renderPage(
    c,
    { title: 'Set a new baseline', current: 'results', status: failed ? 422 : 200 },
    <NewBaselinePage
      theme={theme}
      backHref={overTimeOf(theme.key)}
      csrf={csrfOf(c)}
      values={failed?.values ?? {}}
      errors={failed?.errors ?? {}}
    />
  )
}

overTime.get('/results/baselines/new', rebases, (c) => showNew(c))

overTime.post('/results/baselines', rebases, async (c) => {
  const { key } = await themeOf(c, c.req.query('theme') ?? '')
  const sent = form(c, baselineForm)
  const values = sent.raw
  if (!sent.ok) return showNew(c, { values, errors: sent.errors })
  const startsOn = readStartsOn(sent.data)
  if (!startsOn.ok) return showNew(c, { values, errors: { startsOn: startsOn.fault } })
  try {
    await setBaseline(contextOf(c), {
      theme: key,
      startsOn: startsOn.date,
      reason: sent.data.reason,
    })
  } catch (error) {
    if (!(error instanceof FieldFault)) throw error
    return showNew(c, { values, errors: { [error.field]: error.message } })
  }
  return c.redirect(overTimeOf(key, { saved: 'set' }), 303)
})

overTime.get('/results/baselines/:id/undo', rebases, async (c) => {
  const baseline = await findBaseline(c.get('deps').db, c.req.param('id'))
  if (!baseline) throw new NotFound('No such baseline')
  const { key, label } = await themeOf(c, baseline.theme)
  return renderPage(
    c,
    { title: 'Undo a baseline', current: 'results' },
    <UndoBaselinePage
      baseline={baseline}
      theme={label}
      backHref={overTimeOf(key)}
      csrf={csrfOf(c)}
    />
  )
})

overTime.post('/results/baselines/:id/undo', rebases, async (c) => {
  const theme = await undoBaseline(contextOf(c), c.req.param('id'))
  return c.redirect(overTimeOf(theme, { saved: 'undone' }), 303)
})
