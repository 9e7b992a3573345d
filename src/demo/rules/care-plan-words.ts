/** Auditors' words on care plans and permanence. */
import type { ItemWords } from './item-words.ts'

export const carePlanWords: Readonly<Record<string, ItemWords>> = {
  'care.plan': {
    outstanding: [
      'The child wrote the first page and reads it with the carer. It was brought up to date within a week of the change of school.',
      'Complete and current, and the child calls it “my plan” in the notes of {month}.',
    ],
    good: [
      'The plan matches where the child is now, with an owner and a date for each need.',
      'Updated after the review in {month}. Health, learning and family time are all there.',
    ],
    requires_improvement: [
      'The plan still names the school the child left in {month}.',
      'Current in most parts. The section on health is blank.',
      'All actions belong to the social worker, and half have no date.',
    ],
    inadequate: ['The plan on the record describes a placement that ended in {month}.'],
    strength: ['The plan is current and the child has a part in it.'],
    area: ['The plan has fallen behind what happened.'],
    actions: [
      {
        what: 'Ask the child to write or draw the first page of the plan',
        change: 'The child can find themselves in the plan',
      },
      {
        what: 'Bring the care plan up to date with the child and the carer, and share it within two weeks',
        change: 'Everybody who cares for the child works from the same plan',
      },
    ],
  },
  'care.permanence': {
    outstanding: [
      'Family and other routes were looked at side by side from the first review. The child moved to their permanent home in {month} without a break.',
      'The permanence plan was made by the second review, and each step was booked before the one before it ended.',
    ],
    good: [
      'A clear route with a timetable, and a fallback is named. On track for the panel.',
      'Long-term matching was agreed in {month}. Dates are kept.',
      'The assessment of relatives is under way, with an end date that fits the court’s.',
    ],
    requires_improvement: [
      'Fostering is the route, but matching has been “in progress” since {month}.',
      'The assessment of an aunt began {weeks} weeks after she came forward.',
      'There is a route. The permanence meeting that should have confirmed it was put off twice.',
    ],
    inadequate: [
      'More than a year in care, and no route to a permanent home is recorded.',
      'The plan changed from one route to another and back. The child has waited since {month} and asks where they will live.',
    ],
    strength: ['The route to a permanent home is clear and on time.'],
    area: ['Matching and panel dates slip without anybody being asked why.'],
    actions: [
      {
        what: 'Book panel for the month after next and name who writes each report',
        change: 'The child is matched without another delay',
      },
      {
        what: 'Hold a permanence planning meeting and set dates for matching and panel',
        change: 'The child knows where home will be',
      },
      {
        what: 'Complete the assessment of the relative and share the result with the reviewing officer',
        change: 'Staying within the family is decided, one way or the other, without more waiting',
      },
    ],
  },
  'care.placement': {
    outstanding: [
      'School, the carer and the child all say the same: they are doing well. Extra support came in {month}, before the carers asked.',
      'Strain was expected at the start of term, and respite was arranged. It did not come to a crisis.',
    ],
    good: [
      'The home fits the child, who has a room and a routine they like. Carers have what they asked for.',
      'Stable since {month}. The carer’s worries were met with a visit from the supporting worker.',
    ],
    requires_improvement: [
      'Broadly right, but the carers asked for help in {month} and waited {weeks} weeks.',
      'Strain can be read in the notes of {few} visits before anybody took it up.',
    ],
    inadequate: [
      'The placement ended in a day. The notes show {weeks} weeks of warning and no support meeting.',
    ],
    strength: ['The home suits the child and carers are supported early.'],
    area: ['Signs of strain are seen late.'],
    actions: [
      {
        what: 'Arrange a weekend of respite each month with the same family',
        change: 'Carers can go on, and the child knows where they will be',
      },
      {
        what: 'Hold a placement support meeting with the carers and agree help by the end of the month',
        change: 'The child can stay where they are settled',
      },
    ],
  },
  'care.identity': {
    outstanding: [
      'Carers cook from the family’s recipes, and time with brothers was changed to weekends when the child asked.',
      'Life outside the placement is full of what matters to the child: language class, grandmother, two sisters.',
    ],
    good: [
      'Family time, faith and heritage are each in the plan, and the review of {month} asked the child whether they still suit.',
      'Contact with siblings is monthly and is kept. The child’s first language is spoken at home.',
    ],
    requires_improvement: [
      'Family time is arranged. Heritage is left to the carers.',
      'Sibling contact was missed {few} times since {month} and no new date was made.',
    ],
    inadequate: [
      'The child has not seen a younger sister since {month}, and no reason is recorded.',
    ],
    strength: ['Family ties and heritage are kept up, with the child’s say.'],
    area: ['Sibling contact depends on who is free to drive.'],
    actions: [
      {
        what: 'Find somebody who can teach the child the family’s language',
        change: 'The child can talk with their grandparents',
      },
      {
        what: 'Set dates for sibling time to the end of term and name who brings the children together',
        change: 'Brothers and sisters stay in touch',
      },
    ],
  },
  'care.wellbeing': {
    outstanding: [
      'Two years of progress in reading since coming into care. Therapy began in {month} and ended as planned.',
      'Health checks led to help within weeks, and the strengths and difficulties score has halved.',
    ],
    good: [
      'Health and dental checks are in date. The education plan has targets that school works on.',
      'Emotional help was asked for in {month} and began {few} weeks later.',
    ],
    requires_improvement: [
      'The dental check is {weeks} weeks overdue.',
      'The education plan was completed late and without the child.',
      'On a waiting list since {month}, with nothing in between.',
    ],
    inadequate: ['Out of school since {month} without a plan to return.'],
    strength: ['Health and learning are followed up and there is progress to see.'],
    area: ['Checks are late and help waits for them.'],
    actions: [
      {
        what: 'Ask for the education plan meeting this term, with the child there',
        change: 'The child has a say in how they learn',
      },
      {
        what: 'Agree with the carer what helps while the child waits for therapy',
        change: 'The child is not left alone with it',
      },
      {
        what: 'Book the overdue health and dental checks and record the dates',
        change: 'The child’s health needs are known and met',
      },
    ],
  },
  'care.story': {
    outstanding: [
      'The life-story book goes with the child. New pages were added in {month}, and the carer uses it when questions come.',
      'Words for why were found with the child, first in play and later in a letter they keep.',
    ],
    good: [
      'The worker explained the reasons in {month}, at the child’s level, and wrote down how the child took it.',
      'A later-life letter has been written, and life-story work is going on.',
    ],
    requires_improvement: [
      'Life-story work is in the plan since {month} and has not been started.',
      'The explanation is recorded as “discussed”. What was said cannot be told.',
    ],
    inadequate: [
      'The child has asked {few} times why they cannot live at home. No answer is recorded.',
    ],
    strength: ['The child has words for why they are in care.'],
    area: ['Life-story work is planned and not begun.'],
    actions: [
      {
        what: 'Collect photographs and stories from relatives for the life-story book',
        change: 'The child has pieces of their own past',
      },
      {
        what: 'Begin life-story work and agree with the carer how to answer questions meanwhile',
        change: 'The child can make sense of why they are in care',
      },
    ],
  },
}
