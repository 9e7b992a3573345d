/** Which draft a request is about, and what every page of it shows: asked by every route of the studio. */
import type { DraftHeadingProps } from '../../views/studio/draft-heading.tsx'
import type { LocatedFault } from '../../views/studio/fault-address.ts'
import { NotFound, WrongState } from '../errors.ts'
import type { C } from '../http/env.ts'
import { may } from '../http/guards.ts'
import type { PageOptions } from '../http/page.tsx'
import type { ItemKind } from '../rubrics/rules/rubric.ts'
import { type DraftCheck, loadCheck } from './load-check.ts'
import { type Draft, findDraft } from './store.ts'

/** Whoever writes rubrics writes all of them. */
export const writes = may('rubrics.publish')

export const kindChoices: readonly { value: ItemKind; text: string }[] = [
  { value: 'grade', text: 'Criterion, graded' },
  { value: 'yes_no', text: 'Measure: yes or no' },
  { value: 'number', text: 'Measure: a number' },
  { value: 'category', text: 'Measure: choices' },
  { value: 'text', text: 'Words of its own' },
]

export interface OpenDraft {
  readonly draft: Draft
  readonly check: DraftCheck
  readonly faults: readonly LocatedFault[]
  readonly heading: Omit<DraftHeadingProps, 'current' | 'faults'>
}

/** With each fault at the item that it is of. */
const located = ({ checked, active }: DraftCheck): LocatedFault[] =>
  checked.ok
    ? []
    : checked.faults.map((fault) => ({
        ...fault,
        itemId: fault.item === undefined ? undefined : active[fault.item]?.id,
      }))

/**
 * @throws NotFound when there is no such draft
 * @throws WrongState when it is published or discarded
 */
export const draftOf = async (c: C): Promise<OpenDraft> => {
  const { db } = c.get('deps')
  const draft = await findDraft(db, c.req.param('id') ?? '')
  if (!draft) throw new NotFound('No such draft')
  if (draft.state !== 'open') {
    throw new WrongState(`This draft was ${draft.state}. It cannot be changed any more.`)
  }
  const check = await loadCheck(db, draft)
  return {
    draft,
    check,
    faults: located(check),
    heading: {
      draft: { id: draft.id, key: draft.key, title: draft.head.title },
      version: check.version,
      base: check.base?.version,
      newer: check.newer?.version,
    },
  }
}

export const studioPage = (title: string, status: PageOptions['status'] = 200): PageOptions => ({
  title,
  current: 'rubrics',
  status,
})

/** What is said after something was done, by the `saved` of the address. */
const notices: Record<string, string> = {
  started: 'The draft is started. Nobody is asked these questions before you publish them.',
  merged:
    'The changes are in this draft. What both of you changed was kept as yours and is listed.',
  added: 'The item is added. Fill it in.',
  changes: 'What these changes mean is saved.',
  head: 'Saved.',
  item: 'The item is saved.',
}

export const noticeOf = (c: C): Pick<PageOptions, 'notice'> => {
  const text = notices[c.req.query('saved') ?? '']
  return text === undefined ? {} : { notice: { kind: 'success', text } }
}
