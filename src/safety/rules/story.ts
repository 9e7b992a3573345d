/** What happened to a safety notice, in the order in which it happened, as sentences without the names of forms or tables. */
import { stepName } from './addressees.ts'
import { type Means, means, meansLabels } from './told.ts'

/** A row of listStory: what `words`, `detail` and `third` hold depends on `kind`. */
export type StoryRow = {
  readonly kind: string
  readonly id: string
  readonly at: string
  readonly laterAt: string | null
  readonly words: string
  readonly detail: string
  readonly third: string
  readonly personId: string | null
  readonly personName: string | null
  readonly jobTitle: string | null
  readonly byName: string | null
}

export type ToldRow = {
  readonly name: string
  readonly role: string
  readonly at: string
  readonly means: string
  readonly by: string
}

export type SentRow = {
  readonly personId: string
  readonly name: string
  readonly step: string
  readonly at: string
  readonly acknowledgedAt: string | null
}

export type Moment = {
  readonly at: string
  /** "The notice was opened by Amara Osei". */
  readonly what: string
  /** As typed. */
  readonly words: string
  /** London date by which something is to be done. */
  readonly dueOn: string
}

export type Story = {
  readonly told: readonly ToldRow[]
  readonly sent: readonly SentRow[]
  readonly moments: readonly Moment[]
}

const isMeans = (key: string): key is Means => (means as readonly string[]).includes(key)

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

const steps = (detail: string): string =>
  listed(detail.split(' ').map((level) => `no ${stepName(Number(level))}`))

/** `3 60 2`: the step, the minutes that went by (or `left`), how many were told. */
const escalation = (detail: string): string => {
  const [level = '', minutes = '', told = ''] = detail.split(' ')
  const waited =
    Number(minutes) % 60 === 0
      ? `${Number(minutes) / 60} ${minutes === '60' ? 'hour' : 'hours'}`
      : `${minutes} minutes`
  const people = told === '1' ? '1 person was told' : `${told} people were told`
  const where =
    level === 'again'
      ? 'there is nobody further up the line: the last step and the QA leads were told again'
      : `it went up to the ${stepName(Number(level))}`
  const why =
    minutes === 'left'
      ? 'Somebody it went to has left, and nobody else has acknowledged it'
      : `Not acknowledged by the line within ${waited}`
  return `${why}: ${where}. ${people}`
}

const entry = (row: StoryRow): string => {
  const who = row.byName ?? 'Nobody'
  switch (row.kind) {
    case 'answer_changed':
      return `${who} changed the answer to “${row.detail}”. The notice stays`
    case 'passed':
      return `There was ${steps(row.detail)} who could be told, so it went to the next step at once`
    case 'escalated':
      return escalation(row.detail)
    case 'decided':
      return row.detail === 'stands_in'
        ? `${who} recorded a decision in place of the head of service, since there is none`
        : `${who} recorded a decision`
    case 'noted':
      return `${who} added a note`
    case 'closed':
      return `${who} closed the notice`
    case 'acknowledged':
      return `${who} acknowledged the notice`
    case 'reopened':
      return `${who} reopened the notice. Everybody it goes to was told again`
    default:
      return row.kind
  }
}

const isSent = ({ kind }: StoryRow) => kind === 'sent'
const isTold = ({ kind }: StoryRow) => kind === 'told'

/** Everybody told in the same instant is one moment. */
const sendings = (sent: readonly SentRow[]): Moment[] => {
  const times = [...new Set(sent.map(({ at }) => at))]
  return times.map((at) => ({
    at,
    what: `It went to ${listed(sent.filter((each) => each.at === at).map(({ name, step }) => `${name} (${step})`))}`,
    words: '',
    dueOn: '',
  }))
}

export const storyOf = (
  rows: readonly StoryRow[],
  opened: { readonly at: string; readonly by: string; readonly answer: string }
): Story => {
  const told = rows.filter(isTold).map((row) => ({
    name: row.words,
    role: row.detail,
    at: row.at,
    means: isMeans(row.third) ? meansLabels[row.third] : row.third,
    by: row.byName ?? '',
  }))
  const sent = rows.filter(isSent).map((row) => ({
    personId: row.personId ?? '',
    name: row.personName ?? '',
    step: stepName(Number(row.detail)),
    at: row.at,
    acknowledgedAt: row.laterAt,
  }))
  const plain = { words: '', dueOn: '' }
  const moments: Moment[] = [
    {
      at: opened.at,
      what: `${opened.by} answered “${opened.answer}”: the notice opened`,
      ...plain,
    },
    ...sendings(sent),
    ...told.map(({ name, role, at, means: how, by }) => ({
      at,
      what: `${by} told ${name} (${role}) ${how.charAt(0).toLowerCase()}${how.slice(1)}`,
      ...plain,
    })),
    ...sent.flatMap(({ name, acknowledgedAt }) =>
      acknowledgedAt === null
        ? []
        : [{ at: acknowledgedAt, what: `${name} acknowledged the notice`, ...plain }]
    ),
    ...rows
      .filter((row) => !isTold(row) && !isSent(row))
      .map((row) => ({ at: row.at, what: entry(row), words: row.words, dueOn: row.third })),
  ]
  // Stable: what happened in one instant stays in the order above.
  return {
    told,
    sent,
    moments: moments.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
  }
}
