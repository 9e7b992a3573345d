/** The words of every item that Aldermere's auditors grade. */
import { carePlanWords } from './care-plan-words.ts'
import { cinPlanWords } from './cin-plan-words.ts'
import { cpPlanWords } from './cp-plan-words.ts'
import { commonWords } from './every-audit-words.ts'
import type { ItemWords } from './item-words.ts'
import { supervisionWords } from './supervision-words.ts'
import { voiceWords } from './voice-words.ts'

const words: Readonly<Record<string, ItemWords>> = {
  ...commonWords,
  ...voiceWords,
  ...supervisionWords,
  ...cinPlanWords,
  ...cpPlanWords,
  ...carePlanWords,
}

/** @throws for an item of which nothing is known: a criterion that is new in the library needs words here */
export const wordsOf = (itemKey: string): ItemWords => {
  const found = words[itemKey]
  if (!found) throw new Error(`the demonstration has no words on ${itemKey}`)
  return found
}
