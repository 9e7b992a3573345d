/**
 * Checks that the items of one rubric fit together: nothing twice, and every follow-up can show.
 * Reading a single item belongs to read-item.ts, several rubrics together to check-library.ts.
 */
import { quoted } from './fault.ts'
import type { FoundItem } from './read-item.ts'
import { type Item, notApplicable, notEnoughEvidence } from './rubric.ts'
import { listed, meant, type Reading, report } from './yaml-fields.ts'

export const checkItems = (reading: Reading, found: readonly FoundItem[]) => {
  reportRepeated(reading, found, 'key', (each) => each.key)
  reportRepeated(reading, found, 'short', (each) => each.item?.short)
  reportRepeated(reading, found, 'question', (each) => each.item?.question)
  const byKey = new Map<string, FoundItem>()
  for (const each of found) {
    if (each.key !== undefined && !byKey.has(each.key)) byKey.set(each.key, each)
  }
  for (const each of found) checkFollowUp(reading, each, byKey)
  reportCircles(reading, found, byKey)
}

/** Case is ignored, since results files and filters name items in any case. */
const reportRepeated = (
  reading: Reading,
  found: readonly FoundItem[],
  field: string,
  textOf: (each: FoundItem) => string | undefined
) => {
  const lines = new Map<string, number>()
  for (const each of found) {
    const text = textOf(each)
    if (text === undefined) continue
    const first = lines.get(text.toLowerCase())
    if (first === undefined) {
      lines.set(text.toLowerCase(), each.line)
    } else {
      const message = `the ${field} ${quoted(text)} was already used by the item on line ${first}; each item needs its own`
      report(reading, each.line, message)
    }
  }
}

const checkFollowUp = (
  reading: Reading,
  each: FoundItem,
  byKey: ReadonlyMap<string, FoundItem>
) => {
  const showsWhen = each.item?.showsWhen
  // An item that waits for itself is reported as a circle.
  if (showsWhen === undefined || showsWhen.item === each.key) return
  const decider = byKey.get(showsWhen.item)
  if (decider === undefined) {
    const remedy = meant(
      showsWhen.item,
      [...byKey.keys()].filter((key) => key !== each.key)
    )
    const message = `"shows_when" names the item ${quoted(showsWhen.item)}, which this rubric does not have; ${remedy}`
    report(reading, each.showsWhenLine, message)
    return
  }
  if (decider.item === undefined) return
  const possible = possibleAnswers(decider.item)
  if (possible.length === 0) {
    const message = `"shows_when" names ${quoted(showsWhen.item)}, a ${decider.item.kind}, whose answers cannot be listed; name a grade, yes_no or category item`
    report(reading, each.showsWhenLine, message)
    return
  }
  for (const answer of showsWhen.is) {
    if (possible.includes(answer)) continue
    const message = `"shows_when" waits for ${quoted(answer)}, which ${quoted(showsWhen.item)} cannot be answered with; write ${listed(possible)}`
    report(reading, each.showsWhenLine, message)
  }
}

/** The answers to an item that a follow-up can wait for; none for a number or a text. */
export const possibleAnswers = (item: Item): readonly string[] => {
  if (item.kind === 'number' || item.kind === 'text') return []
  const outside = item.alwaysApplies ? [] : [notApplicable]
  if (item.kind === 'grade')
    return [...Object.keys(item.descriptors), notEnoughEvidence, ...outside]
  if (item.kind === 'yes_no') return ['yes', 'no', ...outside]
  return [...item.choices.map((choice) => choice.key), ...outside]
}

/** Each circle of follow-ups once, at its first item in the file. */
const reportCircles = (
  reading: Reading,
  found: readonly FoundItem[],
  byKey: ReadonlyMap<string, FoundItem>
) => {
  const reported = new Set<string>()
  for (const each of found) {
    if (each.key === undefined || reported.has(each.key)) continue
    const path = [each.key]
    let next = each.item?.showsWhen?.item
    while (next !== undefined && next !== each.key && !path.includes(next)) {
      path.push(next)
      next = byKey.get(next)?.item?.showsWhen?.item
    }
    if (next !== each.key) continue
    for (const key of path) reported.add(key)
    const circle = [...path, each.key].join(', ')
    const message = `"shows_when" goes round in a circle (${circle}), so none of these would ever show; take it out of one`
    report(reading, each.showsWhenLine, message)
  }
}
