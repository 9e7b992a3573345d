/** Starting a draft: from a version, from nothing, or from a file. */
import { Hono } from 'hono'
import { NewDraftPage, type NewDraftPageProps } from '../../views/studio/new-draft-page.tsx'
import { FieldFault, NotFound } from '../errors.ts'
import { type AppEnv, type C, contextOf } from '../http/env.ts'
import { form } from '../http/form.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { largestFile } from '../rubrics/rules/decode-text.ts'
import { parseRubric } from '../rubrics/rules/parse-rubric.ts'
import type { Rubric } from '../rubrics/rules/rubric.ts'
import { canonicalRubric } from '../rubrics/rules/rubric-identity.ts'
import { findRubric, listCurrentRubrics, listPublishedRubrics } from '../rubrics/store.ts'
import { blankForm, rubricAddress } from './input.ts'
import { knownScales } from './load-check.ts'
import { studioPage, writes } from './record-routes.tsx'
import { startDraft } from './start-draft.ts'

export const starting = new Hono<AppEnv>()

const showNew = (c: C, shown: Partial<NewDraftPageProps> = {}) => {
  const isFaulty = shown.errors !== undefined || shown.fileFaults !== undefined
  return renderPage(
    c,
    studioPage('Start a rubric', isFaulty ? 422 : 200),
    <NewDraftPage
      values={shown.values ?? {}}
      errors={shown.errors ?? {}}
      fileFaults={shown.fileFaults ?? []}
      csrf={csrfOf(c)}
    />
  )
}

starting.get('/studio/new', writes, (c) => showNew(c))

starting.post('/studio/new', writes, async (c) => {
  const sent = form(c, blankForm)
  const { key, title } = sent.raw
  const values = { key, title }
  if (!sent.ok) return showNew(c, { values, errors: sent.errors })
  try {
    const id = await startDraft(contextOf(c), { from: 'blank', ...sent.data })
    return c.redirect(`/studio/${id}?saved=started`, 303)
  } catch (error) {
    if (!(error instanceof FieldFault)) throw error
    return showNew(c, { values, errors: { [error.field]: error.message } })
  }
})

/** The whole file, or undefined when it is larger than any rubric. */
const readUpload = async (c: C): Promise<Uint8Array | undefined> => {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of c.get('upload')?.chunks ?? []) {
    size += chunk.length
    if (size <= largestFile) parts.push(chunk)
  }
  return size > largestFile ? undefined : Buffer.concat(parts)
}

/** Whatever their numbers are. */
const isSameContent = (a: Rubric, b: Rubric): boolean =>
  canonicalRubric({ ...a, version: '1' }) === canonicalRubric({ ...b, version: '1' })

starting.post('/studio/new/file', writes, async (c) => {
  const upload = c.get('upload')
  const content = await readUpload(c)
  if (!upload || upload.fileName === '' || content?.length === 0) {
    return showNew(c, { errors: { file: 'Choose a rubric file, such as 1-local.1.yaml' } })
  }
  if (content === undefined) {
    const most = Math.floor(largestFile / 1024)
    return showNew(c, {
      errors: { file: `The file is larger than ${most} KB, which no rubric is. Choose another.` },
    })
  }
  // The name that a browser gives a file is no part of the rubric: its version is.
  const parsed = parseRubric(upload.fileName, content, {
    scales: knownScales(),
    isNamedFreely: true,
  })
  if (!parsed.ok) {
    return showNew(c, {
      fileFaults: parsed.faults.map(({ line, message }) => `Line ${line}: ${message}`),
    })
  }
  const { rubric } = parsed
  const { db } = c.get('deps')
  const versions = (await listPublishedRubrics(db)).filter(({ key }) => key === rubric.key)
  const same = versions.find((one) => isSameContent(one.rubric, rubric))
  if (same) {
    return showNew(c, {
      errors: {
        file: `This file says what version ${same.version} of ${same.title} says already, so no draft was started. Choose another file, or open that version.`,
      },
    })
  }
  const current = (await listCurrentRubrics(db)).find(({ key }) => key === rubric.key)
  // Also of a rubric that is withdrawn altogether: its keys stay what they are.
  const baseVersionId = (current ?? versions.at(-1))?.id
  const id = await startDraft(contextOf(c), { from: 'file', rubric, baseVersionId })
  return c.redirect(`/studio/${id}?saved=started`, 303)
})

starting.post('/rubrics/:key/:version/draft', writes, async (c) => {
  const address = rubricAddress.safeParse(c.req.param())
  if (!address.success) throw new NotFound('No such rubric')
  const found = await findRubric(c.get('deps').db, address.data.key, address.data.version)
  if (!found) throw new NotFound('No such rubric')
  const id = await startDraft(contextOf(c), { from: 'version', versionId: found.id })
  return c.redirect(`/studio/${id}?saved=started`, 303)
})
