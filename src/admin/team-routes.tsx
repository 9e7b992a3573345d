/** The tree of teams: adding, changing, closing with what is in it, and opening again. */
import { Hono } from 'hono'
import { CloseTeamPage } from '../../views/admin/close-team-page.tsx'
import { ConfirmStepPage } from '../../views/admin/confirm-step-page.tsx'
import { TeamFormPage } from '../../views/admin/team-form-page.tsx'
import { TeamPage } from '../../views/admin/team-page.tsx'
import { TeamsPage } from '../../views/admin/teams-page.tsx'
import { Conflict, FieldFault, NotFound, WrongState } from '../errors.ts'
import { type AppEnv, type C, contextOf } from '../http/env.ts'
import { type Errors, form, type Raw } from '../http/form.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { addTeam } from '../people/add-team.ts'
import { changeTeam } from '../people/change-team.ts'
import { reopenTeam } from '../people/reopen-team.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { treeOf } from '../people/rules/team-tree.ts'
import { findTeam, listTeams, type StoredTeam } from '../people/team-store.ts'
import { closeTeam } from './close-team.ts'
import { closeTeamForm, dateBoxes, readOptionalDate, teamForm } from './input.ts'
import { administers, adminPage, noticeOf, teamOptions } from './record-routes.tsx'
import { countPeopleByTeam, countTeamWork } from './team-work-store.ts'

export const teams = new Hono<AppEnv>()

const teamOf = async (c: C): Promise<StoredTeam> => {
  const team = await findTeam(c.get('deps').db, c.req.param('id') ?? '')
  if (!team) throw new NotFound('No such team')
  return team
}

teams.get('/admin/teams', administers, async (c) => {
  const { db } = c.get('deps')
  const all = await listTeams(db)
  return renderPage(
    c,
    { ...adminPage('Teams'), ...noticeOf(c) },
    <TeamsPage
      tree={treeOf(all.filter(({ isHistorical }) => isHistorical === 0))}
      historical={all.filter(({ isHistorical }) => isHistorical === 1)}
      people={await countPeopleByTeam(db)}
      todayOn={londonDate(c.get('now'))}
    />
  )
})

const showForm = async (
  c: C,
  shown: { team?: StoredTeam; values: Raw; errors?: Errors; current?: StoredTeam }
) => {
  const { team, current, errors = {} } = shown
  const status = current ? 409 : Object.keys(errors).length > 0 ? 422 : 200
  const parents = await teamOptions(c, team?.parentId ?? null)
  return renderPage(
    c,
    adminPage(team ? 'Change this team' : 'Add a team or service', status),
    <TeamFormPage
      teamId={team?.id}
      values={current ? { ...shown.values, revision: String(current.revision) } : shown.values}
      errors={errors}
      parents={parents.filter(({ value }) => value !== team?.id)}
      csrf={csrfOf(c)}
      stored={
        current && {
          ...current,
          parentName: parents.find(({ value }) => value === current.parentId)?.text,
        }
      }
    />
  )
}

type TeamInput = {
  name: string
  kind: 'service' | 'team'
  parentId: string | null
  openedOn: string | null
}

/** Saves with `save`, which gives the address to go to; whatever is wrong shows the same form again. */
const saveForm = async (
  c: C,
  team: StoredTeam | undefined,
  save: (input: TeamInput, revision: number) => Promise<string>
) => {
  const sent = form(c, teamForm)
  const opened = readOptionalDate(sent.raw, 'openedOn', 'The opening date')
  const errors = {
    ...(sent.ok ? {} : sent.errors),
    ...(opened.fault === undefined ? {} : { openedOn: opened.fault }),
  }
  const shown = { ...(team ? { team } : {}), values: sent.raw }
  if (!sent.ok || Object.keys(errors).length > 0) return showForm(c, { ...shown, errors })
  const { name, kind, parentId, revision } = sent.data
  try {
    const input = { name, kind, parentId: parentId || null, openedOn: opened.date ?? null }
    return c.redirect(await save(input, revision), 303)
  } catch (error) {
    if (error instanceof FieldFault) {
      return showForm(c, { ...shown, errors: { [error.field]: error.message } })
    }
    if (error instanceof Conflict) {
      return showForm(c, { ...shown, current: error.current as StoredTeam })
    }
    throw error
  }
}

teams.get('/admin/teams/new', administers, (c) =>
  showForm(c, { values: { kind: 'team', parentId: c.req.query('in') ?? '' } })
)

teams.post('/admin/teams/new', administers, (c) =>
  saveForm(c, undefined, async (input) => {
    const id = await addTeam(contextOf(c), { ...input, closedOn: null, isHistorical: false })
    return `/admin/teams/${id}?saved=team-added`
  })
)

teams.get('/admin/teams/:id', administers, async (c) => {
  const team = await teamOf(c)
  const { db } = c.get('deps')
  const all = await listTeams(db)
  return renderPage(
    c,
    { ...adminPage(team.name), ...noticeOf(c) },
    <TeamPage
      team={team}
      parent={all.find(({ id }) => id === team.parentId)}
      below={all.filter(({ parentId }) => parentId === team.id)}
      work={await countTeamWork(db, team.id)}
      todayOn={londonDate(c.get('now'))}
    />
  )
})

const changeable = async (c: C): Promise<StoredTeam> => {
  const team = await teamOf(c)
  if (team.isHistorical === 1) {
    throw new WrongState('This team is known only from imported history and stays as it is.')
  }
  return team
}

teams.get('/admin/teams/:id/change', administers, async (c) => {
  const team = await changeable(c)
  const values = {
    name: team.name,
    kind: team.kind,
    parentId: team.parentId ?? '',
    revision: String(team.revision),
    ...dateBoxes('openedOn', team.openedOn),
  }
  return showForm(c, { team, values })
})

teams.post('/admin/teams/:id/change', administers, async (c) => {
  const team = await changeable(c)
  return saveForm(c, team, async (input, revision) => {
    const { fields } = await changeTeam(contextOf(c), { ...input, teamId: team.id, revision })
    return `/admin/teams/${team.id}?saved=${fields.length === 0 ? 'nothing' : 'team'}`
  })
})

const showClose = async (c: C, team: StoredTeam, values: Raw, errors: Errors = {}) =>
  renderPage(
    c,
    adminPage(`Close ${team.name}?`, Object.keys(errors).length > 0 ? 422 : 200),
    <CloseTeamPage
      team={team}
      work={await countTeamWork(c.get('deps').db, team.id)}
      values={values}
      errors={errors}
      teams={(await teamOptions(c, null)).filter(({ value }) => value !== team.id)}
      csrf={csrfOf(c)}
    />
  )

const closable = async (c: C): Promise<StoredTeam> => {
  const team = await changeable(c)
  if (team.closedOn !== null) throw new WrongState('This team has a closing date already.')
  return team
}

teams.get('/admin/teams/:id/close', administers, async (c) => showClose(c, await closable(c), {}))

teams.post('/admin/teams/:id/close', administers, async (c) => {
  const team = await closable(c)
  const sent = form(c, closeTeamForm)
  const closing = readOptionalDate(sent.raw, 'closedOn', 'The closing date')
  const fault = closing.fault ?? (closing.date ? undefined : 'Enter the closing date')
  const errors = {
    ...(sent.ok ? {} : sent.errors),
    ...(fault === undefined ? {} : { closedOn: fault }),
  }
  if (!sent.ok || closing.date === undefined || Object.keys(errors).length > 0) {
    return showClose(c, team, sent.raw, errors)
  }
  try {
    await closeTeam(contextOf(c), {
      teamId: team.id,
      closedOn: closing.date,
      peopleTo: sent.data.peopleTo || null,
      casesTo: sent.data.casesTo || null,
      isConfirmed: sent.data.isConfirmed === 'yes',
    })
  } catch (error) {
    if (!(error instanceof FieldFault)) throw error
    return showClose(c, team, sent.raw, { [error.field]: error.message })
  }
  return c.redirect(`/admin/teams/${team.id}?saved=team-closed`, 303)
})

teams.get('/admin/teams/:id/reopen', administers, async (c) => {
  const team = await teamOf(c)
  if (team.closedOn === null) throw new WrongState('This team has no closing date.')
  const address = `/admin/teams/${team.id}`
  return renderPage(
    c,
    adminPage(`Reopen ${team.name}?`),
    <ConfirmStepPage
      title={`Reopen ${team.name}?`}
      action={`${address}/reopen`}
      back={address}
      backText="The team"
      csrf={csrfOf(c)}
      button="Reopen this team"
    >
      <p class="govuk-body">
        It can be chosen again. People and cases that were moved stay where they are.
      </p>
    </ConfirmStepPage>
  )
})

teams.post('/admin/teams/:id/reopen', administers, async (c) => {
  const team = await teamOf(c)
  await reopenTeam(contextOf(c), { teamId: team.id })
  return c.redirect(`/admin/teams/${team.id}?saved=team-reopened`, 303)
})
