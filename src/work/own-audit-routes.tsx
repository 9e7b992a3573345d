/** A person's own audits, past and present, with filters in the address. */
import { Hono } from 'hono'
import { MyAuditsPage } from '../../views/work/my-audits-page.tsx'
import { type AppEnv, personOf } from '../http/env.ts'
import { may } from '../http/guards.ts'
import { renderPage } from '../http/page.tsx'
import { londonDate } from '../people/rules/london-date.ts'
import { ownAuditsQuery } from './input.ts'
import { listOwnAudits, listOwnChoices } from './own-audits-store.ts'
import { ownStateLabels, ownStateOf } from './rules/own-state.ts'

export const ownAudits = new Hono<AppEnv>()

ownAudits.get('/my-audits', may('audits.complete'), async (c) => {
  const { db } = c.get('deps')
  const person = personOf(c)
  const { page: asked, ...filters } = ownAuditsQuery.parse(c.req.query())
  const { audits, count, pages, page } = await listOwnAudits(db, person, filters, asked)
  const choices = await listOwnChoices(db, person.id)
  return renderPage(
    c,
    { title: 'Your audits', current: 'work' },
    <MyAuditsPage
      todayOn={londonDate(c.get('now'))}
      audits={audits.map((audit) => {
        const standing = ownStateOf(audit, person.id)
        const isSubmitted = standing.isTheirs && audit.state === 'submitted'
        return {
          ...audit,
          ...standing,
          // Not every role that may audit reads what was submitted, or what left their hands.
          isReadable: audit.isReadable === 1,
          grade: isSubmitted && audit.isReadable === 1 ? audit.grade : null,
          takenAwayAt: standing.isTheirs || audit.isHandedOver === 1 ? null : audit.allocatedAt,
        }
      })}
      count={count}
      page={page}
      pages={pages}
      filters={filters}
      states={Object.entries(ownStateLabels).map(([value, text]) => ({ value, text }))}
      {...choices}
    />
  )
})
