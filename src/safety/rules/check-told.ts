/** Reads a record of who was told as it was typed: every fault at once, by field. */
import { londonInstant } from '../../people/rules/london-time.ts'
import { looksLikeFamily } from '../../people/rules/name-question.ts'
import { typedDate } from '../../people/rules/typed-date.ts'
import { EMAIL_IS_NOT_RINGING, type Means, means, NAME_LIMIT, toldAtFault } from './told.ts'

/** As typed. */
export type TypedTold = {
  /** Somebody of the council; empty when a name was typed. */
  readonly person: string
  readonly name: string
  readonly role: string
  readonly day: string
  readonly month: string
  readonly year: string
  readonly time: string
  readonly means: string
  /** It was asked whether the name is of the family, and it is not. */
  readonly isStaff: boolean
}

export type Told = {
  readonly personId: string | null
  readonly name: string
  readonly role: string
  readonly toldAt: string
  readonly means: Means
}

export type ToldFaults = Readonly<
  Partial<Record<'person' | 'name' | 'role' | 'told-day' | 'time' | 'means', string>>
> & {
  /** Set when the only question left is whether somebody is of the family. */
  readonly asksForStaff?: boolean
}

type Known = { readonly id: string; readonly name: string; readonly jobTitle: string }

const isMeans = (typed: string): typed is Means => (means as readonly string[]).includes(typed)

const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ')

const tooLong = (text: string): string | undefined =>
  text.length > NAME_LIMIT
    ? `Use ${NAME_LIMIT} characters or fewer; you used ${text.length}`
    : undefined

const meansFault = (typed: string): string | undefined => {
  if (isMeans(typed)) return undefined
  return typed === 'email' ? EMAIL_IS_NOT_RINGING : 'Choose how they were told'
}

/** The boxes are filled in the reader's time; a time in the first minute after now is still now. */
export const checkTold = (
  typed: TypedTold,
  known: { readonly now: string; readonly startedAt: string; readonly people: readonly Known[] }
):
  | { readonly ok: true; readonly told: Told }
  | { readonly ok: false; readonly faults: ToldFaults } => {
  const faults: { -readonly [K in keyof ToldFaults]: ToldFaults[K] } = {}
  const person = known.people.find(({ id }) => id === typed.person)
  const typedName = oneLine(typed.name)
  const name = person?.name ?? typedName
  const role = oneLine(typed.role) || (person?.jobTitle ?? '')

  if (typed.person !== '' && !person) faults.person = 'Choose somebody from the list'
  else if (person && typedName !== '') {
    faults.name = `Choose ${person.name} from the list or type another name, not both`
  } else if (name === '') faults.person = 'Choose who was told, or type the name'
  const nameTooLong = tooLong(typedName)
  if (nameTooLong) faults.name = nameTooLong
  // Of nobody no role is asked: the one fault leads to the one field.
  if (role === '' && name !== '') faults.role = 'Enter their role, for example team manager'
  const roleTooLong = tooLong(role)
  if (roleTooLong) faults.role = roleTooLong

  const date = typedDate(typed, 'The date')
  const time = date.ok ? londonInstant(date.date, typed.time) : undefined
  if (!date.ok) faults['told-day'] = date.fault
  else if (time && !time.ok) faults.time = time.fault
  const when = time?.ok ? toldAtFault(time.instant, known) : undefined
  if (when) faults.time = when
  const how = meansFault(typed.means)
  if (how) faults.means = how

  if (!typed.isStaff) {
    const question =
      'This looks like the child or one of the family. Record staff only; if this is staff, say so below and save again'
    if (!person && looksLikeFamily(typedName)) faults.name ??= question
    if (looksLikeFamily(oneLine(typed.role))) faults.role ??= question
    if (faults.name === question || faults.role === question) faults.asksForStaff = true
  }

  if (Object.keys(faults).length > 0 || !time?.ok || !isMeans(typed.means)) {
    return { ok: false, faults }
  }
  return {
    ok: true,
    told: { personId: person?.id ?? null, name, role, toldAt: time.instant, means: typed.means },
  }
}
