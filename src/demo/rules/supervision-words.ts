/** Auditors' words on supervision and management oversight. */
import type { ItemWords } from './item-words.ts'

export const supervisionWords: Readonly<Record<string, ItemWords>> = {
  'sup.frequency': {
    outstanding: [
      'Monthly without a gap, and an extra session within two days of the incident in {month}.',
      'Every change in risk since {month} was followed by a recorded conversation within the week, besides the usual sessions.',
    ],
    good: [
      'Held monthly. One session was missed in {month}; the reason and the new date are recorded.',
      '{some} sessions in six months, and one more after the conference.',
      'At the agreed rate since {month}, with a short session after the change of worker.',
    ],
    requires_improvement: [
      'Sessions are {weeks} weeks apart with no reason given.',
      'Supervision caught up after the strategy meeting in {month}. Before that there were {few} months without.',
      'The dates are there for most months; nothing was held after the move.',
    ],
    inadequate: [
      'No case supervision is recorded between {month} and now, in a time of live risk.',
      'One session in half a year, on a child whose plan was not moving.',
    ],
    strength: ['Supervision follows events as well as the calendar.'],
    area: ['Supervision slips when the team is short, and no new date is set.'],
    actions: [
      {
        what: 'Set supervision dates to the summer and name who covers when the manager is away',
        change: 'Nobody stops looking at this child’s plan when the team is short',
      },
      {
        what: 'Hold supervision on this child within ten working days and set the dates of the next three',
        change: 'Somebody besides the worker keeps asking whether life is better for the child',
      },
    ],
  },
  'sup.reflective': {
    outstanding: [
      'Two explanations for the missed school days are weighed, with the worker’s own unease about one parent. The plan changed after it.',
      'The session in {month} asks what the worker might be avoiding. What came out led to a joint visit and a new view of risk.',
    ],
    good: [
      'The record of {month} asks what lies behind the child’s behaviour and what it may mean for the plan.',
      'There is a page of thinking about the child’s week and what the parents’ promises are worth.',
      'Hypotheses are named and one is set aside with a reason.',
    ],
    requires_improvement: [
      'A list of tasks done and to do, with a sentence of thinking at the end.',
      'The last {few} records read alike. Each sums up events and goes on to actions.',
      'Analysis is promised in {month} and not found in the next record.',
    ],
    inadequate: [
      'The text was carried forward from {month}, including an event that had long passed.',
      'No thinking is recorded. The child is not mentioned apart from visit dates.',
    ],
    strength: ['Supervision makes the worker think about what the child lives with.'],
    area: [
      'Supervision lists tasks and leaves little room for thinking.',
      'Records are carried forward, so a reader cannot tell what is new.',
    ],
    actions: [
      {
        what: 'Use the next session for one question only: what would make this child safe for good',
        change: 'The plan is led by an understanding of the child’s life',
      },
      {
        what: 'Bring this case to group supervision and record what changes',
        change: 'The worker is helped to see the child’s situation afresh',
      },
    ],
  },
  'sup.direction': {
    outstanding: [
      'Decisions name who, by when and why, and what happens if the parents do not agree. Later notes trace each of them.',
      'The decision of {month} is a model: the options, the reasons, the date and what would change it.',
    ],
    good: [
      'Management decisions in {month} and since are dated and give reasons. The worker knew what to do next.',
      'The decision to seek legal advice stands in the record on the day it was made, with its reason.',
      'Clear directions at each turning point, most with a date.',
    ],
    requires_improvement: [
      'Directions such as “continue to monitor” give neither owner nor date.',
      'The decision to step down in {month} is recorded without a reason.',
      'The manager’s view can be guessed from the notes, but the decision itself is not written down.',
    ],
    inadequate: [
      'After the report from {who} in {month} a decision was needed. There is none.',
      'The case changed course without a management decision on the record.',
    ],
    strength: ['Management decisions are clear, dated and reasoned.'],
    area: ['Decisions lack a reason, an owner or a date.'],
    actions: [
      {
        what: 'Write down the decision that was made in the corridor, with its reason, and tell the family',
        change: 'The family and the worker know what was decided',
      },
      {
        what: 'Record the decision on threshold with its reasons, dated, and share it with the worker',
        change: 'The child does not wait while adults are unsure who decides',
      },
    ],
  },
  'sup.followup': {
    outstanding: [
      'Each direction is closed with its effect on the child. Two that had none were replaced.',
      'Every earlier action is looked at in turn, and the record says what it did for the child.',
    ],
    good: [
      'The directions of {month} are checked one by one at the next session. One has a new date and a reason.',
      'Open actions are carried with a note of why they are open.',
    ],
    requires_improvement: [
      'The same {few} directions stand in three records running. Nobody asks why.',
      'Some actions disappear from one record to the next without being done.',
    ],
    inadequate: [
      'The direction to see the child’s bedroom was set in {month}. It was lost and never done.',
      'Nothing shows that any earlier direction was checked.',
    ],
    strength: ['Earlier directions are followed through to their effect.'],
    area: ['Directions are carried over without asking why they are not done.'],
    actions: [
      {
        what: 'Close the two oldest directions or say why they are still needed',
        change: 'Old tasks do not hide what the child needs now',
      },
      {
        what: 'Go through all open directions at the next session, close or replace each',
        change: 'What was promised to the child is done',
      },
    ],
  },
  'sup.drift': {
    outstanding: [
      'The manager saw that the assessment would be late, lent a second worker and it was done in time.',
      'A waiting list for therapy was foreseen and a bridge arranged in {month}. The child did not wait.',
    ],
    good: [
      'Delay in the parenting assessment was named in {month} and ended within {few} weeks.',
      'The manager chased the referral twice and then went to the service manager. It is recorded.',
      'No delay that mattered. Timescales are looked at in each session.',
    ],
    requires_improvement: [
      'The delay in the assessment is named in {few} sessions; no step to end it is recorded.',
      'It took {weeks} weeks for the referral to be sent. This was noticed when the next one was due.',
    ],
    inadequate: [
      'The plan has stood still since {month} while {who} reported the same worries. Nobody took it up.',
      'Legal advice was to be sought and was not. The child stayed where the harm was.',
    ],
    strength: ['The manager looks for delay and acts on it.'],
    area: ['Delay is named without anything being done about it.'],
    actions: [
      {
        what: 'Chase the delayed referral with the other agency’s manager and record the answer',
        change: 'The help that was promised reaches the child',
      },
      {
        what: 'Agree with the service manager how the outstanding assessment will be done, and by when',
        change: 'The child’s next step is no longer held up',
      },
    ],
  },
  'sup.signoff': {
    outstanding: [
      'The first draft of the assessment came back with {some} precise comments, and the second is plainly better.',
      'Feedback on the report in {month} shows how to say the same more plainly. The next letter to parents does so.',
    ],
    good: [
      'The plan was returned in {month} with reasons and improved.',
      'Approval comes with a comment that shows it was read.',
    ],
    requires_improvement: [
      'Signed off the same day with “agreed”. The gaps in it were plain.',
      'Management comments are a stock phrase on the last {few} documents.',
    ],
    inadequate: ['The assessment was approved although it leaves out the injury of {month}.'],
    strength: ['Sign-off is used to raise the quality of work.'],
    area: ['Work is approved whatever its quality.'],
    actions: [
      {
        what: 'Read the plan beside the child’s own words before signing it off, and comment on the fit',
        change: 'The plan that is signed is the child’s',
      },
      {
        what: 'Return the latest assessment with comments on analysis and agree a date for the next version',
        change: 'What is decided for the child rests on sound work',
      },
    ],
  },
}
