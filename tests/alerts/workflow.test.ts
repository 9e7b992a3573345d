/** The table of alerts is whole: every state, part and action is decided by hand here, and every action has its routes. */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { alertDiagram } from '../../src/alerts/rules/alert-diagram.ts'
import {
  type AlertAction,
  type AlertFacts,
  type AlertPart,
  type AlertState,
  alertActions,
  alertParts,
  alertStates,
  stepsFrom,
} from '../../src/alerts/rules/alert-workflow.ts'
import { alertRoutes } from '../permissions/alert-routes.ts'

test('docs/alert-states.mmd is the diagram of the table', async () => {
  expect(await readFile('docs/alert-states.mmd', 'utf8')).toBe(alertDiagram())
})

type Side = 'raising' | 'answering'

const raising: readonly AlertPart[] = ['raiser', 'raiser_cover', 'iro_manager']

const beside = ['note', 'cafcass', 'child_told'] as const

/** Written by hand a second time: for a formal alert, an immediate risk and good practice. */
const decided: Record<
  'formal' | 'immediate' | 'good_practice',
  Partial<Record<AlertState, Record<Side, readonly AlertAction[]>>>
> = {
  formal: {
    open: {
      raising: ['escalate', 'withdraw', 'resolve', 'extend', 'readdress', ...beside],
      answering: ['respond', 'note'],
    },
    responded: {
      raising: ['accept', 'not_accept', 'escalate', 'withdraw', 'extend', 'readdress', ...beside],
      answering: ['respond', 'note'],
    },
    resolved: { raising: ['reopen', ...beside], answering: [] },
    withdrawn: { raising: ['reopen'], answering: [] },
  },
  immediate: {
    open: {
      raising: ['withdraw', 'resolve', 'extend', 'readdress', 'rang', ...beside],
      answering: ['respond', 'acknowledge', 'note'],
    },
    responded: {
      raising: ['accept', 'not_accept', 'withdraw', 'extend', 'readdress', 'rang', ...beside],
      answering: ['respond', 'acknowledge', 'note'],
    },
    resolved: { raising: ['reopen', ...beside], answering: [] },
    withdrawn: { raising: ['reopen'], answering: [] },
  },
  good_practice: {
    open: { raising: ['withdraw', 'readdress', 'note'], answering: ['acknowledge', 'note'] },
    resolved: { raising: ['note'], answering: ['acknowledge'] },
    withdrawn: { raising: [], answering: [] },
  },
}

const alerts: Record<keyof typeof decided, Pick<AlertFacts, 'kind' | 'isImmediate'>> = {
  formal: { kind: 'formal', isImmediate: false },
  immediate: { kind: 'formal', isImmediate: true },
  good_practice: { kind: 'good_practice', isImmediate: false },
}

const expected = (
  alert: keyof typeof decided,
  state: AlertState,
  part: AlertPart
): readonly AlertAction[] => {
  if (state === 'draft') return part === 'raiser' ? ['raise', 'discard'] : []
  // Good practice is never answered.
  const of = decided[alert][state]
  return of?.[raising.includes(part) ? 'raising' : 'answering'] ?? []
}

for (const alert of ['formal', 'immediate', 'good_practice'] as const) {
  test(`every state and part of ${alert} is decided`, () => {
    const possible = alertStates.filter((state) => state === 'draft' || decided[alert][state])
    for (const state of possible) {
      for (const part of alertParts) {
        const found = [...stepsFrom([part], { ...alerts[alert], state }).keys()].toSorted()
        expect([state, part, found]).toEqual([
          state,
          part,
          [...expected(alert, state, part)].toSorted(),
        ])
      }
    }
  })
}

test('every action has a route that takes it', () => {
  const paths: Record<AlertAction, string> = {
    raise: 'raise',
    discard: 'discard',
    respond: 'respond',
    acknowledge: 'acknowledge',
    accept: 'accept',
    not_accept: 'not-accept',
    resolve: 'resolve',
    escalate: 'escalate',
    extend: 'extend',
    readdress: 'readdress',
    withdraw: 'withdraw',
    reopen: 'reopen',
    note: 'note',
    rang: 'call',
    cafcass: 'cafcass',
    child_told: 'child',
  }
  const missing = alertActions.filter(
    (action) => !Object.hasOwn(alertRoutes, `POST /alerts/:id/${paths[action]}`)
  )
  expect(missing).toEqual([])
})
