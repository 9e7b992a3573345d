/** Reads the audits behind one figure of the page of coverage, for one reader. */
import type { Db } from '../db/schema.ts'
import { NotFound } from '../errors.ts'
import { addDays } from '../people/rules/add-days.ts'
import { auditThemeKey } from '../rubrics/rules/rubric.ts'
import { type CoveredQuery, countCovered, listCovered } from './covered-store.ts'
import { AUDITS_A_PAGE } from './load-audits-behind.ts'
import type { Frame } from './load-frame.ts'
import type { Reader } from './load-results.ts'
import { monthsBefore } from './rules/period.ts'

type Asked = {
  /** Of one team alone, without those below it: a row of the page. */
  readonly place?: string | undefined
  readonly after?: string | undefined
}

/** @throws NotFound for a team whose figures the reader does not see */
export const loadCoveredAudits = async (db: Db, reader: Reader, frame: Frame, asked: Asked) => {
  const place = frame.teams.find(({ id }) => id === asked.place)
  if (asked.place !== undefined && place === undefined) throw new NotFound('No such figure')
  const since = addDays(monthsBefore(frame.today, 12), 1)
  const { theme, status } = frame.filters
  const query: CoveredQuery =
    theme === ''
      ? {
          since,
          teamIds: place ? [place.id] : frame.teamIds,
          status: status === '' ? undefined : status,
        }
      : {
          theme: {
            key: theme,
            roundIds: frame.everyRound.flatMap(({ id, date }) => (date >= since ? [id] : [])),
          },
        }
  const isFaulty = frame.faults.length > 0
  const found = isFaulty
    ? []
    : await listCovered(db, query, reader, { after: asked.after ?? '', size: AUDITS_A_PAGE })
  const audits = found.slice(0, AUDITS_A_PAGE)
  return {
    since,
    place: place?.name,
    audits,
    counted: isFaulty ? 0 : await countCovered(db, query),
    scale: frame.scaleOf(theme === '' ? auditThemeKey : theme),
    /** Where the next page starts. */
    next: found.length > AUDITS_A_PAGE ? audits.at(-1)?.referenceKey : undefined,
  }
}
