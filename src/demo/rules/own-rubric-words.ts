/** What Aldermere's QA lead changes in its rubrics: a version of its own that was published, and a draft that waits. */

/** Words that were changed, by the key of the item. */
export const ownVersion = {
  key: 'cp_plan',
  note: 'Visits are now graded against our own rate of every ten working days, agreed by the safeguarding board. The question about parents is in plainer words. A measure was added after the practice week: whether parents were given the plan in time.',
  /** Measures what it measured: its trend goes on. */
  plainer: {
    key: 'cp.clarity',
    question:
      'Could a parent tell from the plan what has to be different for the child to be safe?',
    reason: 'Plainer words. What each grade stands for is as it was.',
  },
  /** Measures something else: its trend breaks. */
  stricter: {
    key: 'cp.visits',
    guidance:
      'List the visits since the last conference against our rate of every ten working days, and read each for its purpose, whether the child was seen alone, and where the child sleeps.',
    descriptors: {
      good: 'Visits are at least every ten working days, the child is seen alone, and the notes say what was looked for and what was found.',
      requires_improvement:
        'There are gaps of more than ten working days, or the purpose of visits cannot be told from the notes.',
    },
    reason: 'Our rate is stricter than the one in the library.',
  },
  added: {
    key: 'cp.plan_given',
    short: 'Plan given in time',
    question: 'Were the parents given the plan within ten working days of the conference?',
    guidance: 'Look for the date on which the plan was sent or handed over, and to whom.',
  },
  themeReason:
    'Five of the six criteria are as they were, so the grade of the plan as a whole goes on.',
} as const

/** Begun and not finished. */
export const openDraft = {
  key: 'supervision',
  reworded: {
    key: 'sup.reflective',
    question:
      'Does supervision make room to think about the child, and does it show in what is done next?',
  },
} as const
