/** What the administration's pages accept, with the words that are shown when it is wrong. */
import { z } from 'zod'
import { type Role, roles } from '../people/rules/permissions.ts'
import { typedDate } from '../people/rules/typed-date.ts'

const LONGEST_NAME = 200
const box = z.string().max(20, 'This is too long to be part of a date').default('')

const fields = {
  name: z
    .string('Enter the person’s name')
    .trim()
    .min(1, 'Enter the person’s name')
    .max(LONGEST_NAME, `The name can have at most ${LONGEST_NAME} characters`),
  email: z
    .string('Enter an email address')
    .trim()
    .min(1, 'Enter an email address')
    .max(320, 'This is too long to be an email address')
    .pipe(z.email('Enter an email address like amara.osei@council.example')),
  jobTitle: z
    .string()
    .trim()
    .max(LONGEST_NAME, `The job title can have at most ${LONGEST_NAME} characters`)
    .default(''),
  roles: z
    .array(z.enum(roles, 'Choose roles from the list'), 'Choose at least one role')
    .min(1, 'Choose at least one role'),
  teamId: z.string().max(100, 'Choose a team from the list').default(''),
}

export const inviteForm = z.object({ ...fields })

export const changeForm = z.object({
  ...fields,
  revision: z.coerce.number('Open the page again before you change it').int().min(0),
  'teamSince-day': box,
  'teamSince-month': box,
  'teamSince-year': box,
})

type Raw = Readonly<Record<string, string>>

/** A date of three boxes; undefined when all are empty. */
export const readOptionalDate = (
  raw: Raw,
  field: string,
  label: string
): { readonly date?: string; readonly fault?: string } => {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map(
    (part) => raw[`${field}-${part}`]
  )
  if (`${day}${month}${year}`.trim() === '') return {}
  const read = typedDate({ day, month, year }, label)
  return read.ok ? { date: read.date } : { fault: read.fault }
}

/** The roles ticked in a form, for showing it again. */
export const readRoles = (body: ReadonlyMap<string, readonly string[]> | undefined): Role[] =>
  (body?.get('roles') ?? []).filter((role): role is Role =>
    (roles as readonly string[]).includes(role)
  )

const filter = <T extends z.ZodType>(schema: T) =>
  z.union([z.literal('').transform(() => undefined), schema]).optional()

/** The filters of the list of people, as they stand in its address. */
export const peopleFilters = z.object({
  find: filter(z.string().trim().max(200)),
  role: filter(z.enum(roles)),
  team: filter(z.string().max(100)),
  state: filter(z.enum(['active', 'invited', 'expired', 'unlinked', 'left'])),
  sort: filter(z.enum(['name', 'team', 'newest'])),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})

export const sessionForm = z.object({
  session: z.string('Choose which session to end').min(1, 'Choose which session to end').max(100),
})

export const deactivateForm = z.object({
  /** A person's id, or `leave`. */
  actionsTo: z.string().max(100, 'Choose somebody from the list').default(''),
})

const teamName = z
  .string('Enter a name')
  .trim()
  .min(1, 'Enter a name')
  .max(LONGEST_NAME, `The name can have at most ${LONGEST_NAME} characters`)

export const teamForm = z.object({
  name: teamName,
  kind: z.enum(['team', 'service'], 'Choose whether it is a team or a service'),
  parentId: z.string().max(100, 'Choose from the list what it belongs to').default(''),
  revision: z.coerce.number('Open the page again before you change it').int().min(0).default(0),
  'openedOn-day': box,
  'openedOn-month': box,
  'openedOn-year': box,
})

export const closeTeamForm = z.object({
  'closedOn-day': box,
  'closedOn-month': box,
  'closedOn-year': box,
  peopleTo: z.string().max(100, 'Choose a team from the list').default(''),
  casesTo: z.string().max(100, 'Choose a team from the list').default(''),
  isConfirmed: z.enum(['yes'], 'Tick the box or leave it empty').optional(),
})

/** The boxes of a date that is stored. */
export const dateBoxes = (field: string, date: string | null): Raw => {
  const [year = '', month = '', day = ''] = (date ?? '').split('-')
  const plain = (text: string) => (text === '' ? '' : String(Number(text)))
  return {
    [`${field}-day`]: plain(day),
    [`${field}-month`]: plain(month),
    [`${field}-year`]: year,
  }
}

export const listForm = z.object({ list: z.string().max(600_000).default('') })

export const confirmListForm = z.object({ fingerprint: z.string().max(100).default('') })

const categoryLabel = z
  .string('Enter the words of the category')
  .trim()
  .min(1, 'Enter the words of the category')
  .max(80, 'The words can have at most 80 characters')

export const categoryForm = z.object({ label: categoryLabel })

export const renameCategoryForm = z.object({
  label: categoryLabel,
  revision: z.coerce.number('Open the page again before you change it').int().min(0),
})

export const moveCategoryForm = z.object({ to: z.enum(['up', 'down'], 'Choose up or down') })

/** The boxes of the stages are read by src/alerts/rules/stage-form.ts. */
export const ladderForm = z.object({
  number: z.coerce
    .number('Open the page again before you change the stages')
    .int('Open the page again before you change the stages')
    .min(0, 'Open the page again before you change the stages'),
})
