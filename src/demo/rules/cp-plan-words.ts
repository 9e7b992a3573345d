/** Auditors' words on child protection plans. */
import type { ItemWords } from './item-words.ts'

export const cpPlanWords: Readonly<Record<string, ItemWords>> = {
  'cp.clarity': {
    outstanding: [
      'The bottom lines are in plain words, and in {month} the mother told the worker in her own what must be different before the plan can end.',
      'Both parents can say what the worry is and what would be enough. The core group minutes quote them.',
    ],
    good: [
      'The plan says what the danger is, for this child, and the {some} things that must be different.',
      'Plain words throughout. A parent who is new to this would know what is asked of them.',
      'The written agreement of {month} matches the plan and says who may be in the home, and when.',
    ],
    requires_improvement: [
      'The danger is stated, but parents are asked to “engage with services”. What would be enough cannot be told.',
      'The plan speaks of “emotional harm” without saying what happens at home. A parent told the worker in {month} that they were not sure why there is a plan.',
      'The bottom lines are there in the conference record but did not make it into the plan.',
    ],
    inadequate: [
      'The plan never names the danger. It is a list of appointments.',
      'The plan is a copy of the first one and still names a partner who left in {month}.',
    ],
    strength: [
      'Parents know what has to be different and can say it.',
      'The danger is named in plain words.',
    ],
    area: ['The plan is in words that a parent could not act on.'],
    actions: [
      {
        what: 'Go through the plan with the parents at home and record what they take it to mean',
        change: 'The parents can act on the plan',
      },
      {
        what: 'Take the name of the former partner out of the plan and state who is a danger now',
        change: 'Everybody protects the child from the right person',
      },
      {
        what: 'Rewrite the bottom lines with the parents, in their words, before the next core group',
        change: 'The parents know what must be different for the child to be safe',
      },
    ],
  },
  'cp.actions': {
    outstanding: [
      'Each main risk has its actions, and the core group asks of each whether it worked. Two were changed in {month}.',
      'Owner, date and the worry it answers stand beside every action, and effects are checked at each core group.',
    ],
    good: [
      'All {few} main risks have an action with an owner and a date.',
      'The actions follow from the conference, and those for other agencies name a person.',
      'Dated and owned. One action was late and has a new date.',
    ],
    requires_improvement: [
      '{some} actions have no date or say “all professionals”.',
      'The risk from alcohol is well covered. For what happens at night there is no action.',
      'The actions are right, but half of them were due by {month} and have not been looked at since.',
    ],
    inadequate: [
      'No action addresses the main risk, the adult whom the child is afraid of.',
      'The plan has one action, for the family to keep appointments.',
    ],
    strength: ['Actions are tied to the danger, with an owner and a date.'],
    area: ['Actions are loose: no date, or nobody in particular.'],
    actions: [
      {
        what: 'Give each action of the plan an owner and a date at the next core group',
        change: 'Each of the risks to the child is somebody’s to reduce',
      },
      {
        what: 'Add an action on the main risk and agree it with the conference chair',
        change: 'What the child is most in danger from is worked on',
      },
    ],
  },
  'cp.child_focus': {
    outstanding: [
      'Every action says what the child would notice: breakfast, a quiet night, somebody at the gate. The core group follows each up.',
      'The plan reads as the child’s own day, and the child has seen it.',
    ],
    good: [
      'For each main action the plan says what should be different for the child.',
      'Reviews ask how the child is, before asking what the adults did.',
    ],
    requires_improvement: [
      'Mostly courses for the parents to attend. The effect on the child is mentioned in {few} places.',
      'Progress is counted in appointments kept.',
      'The core group of {month} spent its time on housing. How the child is doing takes one line.',
    ],
    inadequate: ['Beyond date of birth and school the child does not appear in the plan.'],
    strength: ['The plan is about what the child lives with.'],
    area: ['The plan measures what adults attend, not what changes for the child.'],
    actions: [
      {
        what: 'Open the next core group with what the child says about home',
        change: 'The meeting is about the child',
      },
      {
        what: 'Add to each action what the child should notice, and review it at the core group',
        change: 'Success means a better day for the child',
      },
    ],
  },
  'cp.core_group': {
    outstanding: [
      'School, health and housing each carry a part of the risk. They disagreed about contact in {month}, said so, and changed the plan.',
      'Between conferences the core group altered the plan twice, both times with the family in the room.',
    ],
    good: [
      'Held every {some} weeks with parents, school and health. The minutes move the plan on.',
      'Regular and well attended since {month}; each ends with what is different now.',
    ],
    requires_improvement: [
      'Held on time, but health sent apologies to {few} running and nobody asked for their view.',
      'The minutes share news. The plan is the same before and after.',
      'Minutes of the last two went out more than {weeks} days after the meeting.',
    ],
    inadequate: [
      'No core group is recorded since the conference in {month}.',
      'The core group met the week after the new injury, and the minutes do not mention it.',
    ],
    strength: ['Core groups share the risk and move the plan on.'],
    area: ['Core groups exchange news and leave the plan as it is.'],
    actions: [
      {
        what: 'Send the minutes of the last two core groups and put changes to the plan at the top',
        change: 'Everybody acts on the plan as it is now',
      },
      {
        what: 'Ask health and school to send a named person to every core group and minute what changes in the plan',
        change: 'Everybody around the child acts on the same plan',
      },
    ],
  },
  'cp.progress': {
    outstanding: [
      'In {month} the worker wrote that change was not coming and why. Legal advice followed within days, well before the conference.',
      'The first signs of slipping back were named and met with more visits and a family meeting.',
    ],
    good: [
      'When the second assessment was refused the case went to legal planning within {few} weeks.',
      'Change did come: school attendance is up, and {who} confirms that evenings are calm.',
      'A different approach was tried after the first review and the reasons are recorded.',
    ],
    requires_improvement: [
      'It was clear by {month} that little had changed. The step up came after another conference.',
      'Lack of progress is named at both conferences and the plan goes on as before.',
      'Legal advice was agreed in {month} and took {weeks} weeks to arrange.',
    ],
    inadequate: [
      'The third plan in five years. The harm described at the start goes on and the approach is the same.',
      'Two further incidents under the plan, and no change of approach after either.',
    ],
    strength: ['Lack of change was seen and acted upon in time.'],
    area: ['Lack of change is named at meetings without a change of course.'],
    actions: [
      {
        what: 'Write down what will happen if nothing has changed in six weeks, and tell the parents',
        change: 'The child does not wait for a conference to be protected',
      },
      {
        what: 'Hold a legal planning meeting and record the decision and its reasons',
        change: 'The child does not wait any longer for change that is not coming',
      },
      {
        what: 'Bring forward the review conference to look at lack of progress',
        change: 'The plan is changed now, not in three months',
      },
    ],
  },
  'cp.visits': {
    outstanding: [
      'Visits are on time and do something: routines were practised together in {month}, and later notes show that they held.',
      'Each visit picks up the last. The father’s account of bedtimes changed after work done at the kitchen table.',
    ],
    good: [
      'At the set rate. The child was seen alone at all but {few}, and the bedroom was seen in {month}.',
      'Each note has a purpose, what was looked for, and what was found.',
    ],
    requires_improvement: [
      'Two gaps of more than {weeks} weeks against the set rate.',
      'Visits are on time. Why, and what was looked for, cannot be told from the notes.',
      'Where the child sleeps has not been seen since {month}.',
    ],
    inadequate: [
      'Not seen for {weeks} weeks while two calls from neighbours came in.',
      'Seen, but never alone, and the adult of concern answered for the child.',
    ],
    strength: ['Visits have a purpose and the child is seen alone.'],
    area: ['Visits are counted but their purpose cannot be told.'],
    actions: [
      {
        what: 'Record at each visit what was looked for, what was found and where the child sleeps',
        change: 'The next reader can tell whether the child is safer',
      },
      {
        what: 'Make an unannounced visit this week, see the child alone and see where the child sleeps',
        change: 'The child is seen, and what was promised is checked',
      },
    ],
  },
}
