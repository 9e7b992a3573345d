/** Figures of practice alerts looked at in a real browser: with alerts, for the IRO manager; and with none. */
import { describe, test } from 'vitest'
import { raiseInWorld } from '../analytics/alerts-in-world.ts'
import { hasChromium } from './chromium.ts'
import { lookAt, type Visit } from './look-at.ts'
import { useSite } from './site.ts'

const heading = 'Figures of practice alerts'

const pages: Readonly<Record<string, Visit>> = {
  'figures of alerts, none yet': { heading, as: 'manager', path: async () => '/alerts/figures' },
  'figures of alerts': {
    heading,
    as: 'iro_manager',
    path: async (site) => {
      for (let count = 0; count < 6; count += 1) await raiseInWorld(site)
      return '/alerts/figures'
    },
  },
}

describe.skipIf(!hasChromium)('figures of alerts in Chromium', { timeout: 60_000 }, () => {
  const newSite = useSite()

  test.each(Object.entries(pages))('%s', async (name, visit) => {
    await lookAt(await newSite(), name, visit)
  })
})
