/** Where sign-in leads: back to a page of ours, and never to another site. */
import { describe, expect, test } from 'vitest'
import { hashPassword } from '../../src/people/password-hash.ts'
import { newApp } from '../support/app.ts'
import { addPersonWith } from '../support/builders.ts'

const email = 'amara.osei@aldermere.example'
const password = 'correct horse battery'

const leadsTo = async (next: string) => {
  const t = await newApp()
  await addPersonWith(t.context(), {
    email,
    passwordHash: await hashPassword(password, { N: 1024, r: 8, p: 1 }),
  })
  const response = await t.visitor.post('/sign-in', { email, password, next })
  expect(response.status).toBe(303)
  return response.headers.get('location')
}

describe('a page of ours', () => {
  test.each(['/account', '/results?theme=cp_plan&team=1', '/audits/17/themes/cp_plan', '/'])(
    '%s',
    async (next) => {
      expect(await leadsTo(next)).toBe(next)
    }
  )
})

describe('anything else leads to the first page', () => {
  test.each([
    'https://elsewhere.example/',
    '//elsewhere.example',
    '///elsewhere.example',
    '/\\elsewhere.example',
    '\\\\elsewhere.example',
    '/\t/elsewhere.example',
    '/\n/elsewhere.example',
    ' //elsewhere.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'account',
    '',
    '/account\r\nSet-Cookie: a=b',
    '/é',
  ])('%j', async (next) => {
    expect(await leadsTo(next)).toBe('/')
  })
})

test('an address too long to carry leads to the first page as well', async () => {
  expect(await leadsTo(`/${'x'.repeat(10_000)}`)).toBe('/')
})

test('the page that was asked for is carried through sign-in, with its filters', async () => {
  const t = await newApp()
  const asked = await t.visitor.get('/account?theme=cp_plan&team=North%201')
  expect(asked.headers.get('location')).toBe(
    '/sign-in?next=%2Faccount%3Ftheme%3Dcp_plan%26team%3DNorth%25201'
  )
  const page = await t.visitor.get(asked.headers.get('location') ?? '')
  expect(await page.text()).toContain(
    'name="next" value="/account?theme=cp_plan&amp;team=North%201"'
  )
})

test('a foreign page is not carried either', async () => {
  const t = await newApp()
  const page = await t.visitor.get('/sign-in?next=https%3A%2F%2Felsewhere.example')
  expect(await page.text()).not.toContain('elsewhere')
})
