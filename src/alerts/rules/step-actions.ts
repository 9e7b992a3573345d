/** The actions of an alert by what their form asks for. */

/** Words alone. */
const plainActions = ['respond', 'accept', 'resolve', 'withdraw', 'note', 'acknowledge'] as const
export type PlainAction = (typeof plainActions)[number]

/** Words and another date. */
const datedActions = ['extend', 'not_accept', 'reopen'] as const
export type DatedAction = (typeof datedActions)[number]
