/** What the people pages accept, with the words that are shown when it is wrong. */
import { z } from 'zod'

/** Lenient: anything that is not an account gets the same answer as a wrong password. */
export const signInForm = z.object({
  email: z
    .string('Enter your email address')
    .trim()
    .min(1, 'Enter your email address')
    .max(320, 'Enter your email address: this is too long to be one'),
  password: z
    .string('Enter your password')
    .min(1, 'Enter your password')
    .max(1000, 'Enter your password: this is too long to be one'),
  /** Sealed fields of a post that came after the session had ended. */
  held: z.string().optional(),
  /** Whatever is not a path of ours leads to the first page: nobody is kept out for it. */
  next: z.string().optional(),
})

export const setPasswordForm = z.object({
  password: z.string('Enter a new password').min(1, 'Enter a new password'),
  again: z.string('Enter the same password again').min(1, 'Enter the same password again'),
})

export const signOutForm = z.object({
  everywhere: z.enum(['yes'], 'Choose sign out or sign out everywhere').optional(),
})

const LONGEST_PATH = 2000

/** A path of ours to return to after sign-in; anything else leads to the first page. */
export const ownPath = (next: string | undefined): string =>
  next &&
  next.length <= LONGEST_PATH &&
  /^\/(?![/\\])[\x21-\x7e]*$/.test(next) &&
  !next.includes('\\')
    ? next
    : '/'
