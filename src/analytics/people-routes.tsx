/** One person's results: the reader's own, or those of somebody whose results are the reader's to see; and choosing whom. */
import { Hono } from 'hono'
import { ChoosePersonPage } from '../../views/results/choose-person-page.tsx'
import { PeoplePage } from '../../views/results/people-page.tsx'
import { NotFound } from '../errors.ts'
import { type AppEnv, type C, personOf } from '../http/env.ts'
import { may, refuseRecord } from '../http/guards.ts'
import { renderPage } from '../http/page.tsx'
import { isGranted, scopesOf } from '../people/rules/permissions.ts'
import { findPerson } from '../people/store.ts'
import { councilFrameOf, namedFrameOf } from './frame-routes.tsx'
import { choosePersonQuery, personQuery } from './input.ts'
import { loadOwnResults } from './load-own-results.ts'
import { type ResultSide, resultSides } from './person-store.ts'
import { FEWEST_FOR_SHARE, SMALL_SAMPLE } from './rules/small-numbers.ts'
import { findSeenPerson, listSeenPeople } from './seen-people-store.ts'

export const peopleResults = new Hono<AppEnv>()

/** Whose results are asked for, and which sides of them; somebody else's answer as nobody's. */
const subjectOf = async (c: C) => {
  const reader = personOf(c)
  const { person } = personQuery.parse(c.req.query())
  if (person === undefined || person === reader.id) {
    return { id: reader.id, name: reader.name, sides: resultSides, isOwn: true }
  }
  const { db } = c.get('deps')
  const found = await findSeenPerson(db, reader, person)
  if (found) return { id: person, ...found, isOwn: false }
  if (await findPerson(db, person)) return refuseRecord(c, 'results.by_worker', person)
  throw new NotFound('No such person')
}

/**
 * Sides whose single audits the reader may not read, all of them. A QA lead reads every audit, and whoever made one has
 * read it: nothing is to be kept from them. A worker reads those of their own cases only once shared, and whoever leads
 * a worker reads the audits of their teams or service, which a worker's cases of last year need not be among.
 */
const guardedSides = (
  c: C,
  { isOwn, sides }: { readonly isOwn: boolean; readonly sides: readonly ResultSide[] }
): readonly ResultSide[] =>
  scopesOf(personOf(c).roles, 'audits.read_submitted').includes('all')
    ? []
    : sides.filter((side) => !isOwn || side === 'worker')

peopleResults.get('/results/people', may('results.own'), async (c) => {
  const { roles } = personOf(c)
  const subject = await subjectOf(c)
  const guarded = guardedSides(c, subject)
  const ofFrame = guarded.length > 0 ? namedFrameOf : councilFrameOf
  const frame = await ofFrame(c, { period: '2y', kind: 'learning' })
  return renderPage(
    c,
    {
      title: subject.isOwn ? 'Your own results' : `Results of ${subject.name}`,
      ...(isGranted(roles, 'results.council') ? { current: 'results' } : {}),
      status: frame.faults.length > 0 ? 422 : 200,
    },
    <PeoplePage
      frame={frame}
      person={subject}
      results={await loadOwnResults(c.get('deps').db, subject.id, frame, guarded)}
      isNamed={guarded.length > 0}
      fewest={FEWEST_FOR_SHARE}
      small={SMALL_SAMPLE}
      hasParts={isGranted(roles, 'results.council')}
      maySeeOthers={isGranted(roles, 'results.by_worker')}
    />
  )
})

peopleResults.get('/results/people/choose', may('results.by_worker'), async (c) => {
  const reader = personOf(c)
  const { name, page } = choosePersonQuery.parse(c.req.query())
  return renderPage(
    c,
    { title: 'Choose whose results to see', current: 'results' },
    <ChoosePersonPage
      name={name}
      found={await listSeenPeople(c.get('deps').db, reader, { name, page })}
    />
  )
})
