/** The SQL of tokens. */
import { fromJson, toJson, toKey } from '../db/columns.ts'
import { prepared } from '../db/prepared.ts'
import type { Db } from '../db/schema.ts'
import type { Scope } from './rules/token.ts'

const columns = [
  'api_token.id as id',
  'api_token.name as name',
  'api_token.shown as shown',
  'api_token.scopes as scopes',
  'api_token.expires_on as expiresOn',
  'api_token.created_at as createdAt',
  'api_token.used_hour as usedHour',
  'api_token.revoked_at as revokedAt',
] as const

type Row = { readonly scopes: string }

const toToken = <R extends Row>(row: R): Omit<R, 'scopes'> & { scopes: readonly Scope[] } => ({
  ...row,
  scopes: fromJson<Scope[]>(row.scopes),
})

const byShown = prepared((db, value: { shown: string }) =>
  db
    .selectFrom('api_token')
    .select([...columns, 'api_token.token_hash as tokenHash'])
    .where('shown', '=', value.shown)
)

/** Every request of a program asks this first, so a revoked token ends with the next one. */
export const findToken = async (db: Db, shown: string) => {
  const [row] = await byShown(db, { shown })
  return row && toToken(row)
}

const withMakers = (db: Db) =>
  db
    .selectFrom('api_token')
    .leftJoin('person as maker', 'maker.id', 'api_token.created_by')
    .leftJoin('person as ender', 'ender.id', 'api_token.revoked_by')
    .select([...columns, 'maker.name as createdBy', 'ender.name as revokedBy'])

/** The newest first. A council has a handful. */
export const listTokens = async (db: Db) =>
  (await withMakers(db).orderBy('api_token.id', 'desc').limit(500).execute()).map(toToken)

export type ListedToken = Awaited<ReturnType<typeof listTokens>>[number]

export const findTokenById = async (db: Db, id: string): Promise<ListedToken | undefined> => {
  const row = await withMakers(db).where('api_token.id', '=', id).executeTakeFirst()
  return row && toToken(row)
}

/** Tokens of the name that nobody has revoked. */
export const listUnrevokedByName = (db: Db, name: string) =>
  db
    .selectFrom('api_token')
    .select(['id', 'expires_on as expiresOn', 'revoked_at as revokedAt'])
    .where('name_key', '=', toKey(name))
    .where('revoked_at', 'is', null)
    .execute()

export const insertToken = (
  db: Db,
  token: {
    readonly id: string
    readonly name: string
    readonly shown: string
    readonly tokenHash: string
    readonly scopes: readonly Scope[]
    readonly expiresOn: string | null
    readonly now: string
    readonly createdBy: string | null
  }
) =>
  db
    .insertInto('api_token')
    .values({
      id: token.id,
      name: token.name,
      name_key: toKey(token.name),
      shown: token.shown,
      token_hash: token.tokenHash,
      scopes: toJson(token.scopes),
      expires_on: token.expiresOn,
      created_at: token.now,
      created_by: token.createdBy,
      used_hour: null,
      revoked_at: null,
      revoked_by: null,
    })
    .execute()

/** @returns false when it was revoked already */
export const endToken = async (
  db: Db,
  token: { readonly id: string; readonly now: string; readonly by: string | null }
): Promise<boolean> => {
  const result = await db
    .updateTable('api_token')
    .set({ revoked_at: token.now, revoked_by: token.by })
    .where('id', '=', token.id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Not an event and not a transaction: it only says that the token is still in use. */
export const touchToken = (db: Db, id: string, hour: string) =>
  db.updateTable('api_token').set({ used_hour: hour }).where('id', '=', id).execute()
