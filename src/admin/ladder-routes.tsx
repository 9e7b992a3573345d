/** The stages of a dispute: what they are now, what they were, and giving new disputes others. */
import { Hono } from 'hono'
import { DisputeStagesPage } from '../../views/admin/dispute-stages-page.tsx'
import { changeLadder } from '../alerts/change-ladder.ts'
import { listLadders } from '../alerts/ladder-store.ts'
import { MOST_STAGES, readStages, stageBoxes, sumOfDays } from '../alerts/rules/stage-form.ts'
import { Conflict } from '../errors.ts'
import { type AppEnv, type C, contextOf } from '../http/env.ts'
import { type Errors, form, type Raw } from '../http/form.ts'
import { csrfOf, type PageOptions, renderPage } from '../http/page.tsx'
import { lineSteps } from '../safety/rules/addressees.ts'
import { readSetting } from '../settings/read-setting.ts'
import { ladderForm } from './input.ts'
import { administers, adminPage } from './record-routes.tsx'

export const ladders = new Hono<AppEnv>()

const HOME = '/admin/dispute-stages'

type Notice = NonNullable<PageOptions['notice']>

const noticeOf = (saved: string | undefined, sum: number, total: number): Notice | undefined => {
  if (saved === 'nothing') {
    return { kind: 'success', text: 'Nothing was different, so nothing was changed.' }
  }
  if (saved !== 'stages') return undefined
  return sum > total
    ? {
        kind: 'warning',
        text: `The stages are saved. Together they take ${sum} working days, more than the ${total} in which the whole is to end.`,
      }
    : { kind: 'success', text: 'The stages are saved.' }
}

const show = async (c: C, again?: { values: Raw; errors: Errors; status: 409 | 422 }) => {
  const { db } = c.get('deps')
  const versions = await listLadders(db)
  const total = await readSetting(db, 'dispute_total_days')
  const [current] = versions
  const sum = sumOfDays(current?.stages ?? [])
  const notice = again ? undefined : noticeOf(c.req.query('saved'), sum, total)
  return renderPage(
    c,
    { ...adminPage('Stages of a dispute', again?.status ?? 200), ...(notice ? { notice } : {}) },
    <DisputeStagesPage
      current={current}
      earlier={versions.slice(1)}
      sum={sum}
      total={total}
      rows={MOST_STAGES}
      line={lineSteps.map(({ level, name }) => ({ value: String(level), text: name }))}
      values={again?.values ?? stageBoxes(current?.stages ?? [])}
      errors={again?.errors ?? {}}
      csrf={csrfOf(c)}
    />
  )
}

ladders.get(HOME, administers, (c) => show(c))

ladders.post(HOME, administers, async (c) => {
  const input = form(c, ladderForm)
  const { stages, faults } = readStages(input.raw)
  const values = input.raw
  const errors = { ...(input.ok ? {} : input.errors), ...faults }
  if (!input.ok || Object.keys(errors).length > 0) return show(c, { values, errors, status: 422 })
  try {
    const isChanged = await changeLadder(contextOf(c), { stages, number: input.data.number })
    return c.redirect(`${HOME}?saved=${isChanged ? 'stages' : 'nothing'}`, 303)
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    const message = `${error.message} They are shown as they are now, and below as you typed them. Save again to use yours`
    return show(c, { values, errors: { 'name-1': message }, status: 409 })
  }
})
