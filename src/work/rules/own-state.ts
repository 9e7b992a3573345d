/** How an audit stands to the person whose audit it is or was: what the list of own audits is filtered and told by. */

export const ownStates = ['open', 'submitted', 'handed_over', 'ended'] as const
export type OwnState = (typeof ownStates)[number]

export const ownStateLabels: Readonly<Record<OwnState, string>> = {
  open: 'To do',
  submitted: 'Submitted',
  handed_over: 'Handed over or re-allocated',
  ended: 'Withdrawn or voided',
}

const words: Readonly<Record<string, string>> = {
  allocated: 'Not started',
  in_progress: 'In progress',
  reopened: 'Reopened',
  submitted: 'Submitted',
  withdrawn: 'Withdrawn',
  voided: 'Voided',
}

/** What the list says of one: whose it is now goes before what state it is in. */
export const ownStateOf = (
  audit: { readonly state: string; readonly auditorId: string | null },
  personId: string
): { readonly label: string; readonly isToDo: boolean; readonly isTheirs: boolean } => {
  const isTheirs = audit.auditorId === personId
  const isOpen = ['allocated', 'in_progress', 'reopened'].includes(audit.state)
  return {
    label: isTheirs ? (words[audit.state] ?? audit.state) : 'Handed over',
    isToDo: isTheirs && isOpen,
    isTheirs,
  }
}
