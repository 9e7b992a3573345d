/** Each wrong setting gets one line: which, what is wrong, what would be right. */
import { expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { FaultyInput } from '../../src/errors.ts'

const faultsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof FaultyInput) return error.lines
    throw error
  }
  return []
}

test('nothing need be set', () => {
  expect(readConfig({})).toEqual({
    PORT: 3000,
    HOST: '127.0.0.1',
    DATABASE_URL: 'sqlite:data/plumbline.db',
    PUBLIC_URL: 'http://127.0.0.1:3000',
    TRUSTED_PROXIES: [],
    SESSION_IDLE_MINUTES: 30,
    SESSION_HOURS: 12,
    TZ_NAME: 'Europe/London',
    LOG_LEVEL: 'info',
    isDatabaseSet: false,
  })
})

test('an empty value counts as not set, and an address loses its last stroke', () => {
  const config = readConfig({
    PORT: '',
    PUBLIC_URL: 'https://audit.aldermere.example/',
    TRUSTED_PROXIES: '10.0.0.5, ::1',
  })
  expect([config.PORT, config.PUBLIC_URL, config.TRUSTED_PROXIES]).toEqual([
    3000,
    'https://audit.aldermere.example',
    ['10.0.0.5', '::1'],
  ])
})

const port = 'PORT: must be a whole number (a port), from 0 to 65535'
const database =
  'DATABASE_URL: must start with sqlite: or postgres://, for example sqlite:data/plumbline.db'
const address = 'PUBLIC_URL: must be a web address, for example https://audit.example.gov.uk'
const caseUrl =
  'CASE_URL: must be a web address with {ref} where the case reference goes, for example https://cases.example/{ref}'

test.each([
  ['PORT', '80a', port],
  ['PORT', '65536', port],
  ['PORT', '-1', port],
  ['PORT', '3e3', port],
  ['DATABASE_URL', 'mysql://localhost/x', database],
  ['DATABASE_URL', 'sqlite:', database],
  ['DATABASE_URL', 'data/plumbline.db', database],
  ['PUBLIC_URL', 'audit.example', address],
  ['PUBLIC_URL', 'javascript:alert(1)', address],
  [
    'TRUSTED_PROXIES',
    '10.0.0.5,proxy',
    'TRUSTED_PROXIES: must be addresses of proxies with commas between them, for example 10.0.0.5,10.0.0.6',
  ],
  [
    'SESSION_IDLE_MINUTES',
    '0',
    'SESSION_IDLE_MINUTES: must be a whole number (minutes), from 1 to 1440',
  ],
  ['SESSION_HOURS', '169', 'SESSION_HOURS: must be a whole number (hours), from 1 to 168'],
  ['TZ_NAME', 'Europe/Aldermere', 'TZ_NAME: must be a time zone name, for example Europe/London'],
  ['CASE_URL', 'https://cases.example/', caseUrl],
  ['CASE_URL', 'javascript:{ref}', caseUrl],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL: must be one of trace, debug, info, warn, error, silent'],
])('%s=%s', (name, value, words) => {
  expect(faultsOf({ [name]: value })).toEqual([words])
})

test('every wrong setting is named at once', () => {
  expect(faultsOf({ PORT: 'x', LOG_LEVEL: 'loud', SESSION_HOURS: 'two' })).toHaveLength(3)
})

const relay =
  'SMTP_URL: must be the address of a mail server, for example smtp://mail.example.gov.uk:25 or smtps://name:password@mail.example.gov.uk'
const sender = 'MAIL_FROM: must be one address, for example Plumbline <plumbline@example.gov.uk>'

test.each([
  ['mail.example.gov.uk', relay],
  ['https://mail.example.gov.uk', relay],
  ['smtp://', relay],
  // Options in the address could switch off the checking of certificates.
  ['smtp://mail.example.gov.uk?tls.rejectUnauthorized=false', relay],
  ['smtp://name:%zz@mail.example.gov.uk', relay],
  ['smtp://mail.example.gov.uk/inbox', relay],
])('SMTP_URL %s is refused', (SMTP_URL, line) => {
  expect(faultsOf({ SMTP_URL, MAIL_FROM: 'a@b.example' })).toEqual([line])
})

test('mail needs a sender, and the sender is one address', () => {
  const SMTP_URL = 'smtps://name:p%40ss@mail.example.gov.uk:465'
  expect(faultsOf({ SMTP_URL })).toEqual([
    'MAIL_FROM: must be set when SMTP_URL is, for example Plumbline <plumbline@example.gov.uk>',
  ])
  expect(faultsOf({ SMTP_URL, MAIL_FROM: 'a@b.example, c@d.example' })).toEqual([sender])
  expect(readConfig({ SMTP_URL, MAIL_FROM: 'Plumbline <a@b.example>' }).MAIL_FROM).toEqual({
    name: 'Plumbline',
    address: 'a@b.example',
  })
})
