/** A whole round in Chromium, with JavaScript, on the application as it is served. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { layoutAssets } from '../../src/http/assets.ts'
import { newRoundStage } from '../journeys/round-stage.ts'
import { tellWholeRound } from '../journeys/whole-round.ts'
import { hasChromium, openChromium } from './chromium.ts'
import { servedHands } from './served-hands.ts'

describe.skipIf(!hasChromium)('a whole round in Chromium', () => {
  let chromium: Awaited<ReturnType<typeof openChromium>>
  beforeAll(async () => {
    chromium = await openChromium()
  })
  afterAll(() => chromium.close())

  test('from setting it up to carrying over', { timeout: 240_000 }, async () => {
    const complaints: string[] = []
    await tellWholeRound(await newRoundStage(servedHands(chromium, complaints), layoutAssets()))
    expect(complaints).toEqual([])
  })
})
