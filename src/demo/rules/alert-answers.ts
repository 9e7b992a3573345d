/** What was answered to the practice alerts of Aldermere, and what came after. Nobody is named. Slots: fill-words.ts. */

export const answers: readonly string[] = [
  'I have looked at the record and agree. The first appointment is on Thursday, and the rest are booked to the end of the month.',
  'This was missed when the worker changed. It has been allocated today and will be finished in three weeks.',
  'The worker visited yesterday and saw the child alone. The record is up to date, and visits are in the diary to {month} next year.',
  'I have spoken with the worker. We will rewrite the plan with the family on Tuesday and send it to you.',
  'The referral went this morning. I will ask about it each week until there is a date.',
  'We accept this. A second worker joins the case from Monday, so that the direct work can begin.',
  'The meeting you ask for is fixed. You are invited, and so is the school.',
  'The panel has taken the match for its next sitting. I have rung the carers and told the child.',
  'I have put the decision and its reasons on the record, and we will go through it with the family.',
]

export const weakAnswers: readonly string[] = [
  'The team is short of two workers. We will do this as soon as we can.',
  'The worker is aware of this and has it in hand.',
  'We are waiting for another agency and cannot say how long it will take.',
  'I understand the concern. It will be discussed in supervision.',
]

export const declined: readonly string[] = [
  'There is no date in this answer. Tell me by when it will be done and who does it.',
  'Being short of staff explains the delay and does not end it. What will happen for this child, and when?',
  'I asked for a visit this week. Nothing is said of it.',
]

export const readdressed =
  'The team manager is away until further notice. I agreed on the telephone who answers instead.'

export const accepted: readonly string[] = [
  'I have seen the new plan and spoken with the child. Thank you.',
  'Done as agreed. I will look at it again at the midway check.',
  '',
  'The appointment was kept. The child told me about it.',
  'Thank you for the quick answer.',
]

export const resolved: readonly string[] = [
  'Agreed on the telephone with the team manager: the visit is tomorrow and the record will follow.',
  'Settled at the meeting this morning. The dates are in the minutes.',
]

export const takenFurther: readonly string[] = [
  'The answer names no date. Somebody who can decide on resources has to look at this.',
  'Two answers promised the same step and it has not been taken.',
]

export const skipped: readonly string[] = [
  'The team manager has answered twice already and cannot decide this.',
  'The hearing is in three weeks, and the stage below could not change the decision in time.',
]

export const extensions: readonly string[] = [
  'The worker is on leave until the end of the week, and the child is safe where they are.',
  'The panel sits two days after the date. It is right to wait for it.',
]

export const withdrawals: readonly string[] = [
  'The report had been sent and lay in another folder. Nothing was wrong.',
  'The case has moved to another council, which has been told of the concern.',
]

export const reopenings: readonly string[] = [
  'The two visits that were promised did not take place.',
  'The plan I was shown has not been put into use.',
]

export const alertNotes: readonly string[] = [
  'I rang the carers today. They have heard nothing yet.',
  'The school confirms that the meeting is in the diary.',
  'I told the child that I have asked for this, and that I will say what comes of it.',
]

export const cafcassWhy =
  'The child has waited since the spring for a decision that the review asked for twice. The stages have not moved it.'

export const cafcassOutcome =
  'Cafcass legal advised that proceedings were not needed once the council gave a date for the panel.'
