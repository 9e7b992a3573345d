/** A whole round in Chromium, with JavaScript, on the application as it is served. */
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { layoutAssets } from '../../src/http/assets.ts'
import { newServer } from '../../src/http/http-server.ts'
import { newRoundStage } from '../journeys/round-stage.ts'
import { tellWholeRound } from '../journeys/whole-round.ts'
import { hasChromium, openChromium } from './chromium.ts'
import { chromiumHand } from './chromium-hand.ts'

describe.skipIf(!hasChromium)('a whole round in Chromium', () => {
  let chromium: Awaited<ReturnType<typeof openChromium>>
  beforeAll(async () => {
    chromium = await openChromium()
  })
  afterAll(() => chromium.close())

  test('from setting it up to carrying over', { timeout: 240_000 }, async () => {
    const complaints: string[] = []
    let address: string | undefined
    const stage = await newRoundStage(async (browser, now, { app }) => {
      if (address === undefined) {
        const server = newServer(app)
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
        onTestFinished(async () => {
          server.closeAllConnections()
          await new Promise((resolve) => server.close(resolve))
        })
        address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      }
      return chromiumHand(chromium, { address, now, complaints, ...browser })
    }, layoutAssets())
    await tellWholeRound(stage)
    expect(complaints).toEqual([])
  })
})
