/** Hands in Chromium for a story whose application is served once, on whatever port is free. */
import type { AddressInfo } from 'node:net'
import type { Browser as Chromium } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { newServer } from '../../src/http/http-server.ts'
import type { Hand } from '../journeys/round-stage.ts'
import type { Browser, TestApp } from '../support/app.ts'
import { chromiumHand } from './chromium-hand.ts'

/** @param complaints gets whatever the pages complain of in the console */
export const servedHands = (chromium: Chromium, complaints: string[]) => {
  let address: string | undefined
  let since = ''
  return async (browser: Browser, now: string, { app }: TestApp): Promise<Hand> => {
    if (address === undefined) {
      const server = newServer(app)
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      onTestFinished(async () => {
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      })
      address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    }
    // When the clock has moved everybody signs in anew, and what was open is left.
    if (now !== since) await Promise.all(chromium.contexts().map((context) => context.close()))
    since = now
    return chromiumHand(chromium, { address, now, complaints, ...browser })
  }
}
