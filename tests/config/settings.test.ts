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
