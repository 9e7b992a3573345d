/**
 * Where the demonstration council lives, and the refusal to touch anything that is not one. The mark is a row that
 * only create-council.ts writes.
 */
import { existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { hasCouncilKey, isOpenElsewhere } from '../db/sqlite-file.ts'
import { FaultyInput } from '../errors.ts'
import { DEMO_KEY } from './rules/council.ts'

export const DEMO_PATH = 'data/demo.db'

/** @throws FaultyInput when the environment names a database that is not the demonstration's own */
export const refuseOtherDatabase = (databaseUrl: string | undefined): void => {
  if (databaseUrl === undefined) return
  const isOwn =
    databaseUrl.startsWith('sqlite:') &&
    resolve(databaseUrl.slice('sqlite:'.length)) === resolve(DEMO_PATH)
  if (isOwn) return
  throw new FaultyInput([
    `DATABASE_URL: the demonstration council is made in ${DEMO_PATH} and in no other database; ` +
      'run this command without DATABASE_URL',
  ])
}

/**
 * Makes sure that a fresh council may be put at `path`.
 *
 * @throws FaultyInput, having changed nothing, when what is there does not bear the mark or is in use
 */
export const makeWay = (path: string): void => {
  mkdirSync(dirname(path), { recursive: true })
  if (!existsSync(path)) return
  if (!hasCouncilKey(path, DEMO_KEY)) {
    throw new FaultyInput([
      `${path}: this is not a demonstration council, so it was left as it is; ` +
        'move the file away, or run this command in another folder',
    ])
  }
  if (isOpenElsewhere(path)) {
    throw new FaultyInput([
      `${path}: another program has this demonstration council open; stop it and run this command again`,
    ])
  }
}
