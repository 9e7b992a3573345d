/** What a line over time says beside its signals: which limits, runs without limits, a target, and medians of a number. */
import { expect, test } from 'vitest'
import { type Browser, newApp, type TestApp } from '../support/app.ts'
import { run } from '../support/results-file.ts'

const HEADER = 'audit_ref,round,round_kind,audited_on,theme,item,grade,team,service_status'

const dateOf = (place: number) =>
  `${2023 + Math.floor(place / 6)}-${String(1 + 2 * (place % 6)).padStart(2, '0')}-20`

/** Theme grades: of `n` audits a round, so many good. */
const shares = (counts: readonly number[], n: number) =>
  counts.flatMap((good, place) =>
    Array.from(
      { length: n },
      (_, audit) =>
        `p${place}-${audit},Round ${place + 1},learning,${dateOf(place)},Plans,,${audit < good ? 'good' : 'inadequate'},North,cp`
    )
  )

/** A number of an item: five audits a round that all have the same. */
const medians = (values: readonly number[]) =>
  values.flatMap((value, place) =>
    Array.from({ length: 5 }, (_, audit) => {
      const head = `p${place}-${audit},Round ${place + 1},learning,${dateOf(place)},Plans`
      return `${head},Days waited,${value},North,cp`
    })
  )

const councilOf = async (lines: readonly string[]): Promise<TestApp> => {
  const council = await newApp()
  await run(council.context(), [HEADER, ...lines].join('\n'))
  return council
}

const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replace(/\s+/g, ' ')

const page = async (browser: Browser, query: string) => {
  const response = await browser.get(`/results/over-time?theme=Plans&period=all${query}`)
  const html = await response.text()
  return { status: response.status, html, text: words(html) }
}

/** Up and down by far more than chance makes of sixty audits. */
const RESTLESS = [20, 42, 18, 40, 22, 44, 19, 41, 21, 43, 20, 42]

test('large rounds that differ more than chance get wider limits, and the page says why', async () => {
  const council = await councilOf(shares(RESTLESS, 60))
  const lead = await council.signIn(['qa_lead'])
  const usual = await page(lead, '')
  expect(usual.text).toContain('Wider limits are used (Laney’s p′). Rounds differ from one to the')
  expect(usual.text).toContain('No signal.')
  const narrow = await page(lead, '&limits=p')
  expect(narrow.text).not.toContain('Laney’s p′). Rounds')
  expect(narrow.text).toMatch(/Round 6 (is|and|are)|Round 2, /)
  const csv = await (await lead.get('/results/over-time.csv?theme=Plans&period=all')).text()
  expect(csv).toContain("fixed, Laney's p'")
})

test('small rounds keep the limits of chance until others are asked for', async () => {
  const council = await councilOf(shares([8, 14, 7, 13, 8, 14, 7, 13, 8, 14, 7, 13], 20))
  const lead = await council.signIn(['qa_lead'])
  expect((await page(lead, '')).text).not.toContain('times as much as chance alone')
  const asked = await page(lead, '&limits=laney')
  expect(asked.text).toContain('Laney’s p′ limits were asked for.')
  expect(asked.html).toContain('limits=laney')
})

test('few rounds are asked for runs, which need no limits', async () => {
  const council = await councilOf(shares([2, 3, 2, 3, 2, 7, 8, 7, 8, 7], 10))
  const { text } = await page(await council.signIn(['qa_lead']), '')
  expect(text).toContain(
    'Runs, without limits: a signal. About the middle round (50%), the line crosses it once only.'
  )
  expect(text).toContain('chance explains 2 or more')
})

test('five rounds are too few for runs, and twelve have limits instead', async () => {
  const five = await councilOf(shares([10, 11, 10, 12, 10], 20))
  expect((await page(await five.signIn(['qa_lead']), '')).text).not.toContain('Runs, without')
  const twelve = await councilOf(shares([9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11], 20))
  expect((await page(await twelve.signIn(['qa_lead']), '')).text).not.toContain('Runs, without')
})

test.each([
  ['95', 'It lies above the upper limit: as practice is now, no round is expected to reach it.'],
  ['60', 'It lies between the limits: as practice is now, chance decides which rounds reach it.'],
  ['10', 'It lies below the lower limit: as practice is now, rounds are expected to reach it'],
])('a target of %s%% is set beside the limits', async (target, said) => {
  const council = await councilOf(shares([9, 11, 9, 11, 9, 11, 9, 12, 9, 11, 9, 11], 20))
  const { text, html } = await page(await council.signIn(['qa_lead']), `&target=${target}`)
  expect(text).toContain(`Target ${target}%. ${said}`)
  expect(html).toContain(`target ${target}%</text>`)
  if (target === '60') expect(text).toContain('1 of 12 rounds on this line reached it.')
})

test.each([
  ['target=0', 'A target is a whole number of per cent from 1 to 100'],
  ['target=sixty', 'A target is a whole number of per cent from 1 to 100'],
  ['limits=wide', 'The address asks for a kind of limits that is not there'],
])('%s is told', async (query, message) => {
  const council = await councilOf(shares([9, 11], 20))
  const { status, text } = await page(await council.signIn(['qa_lead']), `&${query}`)
  expect([status, text]).toEqual([422, expect.stringContaining(message)])
})

test('a number stands on a line of medians, with the limits of an XmR chart', async () => {
  // domain.md §7.2
  const council = await councilOf(medians([50, 43, 55, 60, 67, 72, 70, 77, 73, 76, 82, 84]))
  const { status, html, text } = await page(await council.signIn(['qa_lead']), '&item=Days+waited')
  expect(status).toBe(200)
  expect(text).toContain('The average of the rounds’ medians is 67.4 over the first twelve rounds')
  expect(text).toContain('Round 11 and Round 12 are above the upper limit.')
  expect(text).toContain('Round 1 and Round 2 are below the lower limit.')
  expect(html).toContain('52.9 to 81.9')
  const csv = await (
    await (
      await council.signIn(['qa_lead'])
    ).get('/results/over-time.csv?theme=Plans&item=Days+waited&period=all')
  ).text()
  expect(csv.trim().split('\n').at(-1)).toMatch(/,5,,,,,67\.4167,52\.9076,81\.9258,fixed,.*,84$/)
})

test('medians that never move have no limits', async () => {
  const council = await councilOf(medians([1, 1, 1, 1, 1, 1, 1]))
  const { text } = await page(await council.signIn(['qa_lead']), '&item=Days+waited')
  expect(text).toContain('The medians did not move from round to round')
  expect(text).toContain('No signal.')
})

test('a line of rounds that are too small for limits is not said to be without a signal', async () => {
  // Two of six, three years ago, to six of six in the last twelve months: the years differ, the rounds are tiny.
  const council = await councilOf(shares([2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 6, 6, 6, 6, 6, 6], 6))
  const { text } = await page(await council.signIn(['qa_lead']), '')
  expect(text).toContain('Too small to say. No round shown is large enough for limits')
  expect(text).toContain('limits need rounds in which five or more are to be expected')
  expect(text).not.toContain('No signal.')
  expect(text).not.toContain('Average and limits are set')
  expect(text).not.toContain('the line shows no signal')
})

test('where only some rounds have limits, they are the ones that no signal is said of', async () => {
  const council = await councilOf([
    ...shares([10, 10, 10, 10, 10, 10], 20),
    ...Array.from(
      { length: 6 },
      (_, audit) =>
        `s${audit},Small round,learning,2024-06-20,Plans,,${audit < 3 ? 'good' : 'inadequate'},North,cp`
    ),
  ])
  const { text } = await page(await council.signIn(['qa_lead']), '')
  expect(text).toContain(
    'No signal. 6 rounds of the 7 shown are large enough for limits, and move no more than chance explains.'
  )
})
