/** Midway checks: of which children one is due, and the form that records one. */
import { Hono } from 'hono'
import { MidwayCheckPage } from '../../views/alerts/midway-check-page.tsx'
import { MidwayListPage } from '../../views/alerts/midway-list-page.tsx'
import { findCase } from '../cases/store.ts'
import { NotFound } from '../errors.ts'
import { type AppEnv, type C, contextOf, personOf } from '../http/env.ts'
import { form } from '../http/form.ts'
import { may, refuseRecord, refusingOthers } from '../http/guards.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { londonDate } from '../people/rules/london-date.ts'
import { scopesOf } from '../people/rules/permissions.ts'
import { readSetting } from '../settings/read-setting.ts'
import { checkForm } from './input.ts'
import { findLastCheck, listMidwayDue } from './midway-store.ts'
import { recordMidwayCheck } from './record-midway-check.ts'
import { midwayWindow, progressLabels } from './rules/midway.ts'

export const midwayChecks = new Hono<AppEnv>()

const records = may('midway_checks.record')

/** More than anybody checks in a season; the rest is there once these are done. */
const MOST = 200

const seesAll = (c: C): boolean =>
  scopesOf(personOf(c).roles, 'midway_checks.record').includes('in_review')

midwayChecks.get('/midway-checks', records, async (c) => {
  const { db } = c.get('deps')
  const person = personOf(c)
  const weeks = await readSetting(db, 'midway_weeks')
  const today = londonDate(c.get('now'))
  const own = c.req.query('whose') === 'mine'
  const iroId = seesAll(c) && !own ? undefined : person.id
  const due = await listMidwayDue(db, iroId, midwayWindow(today, weeks), MOST + 1)
  return renderPage(
    c,
    {
      title: 'Midway checks',
      current: 'alerts',
      ...(c.req.query('saved') === 'check'
        ? { notice: { kind: 'success' as const, text: 'The midway check is recorded.' } }
        : {}),
    },
    <MidwayListPage
      due={due.slice(0, MOST)}
      hasMore={due.length > MOST}
      weeks={weeks}
      isOfAll={iroId === undefined}
      maySeeAll={seesAll(c)}
      todayOn={today}
    />
  )
})

/** The case, if this person reviews it or oversees reviewing; else recorded and answered as unknown. */
const reviewedCase = async (c: C) => {
  const found = await findCase(c.get('deps').db, c.req.param('id') ?? '')
  if (!found) throw new NotFound('No such case')
  const isTheirs = seesAll(c) ? found.iroId !== null : found.iroId === personOf(c).id
  return isTheirs ? found : refuseRecord(c, 'midway_checks.record', found.id)
}

interface Again {
  readonly values: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  readonly names?: readonly string[]
}

const show = async (c: C, again?: Again) => {
  const { db } = c.get('deps')
  const found = await reviewedCase(c)
  const today = londonDate(c.get('now'))
  const [year = '', month = '', day = ''] = today.split('-')
  return renderPage(
    c,
    { title: 'Midway check', current: 'alerts', status: again ? 422 : 200 },
    <MidwayCheckPage
      caseId={found.id}
      reference={found.reference}
      nextReviewOn={found.nextReviewOn}
      last={await findLastCheck(db, found.id)}
      progress={Object.entries(progressLabels).map(([value, text]) => ({ value, text }))}
      values={
        again?.values ?? {
          'checked-day': String(Number(day)),
          'checked-month': String(Number(month)),
          'checked-year': year,
        }
      }
      errors={again?.errors ?? {}}
      names={again?.names ?? []}
      csrf={csrfOf(c)}
    />
  )
}

midwayChecks.get('/cases/:id/midway-check', records, (c) => show(c))

midwayChecks.post('/cases/:id/midway-check', records, async (c) => {
  const sent = form(c, checkForm)
  if (!sent.ok) return show(c, { values: sent.raw, errors: sent.errors })
  const { data } = sent
  const id = c.req.param('id') ?? ''
  const outcome = await refusingOthers(
    c,
    'midway_checks.record',
    id,
    recordMidwayCheck(contextOf(c), {
      caseId: id,
      checked: {
        day: data['checked-day'],
        month: data['checked-month'],
        year: data['checked-year'],
      },
      progress: data.progress,
      words: data.words,
      raisesAlert: data.raise === 'yes',
      isNoName: data.noName === 'yes',
    })
  )
  if (outcome.kind === 'faults') return show(c, { values: sent.raw, errors: outcome.faults })
  if (outcome.kind === 'names') {
    const { names } = outcome
    return show(c, {
      values: sent.raw,
      errors: { noName: `Say whether “${names.join('”, “')}” is somebody’s name` },
      names,
    })
  }
  return c.redirect(
    outcome.alertId === null ? '/midway-checks?saved=check' : `/alerts/${outcome.alertId}/draft`,
    303
  )
})
