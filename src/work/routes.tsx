/** My work: the first page after sign-in, for everybody. */
import { Hono } from 'hono'
import { MyWorkPage } from '../../views/work/my-work-page.tsx'
import { type AppEnv, personOf } from '../http/env.ts'
import { signedIn } from '../http/guards.ts'
import { renderPage } from '../http/page.tsx'
import { readNoticeBar } from '../notices/store.ts'
import { rolesThatCover } from '../people/rules/cover.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { isGranted, scopesOf } from '../people/rules/permissions.ts'
import { actionLists } from './action-list-routes.tsx'
import { actionPages } from './action-routes.tsx'
import { calendar } from './calendar-routes.tsx'
import { caseCopies } from './case-copy-routes.tsx'
import { casePages } from './case-routes.tsx'
import { find } from './find-routes.tsx'
import { loadAlertsToDo } from './load-alerts-to-do.ts'
import { loadRecent } from './load-recent.ts'
import { ownAudits } from './own-audit-routes.tsx'
import { dueSummary } from './rules/due-summary.ts'
import { recentEntry } from './rules/found-entry.ts'
import { waysOn, whatAppears } from './rules/what-appears.ts'
import {
  listActionsToDo,
  listAuditsToDo,
  listOpenRounds,
  listSubmittedLately,
  TEAM_ACTIONS_SHOWN,
} from './store.ts'

export const work = new Hono<AppEnv>()

work.route('/', actionLists)
work.route('/', actionPages)
work.route('/', calendar)
work.route('/', ownAudits)
work.route('/', find)
work.route('/', casePages)
work.route('/', caseCopies)

/** Actions in one list; those that nobody dated come last. */
const byDueDate = (a: { dueOn: string | null }, b: { dueOn: string | null }): number => {
  const [first, second] = [a.dueOn ?? '9999-12-31', b.dueOn ?? '9999-12-31']
  return first === second ? 0 : first < second ? -1 : 1
}

work.get('/', signedIn, async (c) => {
  const { db } = c.get('deps')
  const person = personOf(c)
  const todayOn = londonDate(c.get('now'))
  const leadsTeam = scopesOf(person.roles, 'audits.read_submitted').includes('team')
  const teamId = leadsTeam ? person.teamId : null

  const audits = await listAuditsToDo(db, person.id)
  const toDo = (await listActionsToDo(db, person.id, teamId)).toSorted(byDueDate)
  const own = toDo.filter(({ ownerId }) => ownerId === person.id)
  const team = toDo.filter(({ ownerId }) => ownerId !== person.id)
  const submitted = await listSubmittedLately(db, person)
  const recent = await loadRecent(db, person, c.get('now'))
  const readsAlerts = isGranted(person.roles, 'alerts.read')
  const alerts = readsAlerts ? await loadAlertsToDo(db, person.id, todayOn) : undefined
  const rounds = isGranted(person.roles, 'rounds.manage')
    ? await listOpenRounds(db, todayOn)
    : undefined

  // Auditors have theirs in the audit itself; these answer for others'.
  const seesSafety = scopesOf(person.roles, 'safety.read').some(
    (scope) => scope === 'all' || scope === 'team' || scope === 'service'
  )

  // Asked once, for what stands above the page and for what the page says of it.
  const noticeBar = await readNoticeBar(db, person.id)
  const waiting = noticeBar.standing.filter(({ kind }) => kind.startsWith('safety_notice_'))

  const actions = [...own, ...team.slice(0, TEAM_ACTIONS_SHOWN)].toSorted(byDueDate)
  const hasAlerts = (alerts?.toAnswer.length ?? 0) + (alerts?.own.length ?? 0) > 0
  const isEmpty = !hasAlerts && audits.length === 0 && actions.length === 0 && !rounds?.length
  return renderPage(
    c,
    {
      title: 'My work',
      current: 'work',
      noticeBar,
      // Some may not read what they have submitted, and are led back here.
      ...(c.req.query('submitted') === undefined
        ? {}
        : { notice: { kind: 'success' as const, text: 'The audit was submitted.' } }),
    },
    <MyWorkPage
      seesSafety={seesSafety}
      opensCases={isGranted(person.roles, 'cases.read')}
      safetyWaiting={new Set(waiting.map(({ aboutId }) => aboutId)).size}
      todayOn={todayOn}
      summary={
        isGranted(person.roles, 'audits.complete')
          ? dueSummary(
              audits.map((audit) => audit.dueOn),
              todayOn
            )
          : undefined
      }
      alerts={alerts}
      raisesAlerts={isGranted(person.roles, 'alerts.raise')}
      mayBeCovered={rolesThatCover(person.roles).length > 0}
      sharesGoodPractice={isGranted(person.roles, 'alerts.raise_good_practice')}
      audits={audits}
      actions={actions.map((action) => ({ ...action, isOwn: action.ownerId === person.id }))}
      hasTeam={teamId !== null}
      hasMoreActions={team.length > TEAM_ACTIONS_SHOWN}
      submitted={submitted.map((audit) => {
        // Not every role that audits may read what it has submitted (contracts.md §4).
        const isReadable = audit.isReadable === 1
        return {
          ...audit,
          submittedAt: audit.submittedAt ?? '',
          isReadable,
          grade: isReadable ? audit.grade : null,
        }
      })}
      recent={recent.map(recentEntry)}
      rounds={rounds}
      empty={{
        willAppear: isEmpty ? whatAppears(person.roles) : [],
        links: isEmpty ? waysOn(person.roles) : [],
      }}
    />
  )
})
