/** What reviewing officers wrote in the practice alerts of Aldermere. Nobody is named. Slots: fill-words.ts. */

export interface AlertWords {
  /** Of the standard categories. */
  readonly category: string
  /** Of children in care, of children with a protection plan; left out: of both. */
  readonly of?: 'care' | 'cp'
  readonly concern: readonly string[]
  readonly impact: readonly string[]
  readonly asked: readonly string[]
}

export const alertWords: readonly AlertWords[] = [
  {
    category: 'drift_and_delay',
    concern: [
      'The assessment of contact agreed at the review in {month} has not begun. No date has been set for it.',
      'The referral to the family group conference was agreed {weeks} weeks ago and has not been sent.',
      'The parenting assessment was to be finished in {month}. It is still with the assessor and nobody has asked for it.',
    ],
    impact: [
      'The child has been waiting for an answer since {month} and has begun to say that nothing ever changes.',
      'Decisions about where this child will live cannot be made without it.',
      'The family no longer believes that what is agreed at meetings will happen.',
    ],
    asked: [
      'Begin it this week, and tell me by when it will be finished.',
      'Set a date, tell the family what it is, and record why it was late.',
    ],
  },
  {
    category: 'plan_not_carried_out',
    concern: [
      'Of the {some} steps in the plan, {few} have been taken. The rest are copied forward from the last plan.',
      'Direct work on keeping safe was in the plan at the last two meetings. No session is recorded.',
      'The plan has the parents seen together each fortnight. They have been seen together once since {month}.',
    ],
    impact: [
      'The risk that led to the plan is as it was.',
      'This child has had a plan for months and none of the help in it.',
    ],
    asked: [
      'Say which steps will be taken before the next review and who takes each of them.',
      'Begin the direct work, and put the dates of the sessions on the record.',
    ],
  },
  {
    category: 'plan_quality',
    concern: [
      'The plan lists services and does not say what has to be different. A parent could not tell from it when the plan would end.',
      'There is no contingency in the plan, though the placement was at risk twice since {month}.',
      'The plan is the same for all the children of the family. Nothing in it is about this child.',
    ],
    impact: [
      'Nobody can say whether things are better for the child.',
      'If this arrangement ends there is nowhere agreed for the child to go.',
    ],
    asked: [
      'Rewrite the outcomes with the family in plain words, and send me the plan before it is agreed.',
      'Add what happens, step by step, if the present arrangement ends.',
    ],
  },
  {
    category: 'visits',
    concern: [
      'The last visit on record was {weeks} weeks ago. The child was not seen alone at the {few} visits before it.',
      'Visits are recorded as short notes that say who was at home. The child’s room has not been seen since {month}.',
    ],
    impact: [
      'The child has had no chance to speak to anybody outside the home.',
      'We do not know how the child is.',
    ],
    asked: [
      'Visit this week, see the child alone, and tell me what was seen and said.',
      'Agree a pattern of visits with cover for leave, and keep to it.',
    ],
  },
  {
    category: 'reports_late',
    of: 'cp',
    concern: [
      'The report for the conference came on the morning of the meeting. The parents had not seen it.',
      'For the second conference there was no report. The worker spoke from notes.',
    ],
    impact: [
      'The parents heard of the concerns for the first time in front of ten people, and stopped taking part.',
      'The conference could not weigh the risk, and the decision was put off.',
    ],
    asked: [
      'Share reports with parents three working days before each conference, and tell me how this will be checked.',
    ],
  },
  {
    category: 'review_not_prepared',
    of: 'care',
    concern: [
      'The child was not asked who should come to the review, or where it should be held.',
      'No report and no updated plan had been written for the review in {month}.',
    ],
    impact: [
      'The child did not come, and said to {who} that there was no point.',
      'The review went over what was known already and agreed nothing new.',
    ],
    asked: [
      'Prepare the next review with the child, at least three weeks before it.',
      'Write the report and the plan, and share both before we meet again.',
    ],
  },
  {
    category: 'no_allocated_worker',
    concern: [
      'There has been no allocated worker since {month}. Duty workers visit in turn.',
      'This is the third change of worker since {month}, each without a meeting to hand over.',
    ],
    impact: [
      'The child has told the story again to each new person and now refuses to.',
      'Nobody holds what is known of this family.',
    ],
    asked: ['Allocate a worker, introduce them to the child, and tell me who it is.'],
  },
  {
    category: 'voice_of_the_child',
    concern: [
      'The record has what adults say of the child and no word of the child’s own since {month}.',
      'The child asked at the last two reviews to see a brother more often. Nobody has answered.',
    ],
    impact: [
      'What the child wants has played no part in what was decided.',
      'The child thinks that asking is of no use.',
    ],
    asked: ['Answer the child in a way they can keep, and tell me what was answered.'],
  },
  {
    category: 'placement',
    of: 'care',
    concern: [
      'The match with the carers has not gone to panel, {weeks} weeks after the date that was agreed.',
      'The carers have asked for help twice since {month} and have had none. They are thinking of giving notice.',
    ],
    impact: [
      'The child does not know whether they may stay.',
      'This would be the third move in two years.',
    ],
    asked: [
      'Take the match to the next panel, and tell the child and the carers the date.',
      'Meet with the carers this week and agree what support they get.',
    ],
  },
  {
    category: 'health_and_education',
    concern: [
      'The health assessment has been overdue since {month}, and the dentist has not been seen for over a year.',
      'The child has been out of school for {weeks} weeks. The education plan does not mention it.',
    ],
    impact: [
      'Toothache keeps the child awake, by what {who} says.',
      'The child is falling further behind and has lost touch with friends.',
    ],
    asked: [
      'Book the appointment and give me the date.',
      'Call a meeting with the school and the virtual school within ten days.',
    ],
  },
  {
    category: 'decision_making',
    concern: [
      'The decision to reduce contact was made in supervision. It is not on the child’s record, and there are no reasons.',
      'The case was stepped down {few} weeks after the conference found that the risk had not changed.',
    ],
    impact: ['The child and the parents do not know why this was decided, or how to question it.'],
    asked: ['Record who decided and why, and look at the decision again with the review’s advice.'],
  },
  {
    category: 'no_exit_plan',
    of: 'cp',
    concern: [
      'The plan has run for fifteen months with little change. There is no plan for what comes after it, and none for going to court.',
    ],
    impact: ['The child has lived with the same neglect all that time.'],
    asked: ['Hold a legal planning meeting, and tell me what was decided.'],
  },
]

export const immediateWords: readonly string[] = [
  'At the conference a parent said that the person who must not visit has been staying in the home since the weekend. The child is at home now.',
  'A carer told me that the child went missing in the night and was found with an adult who is known to the police. Nobody had been told.',
]

export const siblingWords =
  'Neither of the two children has been seen by a social worker since {month}, and the older one has missed {weeks} weeks of school.'

export const goodPractice: readonly { readonly good: string; readonly difference: string }[] = [
  {
    good: 'The worker wrote the plan with the young person, in their own words, over three visits.',
    difference: 'The young person brought it to the review and led the meeting with it.',
  },
  {
    good: 'Life story work was begun before the move and was finished with the new carers.',
    difference: 'The child can now say why they do not live at home.',
  },
  {
    good: 'Every visit was used to ask one good question, and the record shows what changed because of the answer.',
    difference: 'Contact was moved to a day that suits the child.',
  },
  {
    good: 'The report for the conference was clear and fair, and had been gone through with both parents.',
    difference: 'Both parents stayed for the whole meeting for the first time.',
  },
  {
    good: 'The team kept one worker for this family through a year of changes.',
    difference: 'The child named the worker as the person they trust.',
  },
  {
    good: 'A careful chronology showed a pattern that single reports had hidden.',
    difference: 'The child was made safe earlier than would otherwise have happened.',
  },
  {
    good: 'The letter before proceedings said in plain words what the harm to this child was.',
    difference: 'The parents found a solicitor the same week and began to work with us.',
  },
]

export const thanks: readonly string[] = [
  '',
  'Thank you. I will share this in our team meeting.',
  'It means a lot that this was seen.',
  '',
]
