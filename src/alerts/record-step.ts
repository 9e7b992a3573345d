/** How every write on an alert ends: the people told, the step with who was told, and its event. */
import type { TransactionContext } from '../db/transaction.ts'
import { hashOf } from '../events/event-hash.ts'
import { recordEvent } from '../events/record-event.ts'
import { notify } from '../notices/notify.ts'
import type { NoticeKind } from '../notices/rules/notice-kind.ts'
import type { OpenAlert } from './open-alert.ts'
import { alertReference } from './rules/alert-kind.ts'
import type { AlertAction, AlertState } from './rules/alert-workflow.ts'
import { insertStep } from './step-store.ts'
import { keepTraits } from './trait-store.ts'
import { withCover } from './with-cover.ts'

export interface Telling {
  readonly kind: NoticeKind
  readonly to: readonly string[]
  readonly dueOn?: string | null
  readonly stands?: boolean
}

export interface StepTaken {
  readonly action: AlertAction
  readonly state: AlertState
  readonly stage: number
  readonly words?: string
  readonly oldDueOn?: string | null
  readonly newDueOn?: string | null
  readonly detail?: Readonly<Record<string, unknown>>
  readonly tell: readonly Telling[]
}

/** @returns the ids of the people told */
export const recordStep = async (
  tx: TransactionContext,
  { alert, personId, actedAs, forId }: Pick<OpenAlert, 'alert' | 'personId' | 'actedAs' | 'forId'>,
  step: StepTaken
): Promise<string[]> => {
  const told = new Set<string>()
  for (const { kind, to, dueOn, stands = false } of step.tell) {
    const reached = await notify(tx, {
      to: (await withCover(tx, to, personId)).filter((id) => !told.has(id)),
      kind,
      about: { kind: 'alert', id: alert.id },
      reference: alert.caseReference ?? undefined,
      mailReference: alertReference(alert),
      dueOn: dueOn ?? undefined,
      stands,
    })
    for (const id of reached) told.add(id)
  }
  const { words = '', oldDueOn = null, newDueOn = null, detail = {} } = step
  await insertStep(
    tx.db,
    {
      id: tx.ids(),
      alertId: alert.id,
      now: tx.now,
      action: step.action,
      by: personId,
      actedAs,
      forId,
      from: { state: alert.state, stage: alert.stage },
      to: { state: step.state, stage: step.stage },
      words,
      oldDueOn,
      newDueOn,
      detail,
    },
    [...told]
  )
  await keepTraits(tx.db, [alert.id])
  recordEvent(tx, {
    type: 'alert.stepped',
    subjectId: alert.id,
    details: {
      action: step.action,
      actedAs,
      state: step.state,
      stage: step.stage,
      ...(newDueOn === null ? {} : { dueOn: newDueOn }),
      hash: hashOf([words, detail]),
      told: told.size,
    },
  })
  return [...told]
}
