/** The days on which the council is closed: the list, adding one, and taking off one that lies ahead. */
import { Hono } from 'hono'
import { ConfirmStepPage } from '../../views/admin/confirm-step-page.tsx'
import { formatDate } from '../../views/format.ts'
import { ClosureDaysPage } from '../../views/settings/closure-days-page.tsx'
import { Conflict, FieldFault, NotFound, WrongState } from '../errors.ts'
import { type AppEnv, type C, contextOf } from '../http/env.ts'
import { type Errors, form, type Raw } from '../http/form.ts'
import { may } from '../http/guards.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { londonDate } from '../people/rules/london-date.ts'
import { typedDate } from '../people/rules/typed-date.ts'
import { addClosureDay } from './add-closure-day.ts'
import { closureDayForm } from './input.ts'
import { loadClosureDays } from './load-closure-days.ts'
import { removeClosureDay } from './remove-closure-day.ts'
import { PAST_STAYS } from './rules/closure-days.ts'
import { bankHolidayYears } from './rules/working-days.ts'

export const closureDays = new Hono<AppEnv>()

const administers = may('accounts.manage')

const saved: Record<string, string> = {
  added: 'The closure day is added.',
  removed: 'The closure day is removed.',
}

const show = async (c: C, again?: { values: Raw; errors: Errors; status: 409 | 422 }) => {
  const { days } = await loadClosureDays(c.get('deps').db)
  const text = again ? undefined : saved[c.req.query('saved') ?? '']
  return renderPage(
    c,
    {
      title: 'Closure days',
      current: 'admin',
      status: again?.status ?? 200,
      ...(text === undefined ? {} : { notice: { kind: 'success', text } }),
    },
    <ClosureDaysPage
      days={days}
      todayOn={londonDate(c.get('now'))}
      years={bankHolidayYears}
      values={again?.values ?? {}}
      errors={again?.errors ?? {}}
      csrf={csrfOf(c)}
    />
  )
}

closureDays.get('/admin/closure-days', administers, (c) => show(c))

closureDays.post('/admin/closure-days', administers, async (c) => {
  const input = form(c, closureDayForm)
  const { raw } = input
  const [day = '', month = '', year = ''] = [raw['date-day'], raw['date-month'], raw['date-year']]
  const read = typedDate({ day, month, year }, 'The date')
  const errors = {
    ...(read.ok ? {} : { date: read.fault }),
    ...(input.ok ? {} : input.errors),
  }
  if (!input.ok || !read.ok) return show(c, { values: raw, errors, status: 422 })
  try {
    await addClosureDay(contextOf(c), { date: read.date, why: input.data.why })
    return c.redirect('/admin/closure-days?saved=added', 303)
  } catch (error) {
    if (error instanceof FieldFault) {
      return show(c, { values: raw, errors: { [error.field]: error.message }, status: 422 })
    }
    if (error instanceof Conflict) {
      return show(c, { values: raw, errors: { date: error.message }, status: 409 })
    }
    throw error
  }
})

/** One that may still be taken off. */
const removable = async (c: C) => {
  const { days } = await loadClosureDays(c.get('deps').db)
  const day = days.find(({ date }) => date === c.req.param('date'))
  if (!day) throw new NotFound('No such closure day')
  if (day.date <= londonDate(c.get('now'))) throw new WrongState(PAST_STAYS)
  return day
}

closureDays.get('/admin/closure-days/:date/remove', administers, async (c) => {
  const { date, why } = await removable(c)
  const title = `Remove ${formatDate(date)}?`
  return renderPage(
    c,
    { title, current: 'admin' },
    <ConfirmStepPage
      title={title}
      action={`/admin/closure-days/${date}/remove`}
      back="/admin/closure-days"
      backText="Closure days"
      csrf={csrfOf(c)}
      button="Remove this closure day"
    >
      <p class="govuk-body">{`The list says: ${why}.`}</p>
      <p class="govuk-body">
        It counts as a working day again for dates that are worked out from now on. Expected dates
        already given stay as they are.
      </p>
    </ConfirmStepPage>
  )
})

closureDays.post('/admin/closure-days/:date/remove', administers, async (c) => {
  const { date } = await removable(c)
  await removeClosureDay(contextOf(c), { date })
  return c.redirect('/admin/closure-days?saved=removed', 303)
})
