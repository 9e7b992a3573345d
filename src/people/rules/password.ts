/** What a new password must be: long enough to resist guessing, and not the account's own name. */

export const PASSWORD_MIN_LENGTH = 12
export const PASSWORD_MAX_LENGTH = 200

/** @returns a sentence saying what is wrong and what would be right, or undefined */
export const passwordFault = (password: string, email: string): string | undefined => {
  if (password.length < PASSWORD_MIN_LENGTH) {
    return `Use at least ${PASSWORD_MIN_LENGTH} characters: three or four unrelated words do well`
  }
  if (password.length > PASSWORD_MAX_LENGTH) {
    return `Use at most ${PASSWORD_MAX_LENGTH} characters`
  }
  if (new Set(password).size < 5) {
    return 'Use more than a few different characters'
  }
  const [localPart = ''] = email.toLowerCase().split('@')
  const lowered = password.toLowerCase()
  if (lowered === email.toLowerCase() || (localPart.length > 5 && lowered.includes(localPart))) {
    return 'Do not use your email address in your password'
  }
  return undefined
}
