/** A whole round without JavaScript, on whichever database the run is of. */
import { test } from 'vitest'
import { plainHand } from './plain-hand.ts'
import { newRoundStage } from './round-stage.ts'
import { tellWholeRound } from './whole-round.ts'

test('a whole round without JavaScript, from setting it up to carrying over', async () => {
  await tellWholeRound(await newRoundStage(async (browser) => plainHand(browser)))
}, 60_000)
