/** A sibling group is one alert: lists say how many children it is about, its own page names them all. */
import { expect, test } from 'vitest'
import { newApp } from '../support/app.ts'
import { newAlertCouncil, raised } from './alert-council.ts'

test('lists say how many siblings there are, and the page names each', async () => {
  const app = await newApp()
  const council = await newAlertCouncil(app.context())
  const id = await raised(council, { references: 'P-7, C-100, C-101' })
  await raised(council, { references: 'C-101, C-100' })
  const browser = await app.browserOf(council.people.iro)
  for (const path of ['/', '/alerts', '/alerts/register']) {
    const page = await (await browser.get(path)).text()
    expect([path, page.includes('P-7 and 2 siblings')]).toEqual([path, true])
    expect([path, page.includes('C-101 and 1 sibling')]).toEqual([path, true])
  }
  const page = await (await browser.get(`/alerts/${id}`)).text()
  for (const reference of ['P-7', 'C-100', 'C-101']) expect(page).toContain(`>${reference}</a>`)
  // Found by any of them.
  const found = await (await browser.get('/alerts/register?reference=C-100')).text()
  expect(found).toContain('P-7 and 2 siblings')
})
