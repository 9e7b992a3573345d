/** The words of a step: whether there must be some, and how many. */
import type { AlertAction, AlertStepRow } from './alert-workflow.ts'
import { TEXT_LIMIT } from './draft.ts'

const missing: Partial<Record<AlertAction, string>> = {
  respond: 'Write what has been done or will be done, and by when',
  not_accept: 'Write why the answer is not enough and what you ask for now',
  resolve: 'Write how it was resolved',
  escalate: 'Write why you take it further',
  extend: 'Write why another date is right',
  readdress: 'Write why somebody else answers',
  withdraw: 'Write why it is withdrawn',
  reopen: 'Write why it is reopened',
  note: 'Write the note',
}

export const stepWordsFault = (
  row: Pick<AlertStepRow, 'action' | 'words'>,
  words: string
): string | undefined => {
  const { length } = words.trim()
  if (length === 0)
    return row.words === 'required' ? (missing[row.action] ?? 'Write why') : undefined
  return length > TEXT_LIMIT
    ? `Use ${TEXT_LIMIT.toLocaleString('en-GB')} characters or fewer; you used ${length.toLocaleString('en-GB')}`
    : undefined
}
