/** What the routes of the pages over several rounds share: the frame of a request, and a table sent as a file. */
import { download } from '../http/download.ts'
import { type C, contextOf, personOf } from '../http/env.ts'
import { recordRefusal } from '../http/guards.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { exportTable } from './export-table.ts'
import { frameQuery } from './input.ts'
import { type Frame, type FrameDefaults, loadFrame } from './load-frame.ts'
import type { CsvTable } from './rules/table-csv.ts'

/** A year of learning audits, unless the address says otherwise. */
const YEAR_OF_LEARNING: FrameDefaults = { period: '1y', kind: 'learning' }

/** A team of others was asked for: the page says that there is no such team, and the log that somebody asked. */
export const recordingRefused = async <T extends { readonly refusedTeam: string | undefined }>(
  c: C,
  read: T
): Promise<T> => {
  if (read.refusedTeam !== undefined) await recordRefusal(c, 'results.by_team', read.refusedTeam)
  return read
}

export const frameOf = async (
  c: C,
  defaults: FrameDefaults = YEAR_OF_LEARNING
): Promise<{ frame: Frame; by: string | undefined; page: number }> => {
  const { by, page, ...typed } = frameQuery.parse(c.req.query())
  const frame = await loadFrame(c.get('deps').db, personOf(c), typed, {
    today: londonDate(c.get('now')),
    defaults,
  })
  await recordingRefused(c, frame)
  const asked = Number(page ?? '1')
  return { frame, by, page: Number.isInteger(asked) && asked > 0 ? asked : 1 }
}

/** The frame of a page that is of the whole council: a team in its address is no filter of it. */
export const councilFrameOf = (
  c: C,
  defaults: FrameDefaults = YEAR_OF_LEARNING
): Promise<Frame> => {
  const { by: _, page: __, team: ___, ...typed } = frameQuery.parse(c.req.query())
  return loadFrame(c.get('deps').db, personOf(c), typed, {
    today: londonDate(c.get('now')),
    defaults,
  })
}

/** The frame of a page whose small numbers the reader may not know: of named periods, in which dates and a status are no filters. */
export const namedFrameOf = (c: C, defaults: FrameDefaults = YEAR_OF_LEARNING): Promise<Frame> => {
  const { theme, kind, period } = frameQuery.parse(c.req.query())
  return loadFrame(
    c.get('deps').db,
    personOf(c),
    { theme, kind, period },
    { today: londonDate(c.get('now')), defaults }
  )
}

/** The frame of a page that is of today: filters of the other pages are none of it. */
export const todaysFrameOf = (c: C): Promise<Frame> =>
  loadFrame(
    c.get('deps').db,
    personOf(c),
    {},
    { today: londonDate(c.get('now')), defaults: YEAR_OF_LEARNING }
  )

export const sendTable = async (
  c: C,
  page: string,
  filters: Readonly<Record<string, string>>,
  table: CsvTable
): Promise<Response> => {
  const csv = await exportTable(contextOf(c), {
    page,
    table,
    filters: Object.entries(filters).flatMap(([name, value]) => (value === '' ? [] : [name])),
  })
  return download(c, page, 'csv', csv)
}
