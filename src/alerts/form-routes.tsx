/** What the form of a draft is shown with: asked by every route of drafts. */
import type { DraftPageProps } from '../../views/alerts/draft-page.tsx'
import { type C, personOf } from '../http/env.ts'
import { recordRefusal } from '../http/guards.ts'
import { csrfOf } from '../http/page.tsx'
import { isGranted } from '../people/rules/permissions.ts'
import { serviceStatuses } from '../rubrics/rules/service-status.ts'
import { meansChoices } from '../safety/rules/told-fields.ts'
import { draftForm, fieldsOf, LONGEST_REFERENCES, MOST_TICKED } from './input.ts'
import { loadDraftWorld } from './load-draft-world.ts'
import { alertKindHints, alertKindLabels, alertKinds } from './rules/alert-kind.ts'
import { closedWords } from './rules/check-draft.ts'
import { type DraftFields, tickedOf } from './rules/draft.ts'
import type { Alert } from './store.ts'

export const kindsFor = (c: C) =>
  alertKinds
    .filter((kind) => kind === 'good_practice' || isGranted(personOf(c).roles, 'alerts.raise'))
    .map((value) => ({ value, text: alertKindLabels[value], hint: alertKindHints[value] }))

export interface Again {
  readonly fields: DraftFields
  readonly errors?: Readonly<Record<string, string>>
  readonly names?: readonly string[]
  readonly asksForStaff?: boolean
  readonly conflict?: NonNullable<DraftPageProps['conflict']>
  readonly status: 409 | 422
}

/** What was typed, also where the form refuses some of it: nothing of it is lost. */
export const typedFields = (c: C): DraftFields => {
  const body = c.get('body')
  const last = (name: string) => body?.get(name)?.at(-1) ?? ''
  const ticked = (name: string) => [...(body?.get(name) ?? [])].slice(0, MOST_TICKED)
  const lists: readonly string[] = ['category', 'to', 'proposed', 'other']
  return fieldsOf(
    Object.fromEntries(
      Object.keys(draftForm.shape).map((name) => [
        name,
        lists.includes(name) ? ticked(name) : last(name),
      ])
    ) as Parameters<typeof fieldsOf>[0]
  )
}

/** As the boxes have it, whatever zeros were typed. */
const sameDay = ({ day, month, year }: DraftFields['rang'], on: string): boolean =>
  [year, month, day].map(Number).join('-') === on.split('-').map(Number).join('-')

export const propsOf = async (c: C, alert: Alert, again?: Again): Promise<DraftPageProps> => {
  const fields = again?.fields ?? alert.draft
  const asked = { ...fields, references: fields.references.slice(0, LONGEST_REFERENCES) }
  const world = await loadDraftWorld(c.get('deps').db, alert, personOf(c), asked, c.get('now'))
  for (const id of world.closedIds) await recordRefusal(c, 'cases.read', id)
  const ticked = tickedOf(fields, world.proposals)
  const teamName = (id: string | null) => world.teamNames.find((team) => team.id === id)?.name
  const kind = alert.isImmediate ? 'formal' : fields.kind
  return {
    id: alert.id,
    revision: alert.revision,
    savedAt: alert.savedAt,
    todayOn: world.today,
    isImmediate: alert.isImmediate,
    isGoodPractice: kind === 'good_practice',
    kinds: kindsFor(c),
    kind,
    references: fields.references,
    categories: world.categories.filter(
      ({ id, isRetired }) => !isRetired || fields.categories.includes(id)
    ),
    chosen: fields.categories,
    concern: fields.concern,
    impact: fields.impact,
    asked: fields.asked,
    expected: { day: fields.day, month: fields.month, year: fields.year },
    policy: world.policy,
    call: alert.isImmediate
      ? {
          people: world.people,
          groups: world.toRing,
          means: meansChoices,
          asksForStaff: again?.asksForStaff ?? false,
          isOtherDay: !sameDay(fields.rang, world.today),
          values: {
            person: fields.rang.person,
            name: fields.rang.name,
            role: fields.rang.role,
            'told-day': fields.rang.day,
            'told-month': fields.rang.month,
            'told-year': fields.rang.year,
            time: fields.rang.time,
            means: fields.rang.means,
          },
        }
      : undefined,
    cases: world.cases.map((each) => ({ ...each, teamName: teamName(each.teamId) })),
    unknown: world.unknown,
    closed: world.closed.length === 0 ? undefined : closedWords(world.closed),
    newStatus: fields.newStatus,
    newTeam: fields.newTeam,
    statuses: serviceStatuses,
    teams: world.teamNames,
    proposals: world.people
      .filter(({ id }) => world.proposedAs.has(id))
      .map((person) => ({
        ...person,
        why: world.proposedAs.get(person.id) ?? '',
        isTicked: ticked.includes(person.id),
      })),
    others: fields.others,
    people: world.people.filter(({ id }) => id !== alert.raisedBy),
    names: again?.names ?? [],
    errors: again?.errors ?? {},
    conflict: again?.conflict,
    csrf: csrfOf(c),
  }
}
