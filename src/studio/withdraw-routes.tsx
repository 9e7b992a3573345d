/** Withdrawing a version from new use, and bringing it back. */
import { Hono } from 'hono'
import { WithdrawPage } from '../../views/studio/withdraw-page.tsx'
import { FieldFault, NotFound } from '../errors.ts'
import { type AppEnv, type C, contextOf } from '../http/env.ts'
import { form } from '../http/form.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { findRubric, listRubricVersions } from '../rubrics/store.ts'
import { reasonForm, rubricAddress } from './input.ts'
import { studioPage, writes } from './record-routes.tsx'
import { restoreVersion } from './restore-version.ts'
import { startDraft } from './start-draft.ts'
import { withdrawVersion } from './withdraw-version.ts'

export const withdrawing = new Hono<AppEnv>()

const addressOf = (c: C): { key: string; version: string } => {
  const address = rubricAddress.safeParse(c.req.param())
  if (!address.success) throw new NotFound('No such rubric')
  return address.data
}

const showWithdraw = async (c: C, sent?: { reason: string; error: string }) => {
  const { key, version } = addressOf(c)
  const found = await findRubric(c.get('deps').db, key, version)
  if (!found) throw new NotFound('No such rubric')
  return renderPage(
    c,
    studioPage(`Withdraw ${found.title}, version ${version}?`, sent ? 422 : 200),
    <WithdrawPage
      rubric={{ key, version, title: found.title }}
      reason={sent?.reason ?? ''}
      error={sent?.error}
      csrf={csrfOf(c)}
    />
  )
}

withdrawing.get('/rubrics/:key/:version/withdraw', writes, (c) => showWithdraw(c))

withdrawing.post('/rubrics/:key/:version/withdraw', writes, async (c) => {
  const { key, version } = addressOf(c)
  const sent = form(c, reasonForm)
  const reason = sent.raw.reason ?? ''
  if (!sent.ok) return showWithdraw(c, { reason, error: sent.errors.reason ?? '' })
  try {
    await withdrawVersion(contextOf(c), { key, version, reason })
  } catch (error) {
    if (error instanceof FieldFault) return showWithdraw(c, { reason, error: error.message })
    throw error
  }
  return c.redirect(`/rubrics/${key}/${version}?saved=withdrawn`, 303)
})

withdrawing.post('/rubrics/:key/:version/restore', writes, async (c) => {
  const { key, version } = addressOf(c)
  await restoreVersion(contextOf(c), { key, version })
  return c.redirect(`/rubrics/${key}/${version}?saved=restored`, 303)
})

/** Brings a later library version into a draft of the council's own: `:version` is the library's. */
withdrawing.post('/rubrics/:key/:version/merge', writes, async (c) => {
  const { key, version } = addressOf(c)
  const { db } = c.get('deps')
  const theirs = await findRubric(db, key, version)
  const ours = (await listRubricVersions(db)).findLast(
    (one) => one.key === key && one.version.includes('-local.')
  )
  if (!theirs || !ours) throw new NotFound('No such rubric')
  const id = await startDraft(contextOf(c), {
    from: 'merge',
    versionId: ours.id,
    libraryVersionId: theirs.id,
  })
  return c.redirect(`/studio/${id}?saved=merged`, 303)
})
