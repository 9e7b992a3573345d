/** Figures of a number on the results page and in its file: quartiles where there are enough audits, else the count. */
import { expect, test } from 'vitest'
import { newApp } from '../support/app.ts'
import { run } from '../support/results-file.ts'
import { wordsOf } from '../support/words-of.ts'

const days = (round: string, on: string, measured: readonly number[]) =>
  measured.map((one) => `${on} ${one},${round},${on},Plans,days to visit,${one}`)

const HISTORY = [
  'audit_ref,round,audited_on,theme,item,grade',
  ...days('November 2025 audit', '2025-11-28', [3, 5, 9, 11]),
  ...days('December 2025 audit', '2025-12-19', [3, 5, 7, 9, 11]),
].join('\n')

const address = (page: string) => `${page}?theme=Plans&item=days+to+visit`

test('quartiles, least and most are not shown of fewer than five', async () => {
  const council = await newApp()
  await run(council.context(), HISTORY)
  const browser = await council.signIn(['qa_lead'])
  const words = (await wordsOf(await browser.get(address('/results')))).replaceAll('\n', ' ')
  expect(words).toContain('December 2025 audit 19 Dec 2025 5 7 5 9 3 11')
  expect(words).toContain(
    'November 2025 audit 28 Nov 2025 4 too few too few too few too few too few'
  )
  const file = await (await browser.get(address('/results.csv'))).text()
  expect(file.split('\n').slice(1, 3)).toEqual([
    'Plans,days to visit,December 2025 audit,learning,2025-12-19,5,7,5,9,3,11',
    'Plans,days to visit,November 2025 audit,learning,2025-11-28,4,,,,,',
  ])
})
