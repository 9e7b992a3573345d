/** Historical names and today's: what is still to map, mapping one with a look at what it changes, and taking it back. */
import { Hono } from 'hono'
import { MapNamePage } from '../../views/imports/map-name-page.tsx'
import { NamesPage } from '../../views/imports/names-page.tsx'
import { UndoMappingPage } from '../../views/imports/undo-mapping-page.tsx'
import { FieldFault, NotFound } from '../errors.ts'
import { type AppEnv, type C, contextOf } from '../http/env.ts'
import { type Errors, form } from '../http/form.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { mapForm, nameQuery, pageNumber, reasonForm } from './input.ts'
import { listUnmapped, type MappingPlan, planMapping } from './load-names.ts'
import { mapName } from './map-name.ts'
import { findMapping, listMappings, MAPPINGS_A_PAGE, type Mapping } from './map-store.ts'
import { imports, page, saved } from './record-routes.tsx'
import type { MappingFrom } from './rules/mapping-faults.ts'
import { undoMapping } from './undo-mapping.ts'

export const names = new Hono<AppEnv>()

names.get('/imports/names', imports, async (c) => {
  const { db } = c.get('deps')
  const asked = pageNumber.parse(c.req.query('page') ?? 1)
  const rows = await listMappings(db, asked)
  return renderPage(
    c,
    { ...page('Historical names'), ...saved(c) },
    <NamesPage
      unmapped={asked === 1 ? await listUnmapped(db) : []}
      mappings={rows.slice(0, MAPPINGS_A_PAGE)}
      page={asked}
      hasMore={rows.length > MAPPINGS_A_PAGE}
    />
  )
})

const fromOf = (given: {
  kind: MappingFrom['kind']
  theme: string
  item: string
  team: string
}): MappingFrom => ({
  kind: given.kind,
  theme: given.kind === 'team' ? '' : given.theme,
  item: given.kind === 'item' ? given.item : '',
  teamId: given.kind === 'team' ? given.team : '',
})

const showMap = (
  c: C,
  plan: MappingPlan,
  shown: { to?: string; reason?: string; errors?: Errors; isChecked?: boolean } = {}
) =>
  renderPage(
    c,
    page(shown.isChecked ? 'Map this name?' : 'Map a historical name', shown.errors ? 422 : 200),
    <MapNamePage
      plan={plan}
      csrf={csrfOf(c)}
      to={shown.to ?? ''}
      reason={shown.reason ?? ''}
      errors={shown.errors ?? {}}
      isChecked={shown.isChecked ?? false}
    />
  )

const planOf = async (c: C, from: MappingFrom, to = ''): Promise<MappingPlan> => {
  const plan = await planMapping(c.get('deps').db, from, to)
  if (plan.label === undefined) throw new NotFound('No such historical name')
  return plan
}

names.get('/imports/names/map', imports, async (c) => {
  const asked = nameQuery.safeParse(c.req.query())
  if (!asked.success) throw new NotFound('No such historical name')
  const plan = await planOf(c, fromOf(asked.data))
  if (plan.groups.length === 0) throw new NotFound('No such historical name')
  return showMap(c, plan)
})

/** First shows what will change; maps once the person has seen it. */
names.post('/imports/names/map', imports, async (c) => {
  const sent = form(c, mapForm)
  const asked = nameQuery.safeParse(sent.raw)
  if (!asked.success) throw new NotFound('No such historical name')
  const from = fromOf(asked.data)
  const typed = { to: sent.raw.to ?? '', reason: sent.raw.reason ?? '' }
  const plan = await planOf(c, from, typed.to)
  if (!sent.ok) return showMap(c, plan, { ...typed, errors: sent.errors })
  const { to, reason, step } = sent.data
  if (step === 'edit') return showMap(c, plan, typed)
  if (plan.fault !== undefined) return showMap(c, plan, { ...typed, errors: { to: plan.fault } })
  if (step === 'check') return showMap(c, plan, { ...typed, isChecked: true })
  try {
    await mapName(contextOf(c), { from, to, reason })
  } catch (error) {
    if (!(error instanceof FieldFault)) throw error
    return showMap(c, plan, { ...typed, errors: { [error.field]: error.message } })
  }
  return c.redirect('/imports/names?saved=mapped', 303)
})

const mappingOf = async (c: C): Promise<Mapping> => {
  const mapping = await findMapping(c.get('deps').db, c.req.param('id') ?? '')
  if (!mapping) throw new NotFound('No such mapping')
  return mapping
}

const askUndo = (c: C, mapping: Mapping, reason = '', errors?: Errors) =>
  renderPage(
    c,
    page('Undo this mapping?', errors ? 422 : 200),
    <UndoMappingPage mapping={mapping} csrf={csrfOf(c)} reason={reason} errors={errors ?? {}} />
  )

names.get('/imports/names/:id/undo', imports, async (c) => askUndo(c, await mappingOf(c)))

names.post('/imports/names/:id/undo', imports, async (c) => {
  const mapping = await mappingOf(c)
  const sent = form(c, reasonForm)
  if (!sent.ok) return askUndo(c, mapping, sent.raw.reason, sent.errors)
  try {
    await undoMapping(contextOf(c), { id: mapping.id, reason: sent.data.reason })
  } catch (error) {
    if (!(error instanceof FieldFault)) throw error
    return askUndo(c, mapping, sent.data.reason, { [error.field]: error.message })
  }
  return c.redirect('/imports/names?saved=unmapped', 303)
})
