/** `token add`, `token list` and `token revoke`: the API's tokens from the command line. */
import { readDate } from '../analytics/rules/read-date.ts'
import { parseArguments } from '../arguments.ts'
import type { Command } from '../command.ts'
import { toKey } from '../db/columns.ts'
import { FaultyInput, FieldFault, WrongUsage } from '../errors.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { addToken } from './add-token.ts'
import { revokeToken } from './revoke-token.ts'
import { isScope, type Scope, scopes, tokenState } from './rules/token.ts'
import { listTokens } from './token-store.ts'

/** The demonstration has a database of its own, and a token of the other one is not known there. */
const withoutPassword = (databaseUrl: string): string =>
  databaseUrl.replace(/^(postgres(?:ql)?:\/\/[^:/@]*):[^@]*@/, '$1:…@')

const readScopes = (typed: string, faults: string[]): Scope[] => {
  const given = typed.split(',').map((part) => part.trim().toLowerCase())
  for (const one of given.filter((part) => !isScope(part))) {
    faults.push(`--scope: '${one}' is not a scope; use ${scopes.join(', ')}`)
  }
  return given.filter(isScope)
}

export const tokenAdd: Command = {
  name: 'token add',
  usage: 'token add --name N [--scope S[,S]] [--expires YYYY-MM-DD]',
  run: async (args, environment) => {
    const { values } = parseArguments(args, {
      name: { type: 'string' },
      scope: { type: 'string' },
      expires: { type: 'string' },
    })
    if (values.name === undefined) throw new WrongUsage('--name is needed')
    const faults: string[] = []
    const chosen = readScopes(values.scope ?? 'results', faults)
    const expires = values.expires === undefined ? undefined : readDate(values.expires)
    if (expires && !expires.ok) faults.push(`--expires: ${expires.message}`)
    if (faults.length > 0) throw new FaultyInput(faults)
    const ctx = await environment.openContext()
    try {
      const { token } = await addToken(ctx, {
        name: values.name,
        scopes: chosen,
        expiresOn: expires?.ok ? expires.date : null,
      })
      environment.stdout.write(`${token}\n`)
      environment.stderr.write(
        `This token is shown only now. Keep it as you keep a password.\nIt opens the API over ${withoutPassword(environment.config.DATABASE_URL)}; the database is chosen by DATABASE_URL.\n`
      )
    } catch (error) {
      if (error instanceof FieldFault) throw new FaultyInput([`--${error.field}: ${error.message}`])
      throw error
    }
  },
}

export const tokenList: Command = {
  name: 'token list',
  usage: 'token list',
  run: async (args, environment) => {
    parseArguments(args, {})
    const ctx = await environment.openContext()
    const todayOn = londonDate(ctx.now)
    for (const token of await listTokens(ctx.db)) {
      const words = [
        token.shown,
        tokenState(token, todayOn),
        token.scopes.join(','),
        token.expiresOn === null ? 'no end' : `until ${token.expiresOn}`,
        token.usedHour === null ? 'never used' : `last used ${token.usedHour}h UTC`,
        token.name,
      ]
      environment.stdout.write(`${words.join('\t')}\n`)
    }
  },
}

export const tokenRevoke: Command = {
  name: 'token revoke',
  usage: 'token revoke NAME|plumb_…',
  run: async (args, environment) => {
    const [asked = ''] = parseArguments(args, {}, { min: 1, max: 1 }).positionals
    const ctx = await environment.openContext()
    const live = (await listTokens(ctx.db)).filter((token) => token.revokedAt === null)
    const found = live.filter(
      (token) => token.shown === asked.trim().slice(0, 14) || toKey(token.name) === toKey(asked)
    )
    const [only] = found
    if (!only || found.length > 1) {
      const some = live.map((token) => `${token.shown} (${token.name})`).join(', ')
      const remedy = live.length === 0 ? 'there is no token to revoke' : `there are ${some}`
      throw new FaultyInput([
        only
          ? `several tokens have this name; give one of ${found.map(({ shown }) => shown).join(', ')}`
          : `there is no token that works and has the name or beginning '${asked.slice(0, 60)}'; ${remedy}`,
      ])
    }
    await revokeToken(ctx, { tokenId: only.id })
    environment.stdout.write(`${only.shown} (${only.name}) is revoked\n`)
  },
}
