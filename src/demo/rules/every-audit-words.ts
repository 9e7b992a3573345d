/** Auditors' words on the questions of every audit, and the reasons that go with answers of every theme. */
import type { ItemWords } from './item-words.ts'

export const commonWords: Readonly<Record<string, ItemWords>> = {
  'common.impact': {
    outstanding: [
      'A year ago the child missed two days of school a week and slept in their clothes. Attendance is full, {who} and the child both say that home is calm, and it held through a setback in {month}.',
      'What led to involvement has changed and stayed changed. The parent put it into words in {month}, and the record proves it from three sides.',
    ],
    good: [
      'The child is safer and sees their father again. {who} and the last review both describe the difference.',
      'School attendance is up, the home is warm, and the notes say how anybody knows.',
      'Life is better in the areas that led to involvement. The record of {month} says in which.',
    ],
    requires_improvement: [
      'A good deal has been done. Whether the child notices cannot be told from the record.',
      'Routines at home are better; the arguments the child described go on.',
      'The gains since {month} are real but too recent to rely on.',
    ],
    inadequate: [
      'Nothing that led to involvement is better for the child than it was in {month}.',
      'Life became worse for the child while the case was open: a second move and out of school.',
    ],
    strength: ['The work made a difference that can be seen in the child’s day.'],
    area: ['Much is done, but what it changed for the child is not written down.'],
    actions: [
      {
        what: 'Ask the child and the parent what is better since we came, and what is not',
        change: 'Help goes where it makes a difference',
      },
      {
        what: 'At the next review, set down what is different for the child since the start and how we know',
        change: 'Help goes on or ends because of what changed for the child',
      },
    ],
  },
}

/** Why an item does not apply, for items that are left out now and then. */
export const notApplicableReasons: Readonly<Record<string, readonly string[]>> = {
  'voice.rights': ['The child is a baby; rights are looked after through the reviewing officer.'],
  'sup.signoff': ['No document was due for sign-off in the period.'],
  'sup.followup': ['First supervision since the case came to the team.'],
  'sup.days_since_last': ['The case came to the team this month; the first session is booked.'],
  'cin.step': ['No change of level was considered since the plan began.'],
  'cin.review': ['The plan is less than six weeks old; the first review is booked.'],
  'cin.review_in_date': ['The first review is not due yet.'],
  'cp.progress': ['The plan began this month, so there is no second conference to compare with.'],
  'care.story': ['The child returns home this month, and the family tells the story together.'],
}

export const noEvidenceReasons: readonly string[] = [
  'The minutes are not on the record and could not be found.',
  'The notes of the last worker have not been moved over.',
  'Referred to in supervision, but the document itself is not on the record.',
]

/** Why an auditor grades above or below what the answers point to. */
export const higherReasons: readonly string[] = [
  'The weak answer is about one meeting a year ago; what has happened since is plainly better.',
  'The gap had been found and put right by the team before this audit.',
]
export const lowerReasons: readonly string[] = [
  'The answers one by one are kinder than the record as a whole: little changed for the child.',
  'I give more weight to the time the child had to wait than the answers do.',
]

export const escalatedWords: readonly string[] = [
  'Team manager told at 14:10 by phone, service manager at 14:35. A strategy discussion is arranged for tomorrow morning.',
  'Told the team manager in person at 11:20 and the service manager by phone at 11:40. A visit is being made today.',
]

export const noFeedbackReasons: readonly string[] = [
  'Two calls and a message to the parent went without an answer.',
  'The parent said that they did not wish to take part. The child is too young to be asked.',
  'The worker asked that the family not be rung in the week of the hearing.',
]

export const goodPracticeWords: readonly string[] = [
  'Letters to the child after each review, one page, saying what they asked for and what came of it.',
  'A one-page map of who helps with what, made with the parents and kept on the fridge. School uses it too.',
  'The worker met the next lead professional at the family’s home before stepping down, so nobody had to tell their story twice.',
  'Supervision ends by writing one question for the next visit. The notes show that it was asked.',
  'Photographs of a usual morning, taken by the child, used in the core group with the child’s leave.',
  'The carer and the parent keep a shared book that goes with the child to family time.',
]

export const doneNotes: readonly string[] = [
  'Done and recorded; the child knows.',
  'Completed at the visit last week. The note is on the record.',
  'Done at the core group. Everybody has the new version.',
  'Done, a week later than planned because the family was away.',
  'Meeting held and minutes shared.',
]

export const reopenReasons: readonly string[] = [
  'Evidence for two answers was entered under the wrong theme. Please move it and submit again.',
  'The plan graded is the one before last. Please look at the plan of this month.',
]
