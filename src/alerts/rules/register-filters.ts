/** What the register can be narrowed to, as the address has it: read, or refused with what would have been right. */

import { descendantsOf } from '../../people/rules/team-tree.ts'
import { eitherOf, nearestNames } from '../../rubrics/rules/nearest-names.ts'
import { alertKindLabels } from './alert-kind.ts'
import { type Ask, overdueOn, raisedBetween, searchFor, trait } from './alert-traits.ts'
import { alertStateLabels } from './alert-workflow.ts'

export interface Choice {
  readonly value: string
  readonly label: string
}

export const sorts = ['due', 'newest', 'oldest', 'reference'] as const
export type Sort = (typeof sorts)[number]

const sortLabels: Readonly<Record<Sort, string>> = {
  due: 'Due next',
  newest: 'Newest first',
  oldest: 'Oldest first',
  reference: 'Case reference',
}

export const kindChoices: readonly Choice[] = Object.entries(alertKindLabels).map(
  ([value, label]) => ({ value, label })
)

/** Not closed: open or answered. */
const stateChoices: readonly Choice[] = [
  { value: 'live', label: 'Not closed' },
  ...(['open', 'responded', 'resolved', 'withdrawn'] as const).map((value) => ({
    value,
    label: alertStateLabels[value],
  })),
]

const stageChoices = (stages: number): readonly Choice[] => [
  { value: 'formal', label: 'Formal, not yet at a stage' },
  { value: 'dispute', label: 'In dispute, any stage' },
  ...Array.from({ length: stages }, (_, at) => ({
    value: String(at + 1),
    label: `Stage ${at + 1}`,
  })),
]

const statusChoices: readonly Choice[] = [
  { value: 'early_help', label: 'Early help' },
  { value: 'assessment', label: 'Assessment' },
  { value: 'cin', label: 'Child in need' },
  { value: 'cp', label: 'Child protection' },
  { value: 'care', label: 'Children in care' },
  { value: 'care_leaver', label: 'Care leaver' },
  { value: 'closed', label: 'Closed' },
]

export const filterNames = [
  'q',
  'team',
  'category',
  'kind',
  'stage',
  'state',
  'overdue',
  'raiser',
  'status',
  'from',
  'to',
  'sort',
] as const
export type FilterName = (typeof filterNames)[number]

/** As typed; what is not there is empty. */
export type TypedFilters = Readonly<Record<FilterName, string>>

export interface RegisterTeam {
  readonly id: string
  readonly name: string
  readonly parentId: string | null
  readonly isService: boolean
}

export interface RegisterOptions {
  readonly teams: readonly RegisterTeam[]
  readonly categories: readonly Choice[]
  /** Empty for whoever may not look at one person's alerts. */
  readonly raisers: readonly Choice[]
  readonly stages: number
}

export interface Filters {
  readonly ask: Ask | undefined
  readonly sort: Sort
  /** As they were understood; what was not is left out. */
  readonly values: TypedFilters
  readonly faults: readonly { readonly field: FilterName; readonly message: string }[]
  /** How many of them narrow the register. */
  readonly count: number
}

const fold = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ')

/** Of so few choices all are named. */
const MOST_NAMED = 6
const LONGEST_TYPED = 60

const date = /^\d{4}-\d{2}-\d{2}$/

const isDate = (typed: string): boolean =>
  date.test(typed) &&
  !Number.isNaN(Date.parse(`${typed}T00:00:00Z`)) &&
  new Date(`${typed}T00:00:00Z`).toISOString().startsWith(typed)

const stageAsk = (stage: string): Ask => {
  if (stage === 'dispute') return { trait: trait.dispute }
  return {
    all: [
      { trait: trait.kind('formal') },
      { trait: trait.stage(stage === 'formal' ? 0 : Number(stage)) },
    ],
  }
}

const stateAsk = (state: string): Ask =>
  state === 'live'
    ? { any: [{ trait: trait.state('open') }, { trait: trait.state('responded') }] }
    : { trait: trait.state(state) }

const LONGEST_SEARCH = 100

/**
 * @param raw of the address; what it has besides is not looked at
 * @param today London date: what is overdue depends on it
 */
export const readFilters = (
  raw: Readonly<Record<string, string | undefined>>,
  options: RegisterOptions,
  today: string
): Filters => {
  const faults: { field: FilterName; message: string }[] = []
  const values = Object.fromEntries(filterNames.map((name) => [name, ''])) as Record<
    FilterName,
    string
  >
  const asks: Ask[] = []
  const choose = (field: FilterName, what: string, choices: readonly Choice[]): string => {
    const typed = (raw[field] ?? '').trim()
    if (typed === '') return ''
    const found = choices.find(
      ({ value, label }) =>
        value === typed || fold(label) === fold(typed) || fold(value) === fold(typed)
    )
    if (found) {
      values[field] = found.value
      return found.value
    }
    const labels = choices.map(({ label }) => label)
    const near = nearestNames(typed, labels)
    const known = choices.length <= MOST_NAMED ? labels : []
    const right =
      near.length > 0
        ? `Did you mean ${eitherOf(near)}?`
        : `Choose ${known.length > 0 ? eitherOf(known) : 'one from the list'}.`
    faults.push({
      field,
      message: `There is no ${what} “${typed.slice(0, LONGEST_TYPED)}”. ${right}`,
    })
    return ''
  }
  const team = choose(
    'team',
    'team',
    options.teams.map(({ id, name }) => ({ value: id, label: name }))
  )
  if (team !== '') {
    asks.push({ any: descendantsOf(options.teams, team).map((id) => ({ trait: trait.team(id) })) })
  }
  const category = choose('category', 'category of concern', options.categories)
  if (category !== '') asks.push({ trait: trait.category(category) })
  const kind = choose('kind', 'kind of alert', kindChoices)
  if (kind !== '') asks.push({ trait: trait.kind(kind) })
  const stage = choose('stage', 'stage', stageChoices(options.stages))
  if (stage !== '') asks.push(stageAsk(stage))
  const state = choose('state', 'state', stateChoices)
  if (state !== '') asks.push(stateAsk(state))
  if (choose('overdue', 'choice', [{ value: 'yes', label: 'Yes' }]) !== '')
    asks.push(overdueOn(today))
  if (options.raisers.length > 0) {
    const raiser = choose('raiser', 'person who raised alerts', options.raisers)
    if (raiser !== '') asks.push({ trait: trait.raisedBy(raiser) })
  }
  const status = choose('status', 'status of a child', statusChoices)
  if (status !== '') asks.push({ trait: trait.status(status) })
  for (const field of ['from', 'to'] as const) {
    const typed = (raw[field] ?? '').trim()
    if (typed === '') continue
    if (isDate(typed)) values[field] = typed
    else {
      faults.push({
        field,
        message: `“${typed.slice(0, LONGEST_TYPED)}” is not a date. Give it as 2026-01-31.`,
      })
    }
  }
  if (values.from !== '' && values.to !== '' && values.from > values.to) {
    faults.push({ field: 'to', message: 'The period ends before it begins. Give a later end.' })
    values.to = ''
  }
  if (values.from !== '' || values.to !== '') {
    asks.push(raisedBetween(values.from || undefined, values.to || undefined))
  }
  const q = (raw.q ?? '').replace(/\s+/g, ' ').trim()
  if (q.length > LONGEST_SEARCH) {
    faults.push({ field: 'q', message: `Look for at most ${LONGEST_SEARCH} characters.` })
  } else if (q !== '') {
    values.q = q
    const search = searchFor(q)
    if (search) asks.push(search)
  }
  const sort = choose(
    'sort',
    'order',
    sorts.map((value) => ({ value, label: sortLabels[value] }))
  )
  return {
    ask: asks.length === 0 ? undefined : { all: asks },
    sort: sort === '' ? 'due' : (sort as Sort),
    values,
    faults,
    count: asks.length,
  }
}

/** What each list of choices offers. */
export const filterChoices = (options: RegisterOptions) => ({
  team: options.teams.map(({ id, name }) => ({ value: id, label: name })),
  category: options.categories,
  kind: kindChoices,
  stage: stageChoices(options.stages),
  state: stateChoices,
  raiser: options.raisers,
  status: statusChoices,
  sort: sorts.map((value) => ({ value, label: sortLabels[value] })),
})

export type FilterChoices = ReturnType<typeof filterChoices>
