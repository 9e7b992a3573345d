/** What the pages of tokens accept, with the words that are shown when it is wrong. */
import { z } from 'zod'
import { LONGEST_TOKEN_NAME, scopes } from './rules/token.ts'

const box = z.string().max(20, 'This is too long to be part of a date').default('')

export const tokenForm = z.object({
  name: z
    .string('Enter a name')
    .trim()
    .min(1, 'Enter a name that says what will use the token')
    .max(LONGEST_TOKEN_NAME, `The name can have at most ${LONGEST_TOKEN_NAME} characters`),
  scope: z
    .array(z.enum(scopes, 'Choose scopes from the list'), 'Choose at least one scope')
    .min(1, 'Choose at least one scope'),
  'expires-day': box,
  'expires-month': box,
  'expires-year': box,
})
