/** The programme: the rounds, setting one up, its cases and who audits them, opening and closing it. */
import { Hono } from 'hono'
import { RoundFormPage } from '../../views/rounds/round-form-page.tsx'
import { RoundListPage } from '../../views/rounds/round-list-page.tsx'
import { RoundPage } from '../../views/rounds/round-page.tsx'
import { OpenRoundPage } from '../../views/rounds/round-steps.tsx'
import { Conflict, FieldFault, WrongState } from '../errors.ts'
import { type AppEnv, type C, contextOf } from '../http/env.ts'
import { type Errors, form, type Raw } from '../http/form.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { londonDate } from '../people/rules/london-date.ts'
import { allocateAudits } from './allocate-audits.ts'
import { roundCases } from './case-routes.tsx'
import { changeRound } from './change-round.ts'
import { createRound } from './create-round.ts'
import {
  pageNumber,
  readAllocation,
  readChosenRubrics,
  readRound,
  roundFilters,
  roundForm,
} from './input.ts'
import { listRoundProgress, listRounds, listRoundYears } from './list-store.ts'
import { offerRubrics } from './offer-rubrics.ts'
import { openRound } from './open-round.ts'
import { planOpening } from './plan-opening.ts'
import { addressOf, manages, noticeOf, page, roundOf } from './record-routes.tsx'
import { type AuditOrder, auditOrder } from './rules/audit-order.ts'
import { differingFields, valuesOf } from './rules/round-fields.ts'
import { roundKinds } from './rules/round-kind.ts'
import { type FailedAllocation, showRound } from './show-round.ts'
import type { Round } from './store.ts'

export const rounds = new Hono<AppEnv>()

rounds.route('/', roundCases)

rounds.get('/rounds', manages, async (c) => {
  const { db } = c.get('deps')
  const read = roundFilters.safeParse(c.req.query())
  const { page: asked, ...filters } = read.success ? read.data : { page: 1 }
  const listed = await listRounds(db, filters, asked)
  const progress = await listRoundProgress(
    db,
    listed.rounds.map(({ id }) => id)
  )
  const notice = {
    kind: 'warning',
    text: 'That filter is not known. All rounds are shown.',
  } as const
  return renderPage(
    c,
    { ...page('Rounds'), ...(read.success ? {} : { notice }) },
    <RoundListPage
      {...listed}
      filters={filters}
      kinds={roundKinds}
      years={await listRoundYears(db)}
      rounds={listed.rounds.map((round) => {
        const counts = progress.find(({ roundId }) => roundId === round.id)
        return { ...round, audits: counts?.audits ?? 0, submitted: counts?.submitted ?? 0 }
      })}
    />
  )
})

/** The form: empty, as stored, as typed with what is wrong, or as typed beside what somebody else stored. */
const showForm = async (
  c: C,
  shown: {
    round?: Round
    values: Raw
    chosen: readonly string[]
    errors?: Errors
    /** What is stored by now, when somebody else was quicker. */
    current?: Round
  }
) => {
  const { round, values, current, errors } = shown
  const { offered, stored } = await offerRubrics(c.get('deps').db, round?.id)
  return renderPage(
    c,
    page(round ? 'Change this round' : 'Set up a round', current ? 409 : errors ? 422 : 200),
    <RoundFormPage
      roundId={round?.id}
      csrf={csrfOf(c)}
      values={current ? { ...values, revision: String(current.revision) } : values}
      chosen={shown.chosen}
      errors={errors}
      kinds={roundKinds}
      offered={offered}
      stored={current && { round: current, rubrics: stored }}
      differing={current ? differingFields(valuesOf(current), values) : []}
    />
  )
}

/** Saves with `save`, which gives the round's id; whatever is wrong shows the same form again. */
const saveForm = async (
  c: C,
  round: Round | undefined,
  save: (input: ReturnType<typeof readRound> & { ok: true }) => Promise<string>
) => {
  const sent = form(c, roundForm)
  const read = readRound(sent)
  const shown = {
    ...(round ? { round } : {}),
    values: sent.raw,
    chosen: readChosenRubrics(c.get('body')),
  }
  if (!read.ok) return showForm(c, { ...shown, errors: read.errors })
  try {
    const id = await save(read)
    return c.redirect(addressOf({ id }, { saved: round ? 'round' : 'draft' }), 303)
  } catch (error) {
    if (error instanceof FieldFault) {
      return showForm(c, { ...shown, errors: { [error.field]: error.message } })
    }
    if (error instanceof Conflict) return showForm(c, { ...shown, current: error.current as Round })
    throw error
  }
}

rounds.get('/rounds/new', manages, (c) =>
  showForm(c, { values: { kind: 'learning', revision: '0' }, chosen: [] })
)

rounds.post('/rounds/new', manages, (c) =>
  saveForm(c, undefined, ({ data }) => createRound(contextOf(c), data))
)

rounds.get('/rounds/:id/change', manages, async (c) => {
  const round = await roundOf(c)
  if (round.state !== 'draft') {
    throw new WrongState(`This round is ${round.state}. Only a draft can be changed.`)
  }
  const { stored } = await offerRubrics(c.get('deps').db, round.id)
  return showForm(c, { round, values: valuesOf(round), chosen: stored.map(({ id }) => id) })
})

rounds.post('/rounds/:id/change', manages, async (c) => {
  const round = await roundOf(c)
  return saveForm(c, round, async ({ data, revision }) => {
    await changeRound(contextOf(c), { ...data, roundId: round.id, revision })
    return round.id
  })
})

const showRoundPage = async (
  c: C,
  round: Round,
  view: { readonly page: number; readonly order: AuditOrder; readonly failed?: FailedAllocation }
) => {
  const { failed } = view
  const shown = await showRound(c.get('deps').db, round, {
    ...view,
    todayOn: londonDate(c.get('now')),
  })
  const hasConflict = failed?.faults.some(({ current }) => current !== undefined)
  return renderPage(
    c,
    {
      ...page(round.name, failed ? (hasConflict ? 409 : 422) : 200),
      ...(failed ? {} : noticeOf(c)),
    },
    <RoundPage round={round} csrf={csrfOf(c)} {...shown} />
  )
}

rounds.get('/rounds/:id', manages, async (c) =>
  showRoundPage(c, await roundOf(c), {
    page: pageNumber(c.req.query('page')),
    order: auditOrder(c.req.query('order')),
  })
)

/** The allocation of one page of audits. */
rounds.post('/rounds/:id', manages, async (c) => {
  const round = await roundOf(c)
  const { rows, faults: tooLong, ...view } = readAllocation(c.get('body'))
  const faults =
    tooLong.length > 0 ? tooLong : await allocateAudits(contextOf(c), { roundId: round.id, rows })
  if (faults.length > 0) return showRoundPage(c, round, { ...view, failed: { rows, faults } })
  return c.redirect(addressOf(round, { ...view, saved: 'allocation' }), 303)
})

rounds.get('/rounds/:id/open', manages, async (c) => {
  const round = await roundOf(c)
  if (round.state !== 'draft') throw new WrongState(`This round is already ${round.state}.`)
  const plan = await planOpening(c.get('deps').db, round.id)
  return renderPage(
    c,
    page('Open this round?'),
    <OpenRoundPage round={round} csrf={csrfOf(c)} {...plan} />
  )
})

rounds.post('/rounds/:id/open', manages, async (c) => {
  const round = await roundOf(c)
  await openRound(contextOf(c), { roundId: round.id })
  return c.redirect(addressOf(round, { saved: 'opened' }), 303)
})
