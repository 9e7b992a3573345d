/** The register of alerts: filtered, sorted and searched through its address, page by page, and the same as a file. */
import { Hono } from 'hono'
import { registerHref } from '../../views/alerts/register-address.ts'
import { RegisterPage } from '../../views/alerts/register-page.tsx'
import { registerCells, registerColumns } from '../../views/alerts/register-sheet.ts'
import type { Db } from '../db/schema.ts'
import { writeCsv } from '../documents/write-csv.ts'
import { writeWorkbook } from '../documents/write-workbook.ts'
import { download } from '../http/download.ts'
import { type AppEnv, type C, contextOf, personOf } from '../http/env.ts'
import { may } from '../http/guards.ts'
import { renderPage } from '../http/page.tsx'
import { londonDate } from '../people/rules/london-date.ts'
import { isGranted } from '../people/rules/permissions.ts'
import { loadWorkingCalendar } from '../settings/load-working-calendar.ts'
import { exportAlerts } from './export-alerts.ts'
import { loadRegisterPage, openRegister, type Register, rowsAt } from './load-register.ts'
import { listRegisterOptions, type RegisterRow } from './register-list-store.ts'
import { alertReach } from './rules/alert-access.ts'
import { registerRow } from './rules/register-facts.ts'
import {
  type FilterName,
  filterChoices,
  filterNames,
  readFilters,
} from './rules/register-filters.ts'
import { type Place, placeOf } from './rules/register-order.ts'
import { readableAsk } from './rules/register-reader.ts'

export const alertRegister = new Hono<AppEnv>()

const PAGE = 50
/** Read at once for a file: some milliseconds. */
const EXPORTED_AT_ONCE = 200

/** What this person asks for, of what they may read. */
const askedOf = async (c: C) => {
  const { db } = c.get('deps')
  const person = personOf(c)
  const today = londonDate(c.get('now'))
  const { covers, ...all } = await listRegisterOptions(db, { id: person.id, today })
  // Whose alerts are whose is looked at by the IRO manager alone.
  const oversees = isGranted(person.roles, 'alerts.oversee')
  const options = oversees ? all : { ...all, raisers: [] }
  const filters = readFilters(c.req.query(), options, today)
  const register = await openRegister(
    db,
    [readableAsk(person, all.teams, covers), filters.ask],
    filters.sort
  )
  const calendar = await loadWorkingCalendar(db)
  const labels = new Map(options.categories.map(({ value, label }) => [value, label]))
  const shown = (row: RegisterRow) => registerRow(row, { today, calendar, labels })
  return { db, options, filters, register, shown, isWhole: alertReach(person).isWhole }
}

alertRegister.get('/alerts/register', may('alerts.read'), async (c) => {
  const { db, options, filters, register, shown, isWhole } = await askedOf(c)
  const before = placeOf(c.req.query('before') ?? '')
  const page = await loadRegisterPage(db, register, {
    from: before ?? placeOf(c.req.query('after') ?? ''),
    direction: before ? 'before' : 'after',
    size: PAGE,
  })
  return renderPage(
    c,
    {
      title: 'Register of alerts',
      current: 'alerts',
      status: filters.faults.length > 0 ? 422 : 200,
    },
    <RegisterPage
      choices={filterChoices(options)}
      values={filters.values}
      faults={filters.faults}
      sort={filters.sort}
      isFiltered={filters.count > 0}
      isWhole={isWhole}
      mayExport={isGranted(personOf(c).roles, 'results.export')}
      count={register.count}
      rows={page.rows.map(shown)}
      previous={page.previous}
      next={page.next}
      todayOn={londonDate(c.get('now'))}
    />
  )
})

const rowsOf = async function* (db: Db, register: Register) {
  for (let from: Place | undefined; ; ) {
    const places: Place[] = register.walk(from, 'after', EXPORTED_AT_ONCE)
    yield* await rowsAt(db, places)
    if (places.length < EXPORTED_AT_ONCE) return
    from = places.at(-1)
  }
}

/** What was typed to search may be a child's reference or a name: the event says that something was. */
const recordedFilters = (values: Readonly<Record<FilterName, string>>): string[] =>
  filterNames.flatMap((name) => {
    const value = values[name]
    if (value === '') return []
    return [name === 'q' ? 'q' : `${name}=${value}`.slice(0, 100)]
  })

const exported = (format: 'csv' | 'xlsx') => async (c: C) => {
  const { db, filters, register, shown } = await askedOf(c)
  // The page says what is wrong, or that there is nothing.
  if (filters.faults.length > 0 || register.count === 0) {
    return c.redirect(registerHref(filters.values), 303)
  }
  const rows = async function* () {
    for await (const row of rowsOf(db, register)) yield registerCells(shown(row))
  }
  await exportAlerts(contextOf(c), {
    format,
    rows: register.count,
    filters: recordedFilters(filters.values),
  })
  const file =
    format === 'csv'
      ? writeCsv(registerColumns, rows())
      : writeWorkbook([{ name: 'Alerts', columns: registerColumns, rows: rows() }], {
          title: 'Register of alerts',
        })
  return download(c, `Register of alerts ${londonDate(c.get('now'))}`, format, file)
}

alertRegister.get('/alerts/register.csv', may('results.export'), exported('csv'))
alertRegister.get('/alerts/register.xlsx', may('results.export'), exported('xlsx'))
