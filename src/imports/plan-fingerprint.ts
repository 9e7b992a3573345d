/** What a plan comes to, as one short text: the same plan gives the same text, whenever and wherever it is made. */
import { createHash } from 'node:crypto'
import type { LoadedPlan } from './load-plan.ts'

export const fingerprintOf = ({ plan, rows, rounds, mappingRevision }: LoadedPlan): string => {
  const hash = createHash('sha256')
  const add = (...parts: readonly string[]) => hash.update(JSON.stringify(parts))
  for (const audit of plan.fresh) add('new', audit.key)
  for (const audit of plan.unchanged) add('unchanged', audit.key)
  for (const { audit, known } of plan.replaced) add('replaced', audit.key, known.id)
  for (const round of rounds) add('round', round.key)
  for (const place of new Set(rows.map((row) => `${row.theme}\n${row.item ?? ''}`))) add(place)
  add(mappingRevision)
  return hash.digest('hex')
}
