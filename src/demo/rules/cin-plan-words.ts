/** Auditors' words on child in need plans. */
import type { ItemWords } from './item-words.ts'

export const cinPlanWords: Readonly<Record<string, ItemWords>> = {
  'cin.outcomes': {
    outstanding: [
      'The goals are in the family’s words: “no more nights in the car”, “in school by nine”. Anybody could tell when they are reached.',
      'Each goal says what will be seen and heard, by whom, and by when. The father helped to word them.',
    ],
    good: [
      'Goals name a change for this child, with an owner and a date for each.',
      '{some} goals, all of them about this child, and a note of who does what.',
      'The plan of {month} could be no other child’s. One goal still needs a date.',
    ],
    requires_improvement: [
      'The plan lists services to attend. What should be different for the child is left open.',
      'Goals such as “improve school attendance” have no measure and no owner.',
      'Brothers and sisters share one plan, with the same {some} goals for each.',
    ],
    inadequate: ['There is no plan on the record since {month}.'],
    strength: ['The goals are this child’s own and can be measured.'],
    area: ['The plan lists services, not changes for the child.'],
    actions: [
      {
        what: 'Give each child of the family goals of their own',
        change: 'Each child gets help that fits',
      },
      {
        what: 'Put a date and a name to every goal at the next meeting',
        change: 'The family knows who does what, and by when',
      },
      {
        what: 'Write {few} goals for this child with the family and take them to the next review',
        change: 'The child and the parents know what help is meant to achieve',
      },
    ],
  },
  'cin.purpose': {
    outstanding: [
      'School and the parents, asked for this audit, gave the same reason and the same end point as the plan.',
      'Why we are involved and what would end it are on the first page, and were brought up to date in {month}.',
    ],
    good: [
      'The plan says in plain words why it began and what has to be true for it to close.',
      'The review of {month} asks whether the reason still stands.',
    ],
    requires_improvement: [
      'The reason at the start was housing. Since {month} other worries were added, without a new end point.',
      'Why the case is open can be pieced together. A parent could not tell what would close it.',
    ],
    inadequate: ['I could not find why this case is open, and neither could the worker.'],
    strength: ['Everybody knows why we are involved and what would end it.'],
    area: ['The end point has blurred since the plan began.'],
    actions: [
      {
        what: 'Ask the parents what they think would close the case, and compare it with the plan',
        change: 'The family and the council work towards the same end',
      },
      {
        what: 'Agree with the family what has to be true for the plan to end, and write it on the first page',
        change: 'The family can see the way out of social care',
      },
    ],
  },
  'cin.review': {
    outstanding: [
      'Reviewed on time, and once more in {month} when the father moved out. The family and school agreed the change.',
      'Between reviews the plan was altered after a call with {who}, and everybody got the new version.',
    ],
    good: [
      'Reviews on time with the family, school and health. What they changed is in the plan.',
      'Held in {month} with the right people. Notes were out within the week.',
      'Three reviews in the year and the plan moved on after each.',
    ],
    requires_improvement: [
      'The last review was {weeks} weeks late, and school was not asked.',
      'The plan was issued again after the review without a change.',
      'Reviews are held by phone with one parent. Health has not been to any.',
    ],
    inadequate: ['No review since the plan began.'],
    strength: ['Reviews bring the family and agencies together and change the plan.'],
    area: ['Reviews are late and the plan stays as it was.'],
    actions: [
      {
        what: 'Invite the father and the school nurse to the next review',
        change: 'Those who know the child are in the room',
      },
      {
        what: 'Hold the overdue review with school and health, and issue a changed plan within a week',
        change: 'Help fits what the child needs now',
      },
    ],
  },
  'cin.visits': {
    outstanding: [
      'Each visit does a piece of the work. The morning routine was tried out together in {month} and has held since.',
      'Visits are short, frequent and useful, and the notes show what came from each.',
    ],
    good: [
      'Every {few} weeks, the child seen each time, and a purpose tied to the plan.',
      'Regular since {month}, with time alone for the child in most.',
    ],
    requires_improvement: [
      'Regular, but the notes read as welfare checks.',
      'A gap of {weeks} weeks when the worker changed.',
      'The child was at school for {few} of the visits and was not seen elsewhere.',
    ],
    inadequate: ['No visit for {weeks} weeks. The need was known and nobody noticed.'],
    strength: ['Visits are part of the help, with a purpose each.'],
    area: ['Visits check on the family without a purpose tied to the plan.'],
    actions: [
      {
        what: 'Agree with the child which parts of the week the worker should see',
        change: 'Visits show the child’s week as it is',
      },
      {
        what: 'Plan the next {few} visits with a purpose for each and see the child at every one',
        change: 'The child gets help from visits, not only questions',
      },
    ],
  },
  'cin.step': {
    outstanding: [
      'The lead worker of early help came to two visits before the step down. The family knew whom to call.',
      'Stepped up within days when worries grew in {month}, with the same worker staying on.',
    ],
    good: [
      'The step down was right, the reasons are recorded, and it took effect within {few} weeks.',
      'Stepping up was considered in {month} and set aside, with reasons.',
    ],
    requires_improvement: [
      'Everybody agreed on a step down in {month}. Finding a lead professional took {weeks} weeks.',
      'The decision to close is sound. The family heard of it by letter.',
    ],
    inadequate: ['Closed in {month} and back within {weeks} weeks with the same worry, now worse.'],
    strength: ['The change of level was safe and the family knew whom to turn to.'],
    area: ['Time is lost between deciding to step down and doing it.'],
    actions: [
      {
        what: 'Decide at the next review whether the plan can end, and who the family turns to then',
        change: 'The family is neither held on to nor left alone',
      },
      {
        what: 'Agree the lead professional and hold a handover visit with the family',
        change: 'The family is not left alone between services',
      },
    ],
  },
}
