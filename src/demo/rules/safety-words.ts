/** What the people of the demonstration write about the safety notices that it has. */

export const seenToday = {
  beingDone: 'The duty worker was sent out and a strategy discussion was asked for.',
  decision:
    'The team visits this evening and sees the child alone. Strategy discussion tomorrow morning.',
  note: 'Visited at half past six: the child was seen alone and is staying with a relative tonight.',
  closing:
    'Seen safe this evening; the safety plan of today names who is there at night. Review in the morning.',
} as const

export const notSafe = 'The record of this week says that the adult of concern is back at home.'
export const cannotTell = 'Nobody has seen the child since the visit three weeks ago.'

/** Of an earlier round, when the doubt was about what the file said and not about the child. */
export const seenThen = {
  decision: 'The social worker sees the child at school today and tells me this afternoon.',
  closing:
    'The child was seen at school and is safe at home. The visit that was missing is now on the file.',
} as const
