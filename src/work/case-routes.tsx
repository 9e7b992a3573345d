/**
 * The page of one case: everything about one reference in one place in date order, as far as the reader may see it. Opening
 * it is recorded. What is not theirs is answered as what is not there (docs/decisions/0029).
 */
import { Hono } from 'hono'
import { groupLabel } from '../../views/results/group-words.ts'
import { CasePage } from '../../views/work/case-page.tsx'
import { caseSystemAddress } from '../cases/rules/case-system-address.ts'
import { NotFound } from '../errors.ts'
import { ageBandOf } from '../grading/rules/age-band.ts'
import { type AppEnv, type C, contextOf, personOf } from '../http/env.ts'
import { may, refuseRecord } from '../http/guards.ts'
import { renderPage } from '../http/page.tsx'
import { recordRead } from '../people/record-read.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { isGranted, type Role, scopesOf } from '../people/rules/permissions.ts'
import { caseQuery } from './input.ts'
import { findOpenCase, loadCaseContent, type OpenCase } from './load-case.ts'
import { summaryOf, toComeOf } from './rules/case-summary.ts'
import { kindsIn, timelineOf } from './rules/case-timeline.ts'

export const casePages = new Hono<AppEnv>()

const ENTRIES_A_PAGE = 30

const read = may('cases.read')

/**
 * The case, if this person may open it; else recorded and answered as unknown. `elsewhere` is the case of an audit by which
 * it was asked for.
 */
export const openableCase = async (c: C): Promise<{ open: OpenCase } | { elsewhere: string }> => {
  const person = personOf(c)
  const id = c.req.param('id') ?? ''
  const found = await findOpenCase(c.get('deps').db, person, id, c.get('now'))
  if (found.kind === 'refused') return refuseRecord(c, 'cases.read', found.id)
  if (found.kind === 'missing') throw new NotFound('No such case')
  if (found.kind === 'elsewhere') return { elsewhere: found.caseId }
  await recordRead(contextOf(c), {
    type: 'case.read',
    personId: person.id,
    subjectId: found.open.subjectId,
    isMarked: found.open.isReadingMarked,
  })
  return { open: found.open }
}

/** The child's reviewing officer; the IRO manager for every child who has one. */
const recordsMidwayChecks = (
  person: { readonly id: string; readonly roles: readonly Role[] },
  iroId: string | null | undefined
): boolean =>
  scopesOf(person.roles, 'midway_checks.record').some((scope) =>
    scope === 'in_review' ? typeof iroId === 'string' : iroId === person.id
  )

casePages.get('/cases/:id', read, async (c) => {
  const { db, config } = c.get('deps')
  const person = personOf(c)
  const asked = await openableCase(c)
  if ('elsewhere' in asked) return c.redirect(`/cases/${asked.elsewhere}`, 303)
  const { open } = asked
  const { show, page } = caseQuery.parse(c.req.query())
  const content = await loadCaseContent(db, person, open, c.get('now'))
  const entries = timelineOf(content, show)
  const pages = Math.max(1, Math.ceil(entries.length / ENTRIES_A_PAGE))
  const shown = Math.min(page, pages)
  const todayOn = londonDate(c.get('now'))
  const { facts } = open
  return renderPage(
    c,
    { title: `Case ${open.reference}`, current: 'work' },
    <CasePage
      id={open.id}
      reference={open.reference}
      facts={
        facts && {
          ...facts,
          age: facts.age === null ? null : groupLabel('age', ageBandOf(facts.age)),
        }
      }
      isHistory={open.isHistory}
      seesAll={open.seesAll}
      systemHref={caseSystemAddress(config.CASE_URL, open.reference)}
      raiseHref={
        !open.isHistory &&
        (isGranted(person.roles, 'alerts.raise') ||
          isGranted(person.roles, 'alerts.raise_good_practice'))
          ? `/alerts/new?case=${open.id}`
          : undefined
      }
      midwayHref={
        recordsMidwayChecks(person, facts?.iroId) ? `/cases/${open.id}/midway-check` : undefined
      }
      copyHref={
        open.mayCopy && isGranted(person.roles, 'cases.copy') ? `/cases/${open.id}/copy` : undefined
      }
      summary={summaryOf(content, todayOn)}
      toCome={toComeOf(content)}
      kinds={kindsIn(content)}
      show={show}
      entries={entries.slice((shown - 1) * ENTRIES_A_PAGE, shown * ENTRIES_A_PAGE)}
      count={entries.length}
      page={shown}
      pages={pages}
      readerId={person.id}
      todayOn={todayOn}
    />
  )
})
