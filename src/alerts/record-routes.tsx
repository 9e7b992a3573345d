/** Which alert a request is about, for whoever may read it, and what every page of a step begins with. */
import { NotAllowed, NotFound, WrongState } from '../errors.ts'
import { type C, contextOf, personOf } from '../http/env.ts'
import { may, recordRefusal, refuseRecord } from '../http/guards.ts'
import { csrfOf } from '../http/page.tsx'
import { recordRead } from '../people/record-read.ts'
import { alertReference } from './rules/alert-kind.ts'
import {
  type AlertAction,
  alertPartLabels,
  alertStateWords,
  mayEver,
  notYoursWords,
  stepsFrom,
} from './rules/alert-workflow.ts'
import { momentOf } from './rules/thread.ts'
import { type SeenAlert, seeAlert } from './see-alert.ts'
import { listSteps } from './step-store.ts'

/** Of what happened since a page was opened, no more is repeated on it. */
const MOST_SINCE = 5

export const reads = may('alerts.read')

export const alertIdOf = (c: C): string => c.req.param('id') ?? ''

/** The alert, if this person may read it; else recorded and answered as unknown. Every opening is recorded. */
export const readableAlert = async (c: C): Promise<SeenAlert> => {
  const person = personOf(c)
  const seen = await seeAlert(c.get('deps').db, c.req.param('id') ?? '', person, c.get('now'))
  if (!seen) throw new NotFound('No such alert')
  if (!seen.access.mayRead) return refuseRecord(c, 'alerts.read', seen.alert.id)
  if (seen.alert.state !== 'draft') {
    await recordRead(contextOf(c), {
      type: 'alert.read',
      personId: person.id,
      subjectId: seen.alert.id,
    })
  }
  return seen
}

export interface StepAgain {
  readonly values: Readonly<Record<string, string>>
  readonly lists?: Readonly<Record<string, readonly string[]>>
  readonly errors?: Readonly<Record<string, string>>
  readonly conflict?: string
  readonly asksForStaff?: boolean
  /** 200: asked to be shown otherwise, and nothing was tried. */
  readonly status: 200 | 409 | 422
}

/** As many of the last steps as the alert has moved on since its page was opened; of what has its own revision the last. */
const listSince = async (c: C, seen: SeenAlert, action: AlertAction, again: StepAgain) => {
  const steps = await listSteps(c.get('deps').db, seen.alert.id)
  const names = new Map(seen.addressees.map(({ personId, name }) => [personId, name]))
  const hasOwnRevision = action === 'cafcass'
  const known = Number(again.values.revision ?? 0)
  const moved = hasOwnRevision ? 1 : Math.min(MOST_SINCE, Math.max(1, seen.alert.revision - known))
  return steps
    .filter((step) => !hasOwnRevision || step.action === action)
    .slice(-moved)
    .map((step) => momentOf(step, seen.told.get(step.id) ?? [], names))
}

/** @throws NotAllowed when it is never theirs to do; WrongState when it cannot be done now, unless it was just tried */
export const openStepPage = async (c: C, action: AlertAction, again?: StepAgain) => {
  const seen = await readableAlert(c)
  const { alert, access } = seen
  if (!mayEver(access.parts, alert, action)) {
    await recordRefusal(c, 'alerts.read', alert.id)
    throw new NotAllowed(notYoursWords(action))
  }
  const step = stepsFrom(access.parts, alert).get(action)
  if (!step && (again === undefined || again.status === 200))
    throw new WrongState(alertStateWords(alert.state, action))
  const since = again?.conflict === undefined ? [] : await listSince(c, seen, action, again)
  const isOwn = step === undefined || step.part === 'raiser' || step.part === 'addressee'
  const reference = alertReference(alert) ?? 'Draft'
  return {
    seen,
    ctx: contextOf(c),
    person: personOf(c),
    common: {
      alertId: alert.id,
      revision: alert.revision,
      caption: `${reference}, case ${seen.cases.map((each) => each.reference).join(', ')}`,
      button: step?.button ?? 'Send it again',
      values: again?.values ?? {},
      errors: again?.errors ?? {},
      conflict: again?.conflict,
      since,
      asWhom: isOwn ? undefined : alertPartLabels[step.part],
      csrf: csrfOf(c),
    },
  }
}
