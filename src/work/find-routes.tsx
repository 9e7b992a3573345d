/**
 * Find: what the person may open of what they look for, from the box on every page. A search is no event; opening what it
 * found records the reading, as from anywhere else (docs/decisions/0021).
 */
import { Hono } from 'hono'
import { FindPage, type FindPageProps, type FoundList } from '../../views/work/find-page.tsx'
import { FoundPersonPage } from '../../views/work/found-person-page.tsx'
import { NotFound } from '../errors.ts'
import { type AppEnv, type C, personOf, type SignedIn } from '../http/env.ts'
import { type Errors, errorsByField } from '../http/form.ts'
import { refuseRecord, signedIn } from '../http/guards.ts'
import { renderPage } from '../http/page.tsx'
import { londonDate } from '../people/rules/london-date.ts'
import { isGranted } from '../people/rules/permissions.ts'
import { findPerson } from '../people/store.ts'
import {
  findFindablePerson,
  listActionsOfPerson,
  listAuditsOfPerson,
} from './found-person-store.ts'
import { findQuery } from './input.ts'
import { type Asked, type Found, loadFound } from './load-find.ts'
import { loadRecent } from './load-recent.ts'
import { type FindKind, kindsFor, straightTo } from './rules/find-kind.ts'
import { rangeOf } from './rules/find-text.ts'
import { actionEntry, auditEntry, recentEntry, roundStates } from './rules/found-entry.ts'
import type { Part } from './rules/group-found.ts'

export const find = new Hono<AppEnv>()

/** How many of each the page of a person shows. */
const OF_A_PERSON = 50

const nextOf = (asked: Asked, kind: FindKind, part: Part<unknown>): string | undefined =>
  part.next === undefined
    ? undefined
    : `/find?${new URLSearchParams({ q: asked.typed, kind, after: part.next })}`

/** @param accounts people lead to their account, for who sees no case content and keeps accounts */
const shownOf = (asked: Asked, found: Found, accounts: boolean): FindPageProps['found'] => {
  const listOf = <T, E>(kind: FindKind, part: Part<T>, entryOf: (one: T) => E): FoundList<E> => ({
    entries: part.shown.map(entryOf),
    nextHref: nextOf(asked, kind, part),
  })
  return {
    audit: found.audit && auditEntry(found.audit),
    cases: listOf('case', found.cases, ({ pageId, reference, audits, actions }) => ({
      href: pageId === undefined ? undefined : `/cases/${pageId}`,
      reference,
      audits: audits.map(auditEntry),
      actions: actions.map(actionEntry),
    })),
    people: listOf('person', found.people, ({ isActive, ...person }) => ({
      ...person,
      hasLeft: isActive === 0,
      href: `${accounts ? '/admin/people/' : '/find?person='}${person.id}`,
    })),
    rounds: listOf('round', found.rounds, (round) => ({
      ...round,
      state: roundStates[round.state],
    })),
    actions: listOf('action', found.actions, actionEntry),
    isLaterPage: asked.after !== '',
  }
}

const keepsAccounts = ({ roles }: SignedIn): boolean =>
  isGranted(roles, 'accounts.manage') && !isGranted(roles, 'audits.read_submitted')

/** A person who is not the finder's to ask about is answered as one who is not there. */
const showPerson = async (c: C, personId: string) => {
  const { db } = c.get('deps')
  const reader = personOf(c)
  const mayFind = isGranted(reader.roles, 'people.find')
  const person = mayFind ? await findFindablePerson(db, reader, personId) : undefined
  if (!person) {
    if (await findPerson(db, personId)) return refuseRecord(c, 'people.find', personId)
    throw new NotFound('No such person')
  }
  const audits = await listAuditsOfPerson(db, reader, person.id, OF_A_PERSON)
  const actions = await listActionsOfPerson(db, reader, person.id, OF_A_PERSON)
  return renderPage(
    c,
    { title: person.name },
    <FoundPersonPage
      name={person.name}
      jobTitle={person.jobTitle}
      teamName={person.teamName}
      hasLeft={person.isActive === 0}
      audits={audits.filter(({ auditorId }) => auditorId !== person.id).map(auditEntry)}
      audited={audits.filter(({ auditorId }) => auditorId === person.id).map(auditEntry)}
      actions={actions.map(actionEntry)}
      most={OF_A_PERSON}
      todayOn={londonDate(c.get('now'))}
    />
  )
}

const show = async (
  c: C,
  shown: Pick<FindPageProps, 'typed' | 'kind' | 'found'> & { readonly errors?: Errors }
) => {
  const reader = personOf(c)
  const isBlank = shown.found === undefined && shown.errors === undefined
  const recent = isBlank ? await loadRecent(c.get('deps').db, reader, c.get('now')) : []
  return renderPage(
    c,
    { title: 'Find', status: shown.errors ? 422 : 200 },
    <FindPage
      {...shown}
      kinds={kindsFor(reader.roles)}
      errors={shown.errors}
      recent={recent.map(recentEntry)}
      todayOn={londonDate(c.get('now'))}
    />
  )
}

find.get('/find', signedIn, async (c) => {
  const read = findQuery.safeParse(c.req.query())
  if (!read.success) {
    return show(c, {
      typed: c.req.query('q') ?? '',
      kind: undefined,
      found: undefined,
      errors: errorsByField(read.error),
    })
  }
  const { q: typed, kind, after, person } = read.data
  if (person !== '') return showPerson(c, person)
  if (typed === '') return show(c, { typed, kind, found: undefined })
  // A later page is of one kind; without one there is no telling which.
  const asked = { typed, kind, after: kind === undefined ? '' : after }
  const found = await loadFound(c.get('deps').db, personOf(c), asked)
  const address = kind === undefined ? straightTo(found, rangeOf(typed).from) : undefined
  if (address !== undefined) return c.redirect(address, 303)
  return show(c, { typed, kind, found: shownOf(asked, found, keepsAccounts(personOf(c))) })
})
