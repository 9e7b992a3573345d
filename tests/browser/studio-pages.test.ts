/** Every page of the rubric studio, looked at in a real browser. */
import { describe, test } from 'vitest'
import { findRubric } from '../../src/rubrics/store.ts'
import { addDraftItem } from '../../src/studio/add-draft-item.ts'
import { saveDraftItem } from '../../src/studio/save-draft-item.ts'
import { startDraft } from '../../src/studio/start-draft.ts'
import { findDraft } from '../../src/studio/store.ts'
import { hasChromium } from './chromium.ts'
import { lookAt, type Visit } from './look-at.ts'
import { type Site, useSite } from './site.ts'

/** With one item reworded; `ITEM` is the first. */
const inDraft =
  (place: string, isFaulty = false) =>
  async (site: Site) => {
    const ctx = site.context()
    const version = await findRubric(site.db, 'cp_plan', '1')
    const draftId = await startDraft(ctx, { from: 'version', versionId: version?.id ?? '' })
    const itemId = (await findDraft(site.db, draftId))?.items[0]?.id ?? ''
    const content = { question: 'Could a parent tell what has to be different?' }
    await saveDraftItem(ctx, { draftId, itemId, content, revision: 1 })
    if (isFaulty) await addDraftItem(ctx, { draftId, kind: 'category' })
    return `/studio/${draftId}${place.replace('ITEM', itemId)}`
  }

const heading = 'Child protection plan'

const pages: Readonly<Record<string, Visit>> = {
  'studio, new': { heading: 'Start a rubric', as: 'qa_lead', path: () => '/studio/new' },
  'studio, compare': {
    heading: 'What changed from version',
    as: 'qa_lead',
    path: () => '/rubrics/cp_plan/compare',
  },
  'studio, withdraw': {
    heading: 'Withdraw',
    as: 'qa_lead',
    path: () => '/rubrics/cp_plan/1/withdraw',
  },
  'studio, items': { heading, as: 'qa_lead', path: inDraft('') },
  'studio, items with faults': { heading, as: 'qa_lead', path: inDraft('', true) },
  'studio, item': { heading, as: 'qa_lead', path: inDraft('/items/ITEM') },
  'studio, about': { heading, as: 'qa_lead', path: inDraft('/about') },
  'studio, rules': { heading, as: 'qa_lead', path: inDraft('/rules') },
  'studio, form': { heading, as: 'qa_lead', path: inDraft('/form') },
  'studio, changes': { heading, as: 'qa_lead', path: inDraft('/changes') },
  'studio, publish': { heading, as: 'qa_lead', path: inDraft('/publish') },
  'studio, discard': { heading: 'Discard', as: 'qa_lead', path: inDraft('/discard') },
}

describe.runIf(hasChromium)('pages of the studio', { timeout: 60_000 }, () => {
  const open = useSite()
  test.each(Object.entries(pages))('%s', async (name, visit) => {
    await lookAt(await open(), name, visit)
  })
})
