/** Publishing a draft: the last look, and the step that cannot be taken back. */
import { Hono } from 'hono'
import { PublishPage } from '../../views/studio/publish-page.tsx'
import { Conflict, FaultyInput, FieldFault } from '../errors.ts'
import { type AppEnv, type C, contextOf } from '../http/env.ts'
import { form } from '../http/form.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { bringInNewer } from './bring-in-newer.ts'
import { publishForm } from './input.ts'
import { publishDraft } from './publish-draft.ts'
import { draftOf, studioPage, writes } from './record-routes.tsx'
import { draftMark } from './rules/draft-mark.ts'
import { countAuditsInProgress } from './use-store.ts'

export const publishing = new Hono<AppEnv>()

const showPublish = async (
  c: C,
  sent?: { note: string; error?: string; hasChanged?: boolean; status: 409 | 422 }
) => {
  const { draft, faults, heading } = await draftOf(c)
  return renderPage(
    c,
    studioPage(`Publish ${draft.head.title || draft.key}`, sent?.status ?? 200),
    <PublishPage
      {...heading}
      items={draft.items}
      faults={faults}
      mark={draftMark(draft)}
      note={sent?.note ?? ''}
      error={sent?.error}
      hasChanged={sent?.hasChanged ?? false}
      auditsInProgress={await countAuditsInProgress(c.get('deps').db, draft.key)}
      csrf={csrfOf(c)}
    />
  )
}

publishing.post('/studio/:id/newer', writes, async (c) => {
  const id = await bringInNewer(contextOf(c), { draftId: c.req.param('id') })
  return c.redirect(`/studio/${id}?saved=merged`, 303)
})

publishing.get('/studio/:id/publish', writes, (c) => showPublish(c))

publishing.post('/studio/:id/publish', writes, async (c) => {
  const sent = form(c, publishForm)
  const note = sent.raw.note ?? ''
  if (!sent.ok) {
    return showPublish(c, { note, error: Object.values(sent.errors)[0] ?? '', status: 422 })
  }
  try {
    const draftId = c.req.param('id')
    const { key, version } = await publishDraft(contextOf(c), { draftId, ...sent.data })
    return c.redirect(`/rubrics/${key}/${version}?saved=published`, 303)
  } catch (error) {
    if (error instanceof FieldFault) {
      return showPublish(c, { note, error: error.message, status: 422 })
    }
    if (error instanceof FaultyInput) return showPublish(c, { note, status: 422 })
    if (error instanceof Conflict) return showPublish(c, { note, hasChanged: true, status: 409 })
    throw error
  }
})
