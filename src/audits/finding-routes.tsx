/** Saving a strength, an area or an action of an audit, as it is typed or by its button, and taking one away. */
import { Hono } from 'hono'
import { auditAddress } from '../../views/audits/audit-heading.tsx'
import { SavedConclusion } from '../../views/audits/finding-form.tsx'
import { FieldFault } from '../errors.ts'
import { type AppEnv, type C, contextOf, isHtmx } from '../http/env.ts'
import { type Form, form } from '../http/form.ts'
import { may } from '../http/guards.ts'
import { listActivePeople } from '../people/store.ts'
import { showConclusions, type Unsaved } from './conclusions-routes.tsx'
import { actionForm, findingForm, removeForm } from './input.ts'
import { loadNamesAsked } from './load-names-asked.ts'
import { keepSentWord } from './not-a-name-routes.tsx'
import { auditIdOf, refusingOthers } from './record-routes.tsx'
import { removeAuditAction } from './remove-audit-action.ts'
import { removeFinding } from './remove-finding.ts'
import { restoreAuditAction } from './restore-audit-action.ts'
import type { AuditWork } from './rules/audit-work.ts'
import {
  type ActionFields,
  actionConflict,
  actionFieldsOf,
  dateInBoxes,
  type FindingFields,
  findingConflict,
  findingFieldsOf,
  findingNames,
} from './rules/finding-fields.ts'
import { type ConcludedWords, namesInConclusions } from './rules/name-questions.ts'
import { saveAuditAction } from './save-audit-action.ts'
import { saveFinding } from './save-finding.ts'
import { codeOf, OWN_OTHER_TAB, refusedStatus, type SaveStatus } from './save-status.ts'

export const findings = new Hono<AppEnv>()

const complete = may('audits.complete')

const conclusionsOf = (c: C): string => `${auditAddress({ id: auditIdOf(c) })}/conclusions`

/** A form that was not sent whole cannot be shown again as it was; the sentence says what to do. */
const whole = <T,>(sent: Form<T>): T => {
  if (sent.ok) return sent.data
  const [field = '', message = ''] = Object.entries(sent.errors)[0] ?? []
  throw new FieldFault(field, message)
}

/** What still looks like a name in what one form saved. */
const askedOf = async (c: C, id: string, work: AuditWork, concluded: ConcludedWords) => {
  const found = namesInConclusions(work, concluded)
  return (await loadNamesAsked(c.get('deps').db, auditIdOf(c), found)).get(id)
}

/** For an autosave its fragment; for a form sent by its button the page again, with what is wrong if anything is. */
const answer = (
  c: C,
  saved: {
    id: string
    revision: number
    status?: SaveStatus | undefined
    names?: readonly string[] | undefined
  },
  unsaved: (status: SaveStatus) => Unsaved
) => {
  const { id, revision, status, names } = saved
  if (isHtmx(c)) {
    const kept =
      revision === 0 ? { kind: 'empty' as const } : { kind: 'saved' as const, at: c.get('now') }
    return c.html(
      <SavedConclusion id={id} revision={revision} state={status ?? kept} names={names} />,
      codeOf(status)
    )
  }
  return status
    ? showConclusions(c, unsaved(status), codeOf(status))
    : c.redirect(`${conclusionsOf(c)}#said-${id}`, 303)
}

const conflictStatus = (fields: ReturnType<typeof findingConflict>): SaveStatus => ({
  kind: 'conflict',
  by: OWN_OTHER_TAB,
  at: undefined,
  fields: [...fields],
})

const CHANGED_MEANWHILE =
  'It was changed in another tab or window after you opened it, so it was not removed. Read it as it is now, then remove it if you still want to'

const asIs = (key: string): string => key

findings.post('/audits/:id/findings', complete, async (c) => {
  if (c.get('body')?.has('theirs')) return c.redirect(conclusionsOf(c), 303)
  await keepSentWord(c)
  const { finding: id, item: itemKey, kind, words, revision } = whole(form(c, findingForm))
  const fields: FindingFields = { id, kind, itemKey, words, revision }
  const outcome = await refusingOthers(
    c,
    saveFinding(contextOf(c), {
      auditId: auditIdOf(c),
      findingId: id,
      kind,
      itemKey: itemKey === '' ? null : itemKey,
      words,
      revision,
    })
  )
  const unsaved =
    (builtOn: number) =>
    (status: SaveStatus): Unsaved => ({
      of: 'finding',
      fields: { ...fields, revision: builtOn },
      status,
    })
  if (outcome.kind === 'saved') {
    const now = outcome.finding?.revision ?? 0
    // Typed and deleted again it is nothing to keep; a button that was pressed gets an answer.
    const status =
      now === 0 && !isHtmx(c) ? refusedStatus(`Write the ${findingNames[kind]} first`) : undefined
    const names = await askedOf(c, id, outcome.work, { findings: [{ id, words }], actions: [] })
    return answer(c, { id, revision: now, status, names }, unsaved(now))
  }
  if (outcome.kind === 'refused') {
    return answer(c, { id, revision, status: refusedStatus(outcome.message) }, unsaved(revision))
  }
  const { current } = outcome
  const status = conflictStatus(findingConflict(fields, findingFieldsOf(current), asIs))
  return answer(c, { id, revision: current.revision, status }, unsaved(current.revision))
})

findings.post('/audits/:id/findings/:finding/remove', complete, async (c) => {
  const findingId = c.req.param('finding')
  const { revision } = whole(form(c, removeForm))
  const outcome = await refusingOthers(
    c,
    removeFinding(contextOf(c), { auditId: auditIdOf(c), findingId, revision })
  )
  if (outcome.kind === 'removed') {
    return c.redirect(`${conclusionsOf(c)}?removed-finding=${outcome.finding.id}`, 303)
  }
  return showConclusions(
    c,
    {
      of: 'finding',
      fields: findingFieldsOf(outcome.current),
      status: refusedStatus(CHANGED_MEANWHILE),
    },
    409
  )
})

const NO_DATE = 'The date: enter a real date in figures, such as 30 1 2026'
const partlySaved = { kind: 'refused', isRestSaved: true } as const
const REST_IS_KEPT = 'Everything else of this action is saved'

findings.post('/audits/:id/actions', complete, async (c) => {
  if (c.get('body')?.has('theirs')) return c.redirect(conclusionsOf(c), 303)
  await keepSentWord(c)
  const data = whole(form(c, actionForm))
  const fields: ActionFields = {
    id: data.action,
    itemKey: data.item,
    what: data.what,
    intendedChange: data.intended_change,
    ownerId: data.owner,
    day: data['due-day'],
    month: data['due-month'],
    year: data['due-year'],
    revision: data.revision,
  }
  const { id, revision } = fields
  const unsaved =
    (builtOn: number) =>
    (status: SaveStatus): Unsaved => ({
      of: 'action',
      fields: { ...fields, revision: builtOn },
      status,
    })
  const refuse = (message: string) =>
    answer(c, { id, revision, status: refusedStatus(message) }, unsaved(revision))
  const dueOn = dateInBoxes(fields)
  const outcome = await refusingOthers(
    c,
    saveAuditAction(contextOf(c), {
      auditId: auditIdOf(c),
      actionId: id,
      itemKey: fields.itemKey === '' ? null : fields.itemKey,
      what: fields.what,
      intendedChange: fields.intendedChange,
      ownerId: fields.ownerId === '' ? null : fields.ownerId,
      dueOn,
      revision,
    })
  )
  if (outcome.kind === 'saved') {
    const { revision: now } = outcome
    const names = await askedOf(c, id, outcome.work, { findings: [], actions: [fields] })
    if (dueOn === undefined) {
      const status: SaveStatus =
        now === 0
          ? refusedStatus(NO_DATE)
          : { ...partlySaved, messages: [`${NO_DATE}. ${REST_IS_KEPT}.`] }
      return answer(c, { id, revision: now, status, names }, unsaved(now))
    }
    if (now === 0 && !isHtmx(c)) return refuse('Say what has to be done before you add the action')
    return answer(c, { id, revision: now, names }, unsaved(now))
  }
  if (outcome.kind === 'refused') return refuse(outcome.message)
  const { current } = outcome
  const people = await listActivePeople(c.get('deps').db)
  const status = conflictStatus(
    actionConflict(fields, actionFieldsOf(current), {
      shortOf: asIs,
      nameOf: (personId) => people.find((person) => person.id === personId)?.name ?? '',
    })
  )
  return answer(c, { id, revision: current.revision, status }, unsaved(current.revision))
})

findings.post('/audits/:id/actions/:action/restore', complete, async (c) => {
  const actionId = c.req.param('action')
  await refusingOthers(c, restoreAuditAction(contextOf(c), { auditId: auditIdOf(c), actionId }))
  return c.redirect(`${conclusionsOf(c)}#actions`, 303)
})

findings.post('/audits/:id/actions/:action/remove', complete, async (c) => {
  const actionId = c.req.param('action')
  const { revision } = whole(form(c, removeForm))
  const outcome = await refusingOthers(
    c,
    removeAuditAction(contextOf(c), { auditId: auditIdOf(c), actionId, revision })
  )
  if (outcome.kind === 'changed') {
    return showConclusions(
      c,
      {
        of: 'action',
        fields: actionFieldsOf(outcome.current),
        status: refusedStatus(CHANGED_MEANWHILE),
      },
      409
    )
  }
  return c.redirect(`${conclusionsOf(c)}?removed-action=${encodeURIComponent(actionId)}`, 303)
})
