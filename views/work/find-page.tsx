/**
 * Find: a box, and what the reader may open of what it found, by kind. It says the same of what is not there and of what is
 * not theirs. Without a search it shows what they opened last.
 */
import type { Child } from 'hono/jsx'
import { EmptyState } from '../components/empty-state.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { FilterBar } from '../components/filter-bar.tsx'
import { Input } from '../components/input.tsx'
import { Select } from '../components/select.tsx'
import { TodoItem } from '../components/todo-item.tsx'
import { formatShortDate, plural } from '../format.ts'
import {
  ActionEntries,
  type ActionEntry,
  AuditEntries,
  type AuditEntry,
  RecentEntries,
  type RecentEntry,
} from './found-lists.tsx'

export type FindKindKey = 'case' | 'person' | 'round' | 'action'

export type FoundList<T> = {
  entries: readonly T[]
  /** The next page of this kind alone. */
  nextHref: string | undefined
}

export type CaseEntry = {
  reference: string
  /** Its page; without one, what may be opened of it is listed. */
  href: string | undefined
  audits: readonly AuditEntry[]
  actions: readonly ActionEntry[]
}

export type PersonEntry = {
  id: string
  name: string
  jobTitle: string
  teamName: string | null
  hasLeft: boolean
  /** Work of theirs, or their account. */
  href: string
}

export type RoundEntry = { id: string; name: string; state: string; roundOn: string }

export type FindPageProps = {
  typed: string
  kind: FindKindKey | undefined
  kinds: readonly FindKindKey[]
  /** By field. */
  errors: Readonly<Record<string, string>> | undefined
  todayOn: string
  /** Undefined before anything was looked for. */
  found:
    | {
        audit: AuditEntry | undefined
        cases: FoundList<CaseEntry>
        people: FoundList<PersonEntry>
        rounds: FoundList<RoundEntry>
        actions: FoundList<ActionEntry>
        /** A later page of one kind. */
        isLaterPage: boolean
      }
    | undefined
  /** What was opened last; shown where nothing is looked for. */
  recent: readonly RecentEntry[]
}

const KINDS: Record<FindKindKey, string> = {
  case: 'Cases and audits',
  person: 'People',
  round: 'Rounds',
  action: 'Actions',
}

const Box = ({ typed, kind, kinds, errors }: FindPageProps) => (
  <FilterBar action="/find" label="Find" submitText="Find">
    <Input
      name="q"
      label="Reference, name or word"
      value={typed}
      autocomplete="off"
      spellcheck={false}
      class="govuk-input--width-20"
      error={errors?.q}
      attributes={{ maxlength: 100 }}
    />
    <Select
      name="kind"
      label="Look in"
      value={kind ?? ''}
      items={[
        { value: '', text: 'Everything' },
        ...kinds.map((key) => ({ value: key, text: KINDS[key] })),
      ]}
    />
  </FilterBar>
)

const Section = <T,>(props: {
  title: string
  one: string
  many?: string
  list: FoundList<T>
  isLaterPage: boolean
  children?: Child
}) => {
  const { entries, nextHref } = props.list
  if (entries.length === 0) return null
  const many = props.many ?? `${props.one}s`
  const counted = plural(entries.length, props.one, many)
  return (
    <section>
      <h2 class="govuk-heading-m">{props.title}</h2>
      <p class="govuk-body pl-muted">
        {props.isLaterPage
          ? `${counted} more that you may open.`
          : nextHref === undefined
            ? `${counted} that you may open.`
            : `The first ${counted} that you may open.`}
      </p>
      {props.children}
      {nextHref === undefined ? (
        ''
      ) : (
        <p class="govuk-body">
          <a class="govuk-link" href={nextHref}>{`More ${many}`}</a>
        </p>
      )}
    </section>
  )
}

/** How much of it the finder may open: "2 audits, 1 action". */
const contentOf = ({ audits, actions }: CaseEntry): string =>
  [
    audits.length === 0 ? '' : plural(audits.length, 'audit'),
    actions.length === 0 ? '' : plural(actions.length, 'action'),
  ]
    .filter((part) => part !== '')
    .join(', ')

const Results = ({
  found,
  todayOn,
}: {
  found: NonNullable<FindPageProps['found']>
  todayOn: string
}) => {
  const { audit, cases, people, rounds, actions, isLaterPage } = found
  return (
    <>
      {audit === undefined ? (
        ''
      ) : (
        <>
          <h2 class="govuk-heading-m">The audit of this reference</h2>
          <ul class="pl-todo">
            <AuditEntries audits={[audit]} todayOn={todayOn} />
          </ul>
        </>
      )}
      <Section title="Cases" one="case" list={cases} isLaterPage={isLaterPage}>
        <ul class="pl-todo">
          {cases.entries.map((one) =>
            one.href === undefined ? (
              <li class="pl-todo__group">
                <h3 class="govuk-heading-s">{`Case ${one.reference}`}</h3>
                <ul class="pl-todo">
                  <AuditEntries audits={one.audits} todayOn={todayOn} isOfCase />
                  <ActionEntries actions={one.actions} todayOn={todayOn} isOfCase />
                </ul>
              </li>
            ) : (
              <li class="pl-todo__item">
                <a class="govuk-link" href={one.href}>{`Case ${one.reference}`}</a>
                <span class="pl-muted">{contentOf(one)}</span>
              </li>
            )
          )}
        </ul>
      </Section>
      <Section title="People" one="person" many="people" list={people} isLaterPage={isLaterPage}>
        <ul class="pl-todo">
          {people.entries.map((person) => (
            <TodoItem
              href={person.href}
              text={person.name}
              more={person.jobTitle}
              due={person.teamName}
              end={person.hasLeft ? 'Has left' : ''}
            />
          ))}
        </ul>
      </Section>
      <Section title="Rounds" one="round" list={rounds} isLaterPage={isLaterPage}>
        <ul class="pl-todo">
          {rounds.entries.map((round) => (
            <TodoItem
              href={`/rounds/${round.id}`}
              text={round.name}
              due={formatShortDate(round.roundOn)}
              end={round.state}
            />
          ))}
        </ul>
      </Section>
      <Section title="Actions" one="action" list={actions} isLaterPage={isLaterPage}>
        <ul class="pl-todo">
          <ActionEntries actions={actions.entries} todayOn={todayOn} />
        </ul>
      </Section>
    </>
  )
}

const isEmpty = (found: NonNullable<FindPageProps['found']>): boolean =>
  found.audit === undefined &&
  [found.cases, found.people, found.rounds, found.actions].every((one) => one.entries.length === 0)

const howToFind: Record<FindKindKey, string> = {
  case: 'A case by the start of its reference, an audit by its whole reference, such as A-000123.',
  person: 'A person by the start of a first or last name.',
  round: 'A round by words of its name.',
  action: 'An action by words of what is to be done: your own, and open ones that you may read.',
}

const HowToFind = ({ kinds }: { kinds: readonly FindKindKey[] }) => (
  <ul>
    {kinds.map((kind) => (
      <li>{howToFind[kind]}</li>
    ))}
  </ul>
)

export const FindPage = (props: FindPageProps) => {
  const { typed, errors, found, recent, todayOn, kinds } = props
  return (
    <>
      {errors === undefined ? (
        ''
      ) : (
        <ErrorSummary
          errors={Object.entries(errors).map(([field, text]) => ({ text, href: `#${field}` }))}
        />
      )}
      <h1>Find</h1>
      <p class="pl-muted">Use references. Do not type a child’s name here.</p>
      <Box {...props} />
      {found === undefined ? (
        ''
      ) : isEmpty(found) ? (
        <EmptyState title={`Nothing you can open matches “${typed}”`}>
          <HowToFind kinds={kinds} />
        </EmptyState>
      ) : (
        <Results found={found} todayOn={todayOn} />
      )}
      {found !== undefined || errors !== undefined ? (
        ''
      ) : (
        <>
          <h2 class="govuk-heading-m">What can be found</h2>
          <HowToFind kinds={kinds} />
          {recent.length === 0 ? (
            ''
          ) : (
            <>
              <h2 class="govuk-heading-m">What you opened last</h2>
              <RecentEntries recent={recent} todayOn={todayOn} />
            </>
          )}
        </>
      )}
    </>
  )
}
