/** Whom somebody rings about a child: those who work with the child and lead the services first, then everybody else. */
import type { Line } from '../../safety/rules/addressees.ts'

type Person = { readonly id: string; readonly name: string; readonly jobTitle: string }

export type PeopleGroup = { readonly title: string; readonly people: readonly Person[] }

/** The steps of the line (safety/rules/addressees.ts) that are rung: manager of the team, of the service. */
const RUNG = [1, 2] as const

/**
 * @param cases the children, each with its line; none where no reference is known yet
 * @param people by name, which each group keeps
 * @returns no group at all where there is nobody to put first; nobody stands twice
 */
export const groupsToRing = (
  cases: readonly { readonly workerId: string | null; readonly line: Line }[],
  people: readonly Person[]
): PeopleGroup[] => {
  const workers = new Set(cases.map(({ workerId }) => workerId))
  const leading = new Set(
    cases.flatMap(({ line }) => RUNG.flatMap((level) => line.steps.get(level) ?? []))
  )
  const isOfChild = ({ id }: Person) => workers.has(id)
  const isLeading = (person: Person) => !isOfChild(person) && leading.has(person.id)
  const first = [
    { title: 'Works with the child', people: people.filter(isOfChild) },
    { title: 'Manages the team or the service', people: people.filter(isLeading) },
  ].filter((group) => group.people.length > 0)
  return first.length === 0
    ? []
    : [
        ...first,
        {
          title: 'Everybody else',
          people: people.filter((person) => !isOfChild(person) && !isLeading(person)),
        },
      ]
}
