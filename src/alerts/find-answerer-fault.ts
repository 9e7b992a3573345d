/** What is wrong with those who are to answer an alert now: nobody, somebody who left, or somebody of the other side. */
import type { Db } from '../db/schema.ts'
import { listNamesOfLeavers } from './name-store.ts'

/**
 * @param answerers everybody to whom an alert can be addressed
 * @param raising whoever raised it, and whoever acts now
 */
export const findAnswererFault = async (
  db: Db,
  answerers: readonly { readonly id: string }[],
  to: readonly string[],
  raising: { readonly raisedBy: string; readonly personId: string }
): Promise<string | undefined> => {
  const gone = to.filter((id) => !answerers.some((person) => person.id === id))
  if (gone.length > 0) {
    const name = (await listNamesOfLeavers(db, gone)).values().next().value
    return name ? `${name} has left. Choose somebody else` : 'Choose people from the list'
  }
  if (to.length === 0) return 'Choose at least one person who answers now'
  if (to.includes(raising.raisedBy)) {
    return 'Whoever raised an alert does not answer it. Choose somebody else'
  }
  return to.includes(raising.personId)
    ? 'You act for whoever raised it, so you cannot answer it. Choose somebody else'
    : undefined
}
