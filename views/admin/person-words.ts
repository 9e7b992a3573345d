/** The state of an account in words. */

export const stateLabels: Record<string, string> = {
  active: 'Active',
  invited: 'Invited',
  expired: 'Link has run out',
  unlinked: 'No link yet',
  left: 'Left',
}

/** The states as choices of a filter. */
export const stateOptions = [
  { value: '', text: 'All' },
  { value: 'active', text: 'Active' },
  { value: 'invited', text: 'Invited, not yet signed in' },
  { value: 'expired', text: 'Invited, link has run out' },
  { value: 'unlinked', text: 'No password and no link yet' },
  { value: 'left', text: 'Left' },
]
