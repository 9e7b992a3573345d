/** What can be found, which of it a person is offered, and when what was typed names one thing and nothing else. */
import { isGranted, type Role } from '../../people/rules/permissions.ts'

export const findKinds = ['case', 'person', 'round', 'action'] as const
export type FindKind = (typeof findKinds)[number]

/** Nobody is offered a list that would always be empty for them. */
export const kindsFor = (held: readonly Role[]): FindKind[] =>
  findKinds.filter(
    (kind) =>
      (kind !== 'person' || isGranted(held, 'people.find')) &&
      (kind !== 'round' || isGranted(held, 'rounds.manage'))
  )

interface FoundOnly {
  readonly audit: { readonly id: string } | undefined
  readonly cases: {
    readonly next: string | undefined
    readonly shown: readonly {
      readonly key: string
      readonly pageId: string | undefined
      readonly audits: readonly { readonly id: string }[]
      readonly actions: readonly { readonly actionId: string | null }[]
    }[]
  }
  readonly people: { readonly shown: readonly unknown[] }
  readonly rounds: { readonly shown: readonly unknown[] }
  readonly actions: { readonly shown: readonly unknown[] }
}

/**
 * Where a whole reference leads when one record that may be opened bears it and nothing else was found: the page of a case;
 * an audit; or the one action of a case of which the reader may open nothing else. It says no more than the list of one would.
 */
export const straightTo = (found: FoundOnly, typedKey: string): string | undefined => {
  const { audit, cases, people, rounds, actions } = found
  const isAlone =
    people.shown.length === 0 && rounds.shown.length === 0 && actions.shown.length === 0
  if (!isAlone || cases.next !== undefined || cases.shown.some(({ key }) => key !== typedKey)) {
    return undefined
  }
  const [page, ...more] = cases.shown.flatMap(({ pageId }) => pageId ?? [])
  if (page !== undefined) {
    return more.length === 0 && audit === undefined ? `/cases/${page}` : undefined
  }
  const audits = new Set([
    ...(audit ? [audit.id] : []),
    ...cases.shown.flatMap((one) => one.audits.map(({ id }) => id)),
  ])
  if (audits.size === 1) return `/audits/${[...audits][0]}`
  const [only, ...others] = audits.size > 0 ? [] : cases.shown.flatMap((one) => one.actions)
  return only?.actionId && others.length === 0 ? `/actions/${only.actionId}` : undefined
}
