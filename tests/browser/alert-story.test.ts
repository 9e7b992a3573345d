/** The story of an alert in Chromium, with JavaScript, on the application as it is served. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { layoutAssets } from '../../src/http/assets.ts'
import { newAlertStage } from '../journeys/alert-stage.ts'
import { tellAlertStory } from '../journeys/alert-story.ts'
import { hasChromium, openChromium } from './chromium.ts'
import { servedHands } from './served-hands.ts'

describe.skipIf(!hasChromium)('an alert in Chromium', () => {
  let chromium: Awaited<ReturnType<typeof openChromium>>
  beforeAll(async () => {
    chromium = await openChromium()
  })
  afterAll(() => chromium.close())

  test('from its draft to being closed by cover', { timeout: 420_000 }, async () => {
    const complaints: string[] = []
    await tellAlertStory(await newAlertStage(servedHands(chromium, complaints), layoutAssets()))
    expect(complaints).toEqual([])
  })
})
