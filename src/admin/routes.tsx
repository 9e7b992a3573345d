/** The administration: its first page, and the routes of people and teams. */
import { Hono } from 'hono'
import { OverviewPage } from '../../views/admin/overview-page.tsx'
import type { AppEnv } from '../http/env.ts'
import { renderPage } from '../http/page.tsx'
import { countFailures, countInvitations, countWithoutTeam } from '../people/directory-store.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { rolesThatNeedTeam } from '../people/rules/needs-team.ts'
import { accounts } from './account-routes.tsx'
import { listClosedTeamsWithPeople, listTeamsWithoutManager } from './attention-store.ts'
import { concerns } from './concern-routes.tsx'
import { ladders } from './ladder-routes.tsx'
import { peopleLists } from './list-routes.tsx'
import { countLeftUndone } from './open-work-store.ts'
import { peopleAdmin } from './people-routes.tsx'
import { administers, adminPage } from './record-routes.tsx'
import { teams } from './team-routes.tsx'

export const admin = new Hono<AppEnv>()

const DAY_MS = 24 * 60 * 60 * 1000

admin.get('/admin', administers, async (c) => {
  const { db } = c.get('deps')
  const now = c.get('now')
  const todayOn = londonDate(now)
  const dayAgo = new Date(Date.parse(now) - DAY_MS).toISOString()
  return renderPage(
    c,
    adminPage('Administration'),
    <OverviewPage
      invitations={await countInvitations(db, now)}
      withoutTeam={await countWithoutTeam(db, rolesThatNeedTeam)}
      teamsWithoutManager={await listTeamsWithoutManager(db, todayOn)}
      closedTeams={await listClosedTeamsWithPeople(db, todayOn)}
      failures={await countFailures(db, dayAgo)}
      {...(await countLeftUndone(db))}
    />
  )
})

// Fixed addresses come before those with an id in the same place.
admin.route('/', peopleLists)
admin.route('/', concerns)
admin.route('/', ladders)
admin.route('/', peopleAdmin)
admin.route('/', accounts)
admin.route('/', teams)
