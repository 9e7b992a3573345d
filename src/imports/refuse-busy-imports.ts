/** Whether an import has something staged that must not be renamed under its hands. */
import type { Db } from '../db/schema.ts'
import { WrongState } from '../errors.ts'
import { listImportsWithHidden } from '../grading/hidden-store.ts'
import { listStagedImports } from './store.ts'

export const atWork = () =>
  new WrongState(
    'An import of results is at work. Nothing was changed; try again when it has ended, or a minute after it was stopped.'
  )

/** @throws WrongState when one has */
export const refuseBusyImports = async (db: Db): Promise<void> => {
  const staged = await listStagedImports(db)
  if (staged.length > 0 || (await listImportsWithHidden(db)).length > 0) throw atWork()
}
