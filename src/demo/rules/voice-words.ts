/** Auditors' words on the voice of the child. */
import type { ItemWords } from './item-words.ts'

export const voiceWords: Readonly<Record<string, ItemWords>> = {
  'voice.seen': {
    outstanding: [
      'Seen {some} times since {month}, at school, at home and on walks the child chose. The child asks for this worker by what they do together and said so in {month}.',
      'Visits follow what suits the child, with {few} at short notice when things were hard at home. The notes of {month} record the child saying they can tell this worker anything.',
    ],
    good: [
      'Seen {some} times in six months, by the same worker apart from one visit, and alone each time but {few}. Both notes say why not.',
      'The visits are as often as the plan asks. The child was seen alone at school or in the bedroom at most of them and the notes say where.',
      'Regular visits since {month}, one worker throughout. Where the child did not want to talk alone this is written down and tried again the next time.',
    ],
    requires_improvement: [
      'There is a gap of {weeks} weeks up to {month}, and at {few} of the later visits the child was seen only with a parent in the room. No reason is noted.',
      'Two changes of worker since {month}. The visits are on time, but the record does not say whether the child was on their own.',
      'The child is seen, though mostly in passing while the adults are talking. Only {few} notes describe time alone.',
    ],
    inadequate: [
      'No visit at which the child was seen is recorded for {weeks} weeks, while {who} was reporting worries.',
      'In six months the child was never seen alone. The risk described in {month} comes from an adult who was present at each visit.',
    ],
    strength: [
      'One worker has stayed with the child throughout, and the child trusts them.',
      'The child is seen alone, in places that suit them, and the notes show it.',
    ],
    area: [
      'Time alone with the child is not planned, so it depends on how the visit goes.',
      'Gaps between visits were not noticed until this audit.',
    ],
    actions: [
      {
        what: 'Visit at a time when the child is at home without adults’ appointments, and ask where they like to talk',
        change: 'The child is met where they feel safe',
      },
      {
        what: 'See the child alone at school within ten working days and record where and for how long',
        change: 'The child has a place to say what they may not say at home',
      },
      {
        what: 'Agree a pattern of visits with the child and put the dates in the plan',
        change: 'The child knows when the worker comes and can count on it',
      },
    ],
  },
  'voice.lived': {
    outstanding: [
      'After reading I could describe a school day, an evening and a Sunday in this home, and what the child dreads about the weekend. Direct work in {month} and again later shows how that changed.',
      'The record follows the child through mornings, meals and bedtime over {some} visits, in the child’s words. Hopes and fears are there and they are not the same in every note.',
    ],
    good: [
      'The child’s own words come through in {some} notes, about home, about school and about what happens when voices are raised.',
      'For so young a child there is close observation: who is looked to for comfort, what play is like, how the child settles.',
      'The assessment has a section on a usual day, and the visits of {month} add to it.',
    ],
    requires_improvement: [
      'The notes repeat that the child “presented as happy” from visit to visit. What evenings are like cannot be told.',
      'There are short comments from the child in {few} notes, each of them reported by a parent.',
      'School life is well described by {who}; home life from the child’s side is missing.',
    ],
    inadequate: [
      'The record is about the adults. I could not say what this child likes, fears or does after school.',
      'No words, observation or direct work from the child since before {month}.',
    ],
    strength: [
      'Daily life is described from the child’s side, with their own words.',
      'Observation of a very young child is careful and used in the plan.',
    ],
    area: [
      'The child’s day at home cannot be seen in the record.',
      'Comments from the child are short and come through adults.',
    ],
    actions: [
      {
        what: 'Ask the child to show the worker a weekend, in drawings or photographs',
        change: 'The worker knows what weekends are like for the child',
      },
      {
        what: 'Spend two visits observing the child at play and at a mealtime, and write down what was seen',
        change: 'What a child without words shows is taken into account',
      },
      {
        what: 'Complete a piece of direct work about a usual day and add it to the record',
        change: 'Decisions start from what the child lives with, not from what adults report',
      },
    ],
  },
  'voice.method': {
    outstanding: [
      'Talking had not worked, so the worker used drawing and then a walk with the dog. In {month} the child spoke about home for the first time.',
      'Play and picture cards were made for this child, with help from {who}. They drew out a preference that nobody had heard before.',
    ],
    good: [
      'Tools fit the age: a worksheet at first, later building bricks to show who lives where. What they showed is in the note.',
      'An interpreter was booked for {some} visits, the same one each time.',
      'The worker uses signs that school uses, and the notes say how the child answered.',
    ],
    requires_improvement: [
      'The same worksheet was used with all the children of the family, whatever their age.',
      'Conversation is the only method. For a child who says little to adults it has brought little.',
    ],
    inadequate: [
      'The first language at home is not English. No interpreter is recorded and an older sibling was asked to explain.',
      'The child uses a communication aid at school. It was not used at any visit since {month}.',
    ],
    strength: ['The worker found a way of communicating that suits this child.'],
    area: ['One method is used whatever the child’s age and needs.'],
    actions: [
      {
        what: 'Book the same interpreter for the next three visits',
        change: 'The child can speak in the language they think in',
      },
      {
        what: 'Try play or a walk in place of the worksheet and record what the child showed',
        change: 'The child says what a form does not ask',
      },
      {
        what: 'Ask school which communication tools the child uses and use them at the next visit',
        change: 'The child can answer in the way that is easiest for them',
      },
    ],
  },
  'voice.influence': {
    outstanding: [
      'Family time was moved to Saturday because the child asked for it in {month}. A letter to the child says so.',
      'The child said which relative they would feel safe with, the plan was changed within a week, and the worker went back to explain.',
    ],
    good: [
      'The review of {month} sets out what the child wanted and why only part of it was possible. The worker explained the answer at the next visit.',
      'Two decisions since {month} name the child’s view among the reasons.',
      'The child wanted to stay at the same school. The plan gives this weight and says how it will be kept.',
    ],
    requires_improvement: [
      'The child’s views stand at the top of each review, word for word the same, and nothing below refers to them.',
      'What the child said in {month} is recorded well. I could not find that it made a difference or that anybody told the child.',
      'Views were gathered after the decision on visits had been made.',
    ],
    inadequate: [
      'The child said more than once that they did not want to go. The arrangement went on and no reason is given.',
      'A decision in {month} contradicts what the child had asked for, and the record is silent about it.',
    ],
    strength: [
      'The child can see what their words changed.',
      'Decisions give the child’s view among their reasons.',
    ],
    area: [
      'Views are written down without any sign of what they altered.',
      'The child was not told what came of what they had said.',
    ],
    actions: [
      {
        what: 'Tell the child in a letter what was decided about their wish and why',
        change: 'The child has an answer in their hands',
      },
      {
        what: 'Go back to the child with the decision of the last review and record what they made of it',
        change: 'The child knows that they were heard, also where the answer was no',
      },
      {
        what: 'Bring the child’s own words to the next meeting and minute what follows from them',
        change: 'What the child says has a bearing on what is decided',
      },
    ],
  },
  'voice.rights': {
    outstanding: [
      'The child used an advocate at the meeting in {month}, offered again since then when the plan changed.',
      'The worker sat with the child to read parts of the record and added a note in the child’s words.',
    ],
    good: [
      'An advocate was offered before the conference, in a leaflet made for this age and in conversation. The child said no for now.',
      'How to complain was talked through in {month}, and the child was shown where to find it again.',
    ],
    requires_improvement: [
      'The advocacy leaflet was handed over after the conference had taken place.',
      'One mention of advocacy in {month}, without what the child said to it.',
      'The offer is ticked on the form. There is no sign of a conversation.',
    ],
    inadequate: [
      'The child told {who} that they were unhappy with how they were treated. Nothing was offered.',
      'No advocate was offered although parents and the council wanted opposite things.',
    ],
    strength: ['The child knew about advocacy in time and made a choice.'],
    area: ['Advocacy is offered late or only on paper.'],
    actions: [
      {
        what: 'Talk through how to complain and how to see the record, with the leaflet made for this age',
        change: 'The child knows what they can do when something is not right',
      },
      {
        what: 'Offer an advocate before the next review and record the child’s answer',
        change: 'The child can have somebody on their side when it matters',
      },
    ],
  },
  'voice.identity': {
    outstanding: [
      'Faith, language and the tie to an older brother shape the plan and the choice of carers. The child wrote the page about themselves.',
      'The worker learnt what the family’s festivals mean to the child and planned visits around them. School was brought in.',
    ],
    good: [
      'Culture and language were considered in the assessment, and a link with a community group followed from it in {month}.',
      'The child’s disability is understood as part of who they are, with one action to keep up a club they like.',
    ],
    requires_improvement: [
      'Ethnicity and faith are filled in on the form. Nothing in the plan follows from either.',
      'Ties with half-siblings are mentioned in {month} and not taken further.',
      'The heritage of one parent is described; that of the other is not known and nobody has asked.',
    ],
    inadequate: [
      'The child’s background is recorded in two different ways and neither was checked with the family.',
      'The plan relies on a general statement about the family’s culture. The child’s own experience of it is missing.',
    ],
    strength: ['Identity leads to actions, not only to entries on a form.'],
    area: ['Identity is listed and nothing follows from it.'],
    actions: [
      {
        what: 'Ask both sides of the family what the child should know of where they come from',
        change: 'The child grows up with a whole story',
      },
      {
        what: 'Talk with the child about family, faith and language, and add what matters to them to the plan',
        change: 'The child’s roots are kept up while other things change',
      },
    ],
  },
}
