/** The only reader of the environment: every setting checked at start, one clear sentence a fault. */
import { isIP } from 'node:net'
import { z } from 'zod'
import { FaultyInput } from './errors.ts'
import { readNamedAddress } from './mail/rules/mail-address.ts'

const wholeNumber = (what: string, low: number, high: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number (${what}), from ${low} to ${high}`)
    .transform(Number)
    .refine(
      (value) => value >= low && value <= high,
      `must be a whole number (${what}), from ${low} to ${high}`
    )

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** A server and nothing after it: what else there is to say about sending stands in src/mail. */
const isMailServer = (text: string): boolean => {
  try {
    const { protocol, hostname, pathname, search, hash, username, password } = new URL(text)
    decodeURIComponent(username + password)
    const isAlone = /^\/?$/.test(pathname) && search + hash === ''
    return /^smtps?:$/.test(protocol) && hostname !== '' && isAlone
  } catch {
    return false
  }
}

const settings = z.object({
  PORT: wholeNumber('a port', 0, 65_535).default(3000),
  HOST: z
    .string()
    .min(1, 'must be a host name or address, for example 127.0.0.1')
    .default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(
      /^(sqlite:.+|postgres(ql)?:\/\/.+)$/,
      'must start with sqlite: or postgres://, for example sqlite:data/plumbline.db'
    )
    .default('sqlite:data/plumbline.db'),
  PUBLIC_URL: z
    .url({
      protocol: /^https?$/,
      error: 'must be a web address, for example https://audit.example.gov.uk',
    })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean)
    )
    .refine(
      (addresses) => addresses.every((address) => isIP(address) !== 0),
      'must be addresses of proxies with commas between them, for example 10.0.0.5,10.0.0.6'
    ),
  SESSION_IDLE_MINUTES: wholeNumber('minutes', 1, 1440).default(30),
  SESSION_HOURS: wholeNumber('hours', 1, 168).default(12),
  TZ_NAME: z
    .string()
    .refine(isTimeZone, 'must be a time zone name, for example Europe/London')
    .default('Europe/London'),
  CASE_URL: z
    .string()
    .regex(
      /^https?:\/\/.*\{ref\}/,
      'must be a web address with {ref} where the case reference goes, for example https://cases.example/{ref}'
    )
    .optional(),
  SMTP_URL: z
    .string()
    .refine(
      isMailServer,
      'must be the address of a mail server, for example smtp://mail.example.gov.uk:25 or smtps://name:password@mail.example.gov.uk'
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .transform((text, issues) => {
      const from = readNamedAddress(text)
      if (from) return from
      issues.addIssue('must be one address, for example Plumbline <plumbline@example.gov.uk>')
      return z.NEVER
    })
    .optional(),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
      error: 'must be one of trace, debug, info, warn, error, silent',
    })
    .default('info'),
})

export type Config = Omit<z.output<typeof settings>, 'PUBLIC_URL'> & {
  PUBLIC_URL: string
  /** Whether DATABASE_URL was set, even to what it is by default. */
  isDatabaseSet: boolean
}

/**
 * @param environment what the program was started with, unless told otherwise; an empty value counts as not set
 * @throws FaultyInput with one line a setting: `SETTING: what, and what would be right`
 */
export const readConfig = (
  environment: Record<string, string | undefined> = process.env
): Config => {
  const given = Object.fromEntries(
    Object.keys(settings.shape).flatMap((name) =>
      environment[name] ? [[name, environment[name]]] : []
    )
  )
  const result = settings.safeParse(given)
  if (!result.success) {
    throw new FaultyInput(
      result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    )
  }
  const { PUBLIC_URL, ...config } = result.data
  if (config.SMTP_URL && !config.MAIL_FROM) {
    throw new FaultyInput([
      'MAIL_FROM: must be set when SMTP_URL is, for example Plumbline <plumbline@example.gov.uk>',
    ])
  }
  return {
    ...config,
    PUBLIC_URL: PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`,
    isDatabaseSet: given.DATABASE_URL !== undefined,
  }
}
