/** The pages on which rubrics are read, as a server answers them. */
import { expect, test } from 'vitest'
import { publishLibrary } from '../../src/rubrics/publish-library.ts'
import { publishRubric } from '../../src/rubrics/publish-rubric.ts'
import { newApp } from '../support/app.ts'
import { wholeLibrary } from '../support/published-rubrics.ts'
import { damaged, parsedRubric } from './rubric-files.ts'

const newCouncil = async () => {
  const t = await newApp()
  await publishLibrary(t.context(), wholeLibrary())
  return { ...t, manager: await t.signIn(['manager']) }
}

const textOf = async (response: Response): Promise<string> =>
  (await response.text())
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ')

test('the list has the newest version of each rubric', async () => {
  const t = await newCouncil()
  const newer = parsedRubric(damaged(['version: 1', 'version: 2']), 'rubrics/tea/2.yaml')
  for (const rubric of [{ ...newer, version: '1' }, newer]) {
    await publishRubric(t.context(), { file: 'tea', rubric, lines: new Map() })
  }
  const response = await t.manager.get('/rubrics')
  expect(response.status).toBe(200)
  const html = await response.text()
  expect(html).toContain('href="/rubrics/cp_plan/1"')
  expect(html).toContain('href="/rubrics/tea/2"')
  expect(html).not.toContain('href="/rubrics/tea/1"')
  expect(await textOf(await t.manager.get('/rubrics'))).toContain(
    'Child protection plan Child protection Children who need help and protection 6 graded, 3 measures 1'
  )
})

test('without rubrics the list says when there will be some', async () => {
  const t = await newApp()
  const manager = await t.signIn(['manager'])
  expect(await textOf(await manager.get('/rubrics'))).toContain(
    'No rubric is published yet The rubrics that come with Plumbline are published when it starts.'
  )
})

test('a rubric shows its questions, guidance and descriptors, critical ones marked', async () => {
  const t = await newCouncil()
  const response = await t.manager.get('/rubrics/cp_plan/1')
  expect(response.status).toBe(200)
  const text = await textOf(response)
  for (const words of [
    'Rubric, version 1 Child protection plan',
    'Published Monday 12 January 2026',
    'Grading The standard rules',
    'Can parents see what has to be different for the child to be safe? Critical',
    'Look at the plan, the last conference record and the written agreement',
    'I Inadequate The danger itself is not stated in the plan.',
    'Answered with a number of months.',
    'Answered with yes or no.',
  ]) {
    expect(text).toContain(words)
  }
})

test('follow-ups say when they are asked, and choices are listed', async () => {
  const t = await newCouncil()
  const text = await textOf(await t.manager.get('/rubrics/common/1'))
  expect(text).toContain('Asked only where “Safe today” was answered “No” or “Cannot tell”.')
  expect(text).toContain(
    'Answered with one or more of: The child or young person A parent A carer Nobody'
  )
  expect(text).toContain('Answered in words, or left blank.')
})

test('other versions are one link away, and rules that differ are named', async () => {
  const t = await newCouncil()
  const rubric = parsedRubric(damaged())
  for (const version of ['1', '2', '1-local.1']) {
    await publishRubric(t.context(), {
      file: 'tea',
      rubric: { ...rubric, version },
      lines: new Map(),
    })
  }
  const response = await t.manager.get('/rubrics/tea/1-local.1')
  const html = await response.text()
  expect(html).toContain('href="/rubrics/tea/1"')
  expect(html).toContain('href="/rubrics/tea/2"')
  expect(html).not.toContain('href="/rubrics/tea/1-local.1"')
  expect(html).toContain('The standard rules, except half weak caps: off')
})

test('what a rubric file says is text on the page, never markup', async () => {
  const t = await newCouncil()
  const rubric = parsedRubric(damaged(['It is hot', "'<script>alert(1)</script>'"]))
  await publishRubric(t.context(), { file: 'tea', rubric, lines: new Map() })
  const html = await (await t.manager.get('/rubrics/tea/1')).text()
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(html).not.toContain('<script>alert')
})

test.each([
  '/rubrics/cp_plan/2',
  '/rubrics/nothing/1',
  '/rubrics/CP_PLAN/1',
  '/rubrics/cp_plan/01',
  "/rubrics/'%20or%201=1/1",
  `/rubrics/${'x'.repeat(5_000)}/1`,
])('%s is not found', async (path) => {
  const t = await newCouncil()
  expect((await t.manager.get(path)).status).toBe(404)
})

test('everybody who is signed in may read rubrics, and nobody else', async () => {
  const t = await newCouncil()
  for (const role of [
    'administrator',
    'qa_lead',
    'iro',
    'iro_manager',
    'practitioner',
    'senior_leader',
    'partner',
  ] as const) {
    const person = await t.signIn([role])
    expect((await person.get('/rubrics')).status).toBe(200)
    expect((await person.get('/rubrics/voice/1')).status).toBe(200)
  }
  const visitor = await t.visitor.get('/rubrics/voice/1')
  expect(visitor.status).toBe(303)
  expect(visitor.headers.get('location')).toBe('/sign-in?next=%2Frubrics%2Fvoice%2F1')
})
