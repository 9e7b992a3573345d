/** The story of an alert without JavaScript, on whichever database the run is of. */
import { test } from 'vitest'
import { newAlertStage } from './alert-stage.ts'
import { tellAlertStory } from './alert-story.ts'
import { plainHand } from './plain-hand.ts'

test('an alert without JavaScript, from its draft to being closed by cover', async () => {
  await tellAlertStory(await newAlertStage(async (browser) => plainHand(browser)))
}, 120_000)
