/** Writing a learning circular: choosing findings, its words, publishing it and discarding it. */
import { Hono } from 'hono'
import type { SavedStatusProps } from '../../views/components/saved-status.tsx'
import { FindingsPage } from '../../views/reports/circular-findings-page.tsx'
import { DiscardCircularPage, IssueCircularPage } from '../../views/reports/circular-step-pages.tsx'
import { CircularStatus, CircularWritePage } from '../../views/reports/circular-write-page.tsx'
import { Conflict, FaultyInput, FieldFault, WrongState } from '../errors.ts'
import { type AppEnv, type C, contextOf, isHtmx, personOf } from '../http/env.ts'
import { form } from '../http/form.ts'
import { csrfOf, type PageOptions, renderPage } from '../http/page.tsx'
import { londonDate } from '../people/rules/london-date.ts'
import { FINDINGS_A_PAGE, listFindings } from './circular-findings-store.ts'
import { circularWordsForm, findingsForm, findingsQuery, issueForm } from './circular-input.ts'
import { circularPage, draftCircular } from './circular-record-routes.tsx'
import type { StoredCircular } from './circular-store.ts'
import { loadCircularTheme } from './circular-theme-store.ts'
import { discardCircular } from './discard-circular.ts'
import { issueCircular } from './issue-circular.ts'
import { loadCircular } from './load-circular.ts'
import { writes } from './record-routes.tsx'
import { changerWords } from './rules/changer-words.ts'
import { goodLooks } from './rules/circular.ts'
import { MOST_WORDS } from './rules/circular-check.ts'
import { circularLabels, conflictingFields, type TypedCircular } from './rules/circular-conflict.ts'
import { periodWords } from './rules/quarter.ts'
import { saveCircular } from './save-circular.ts'
import { takeFindings } from './take-findings.ts'

export const circularDrafts = new Hono<AppEnv>()

const notices: Record<string, string> = {
  started: 'The draft is started. Choose what audits found, or go on and write.',
  taken: 'The findings are taken in. Put them in words that fit everybody.',
  words: 'Saved.',
}

const noticeOf = (c: C): Pick<PageOptions, 'notice'> => {
  const text = notices[c.req.query('saved') ?? '']
  return text === undefined ? {} : { notice: { kind: 'success', text } }
}

const showWrite = async (
  c: C,
  again?: {
    readonly typed: TypedCircular
    readonly state: SavedStatusProps['state']
    readonly status: 409 | 422
  }
) => {
  const circular = await draftCircular(c)
  const loaded = await loadCircular(c.get('deps').db, circular)
  return renderPage(
    c,
    { ...circularPage(c, circular.content.words.title, again?.status), ...noticeOf(c) },
    <CircularWritePage
      circular={circular}
      {...loaded}
      period={periodWords(circular)}
      labels={circularLabels}
      looks={loaded.now ? goodLooks(loaded.now) : []}
      mostWords={MOST_WORDS}
      todayOn={londonDate(c.get('now'))}
      csrf={csrfOf(c)}
      again={again}
    />
  )
}

circularDrafts.get('/reports/circulars/:id/write', writes, (c) => showWrite(c))

circularDrafts.post('/reports/circulars/:id/words', writes, async (c) => {
  const circularId = c.req.param('id')
  const here = `/reports/circulars/${circularId}/write`
  if (c.get('body')?.has('theirs')) return c.redirect(here, 303)
  const sent = form(c, circularWordsForm)
  const todayOn = londonDate(c.get('now'))
  const { title = '', strong = '', change = '', next = '' } = sent.raw
  const words = { title, strong, change, next }
  const typed = { words, looks: c.get('body')?.get('looks') ?? [] }
  const say = (
    state: SavedStatusProps['state'],
    status: 409 | 422,
    circular?: StoredCircular | undefined
  ) =>
    isHtmx(c)
      ? c.html(<CircularStatus circular={circular} todayOn={todayOn} state={state} />, status)
      : showWrite(c, { typed, state, status })
  if (!sent.ok) {
    const kept = await draftCircular(c)
    return say({ kind: 'refused', messages: Object.values(sent.errors) }, 422, kept)
  }
  try {
    const { kind, circular } = await saveCircular(contextOf(c), {
      ...{ circularId, words, looks: sent.data.looks },
      revision: sent.data.revision,
    })
    if (kind === 'conflict') {
      const { items } = await loadCircularTheme(c.get('deps').db, circular.theme)
      const state = {
        kind,
        by: changerWords(personOf(c).id, { id: circular.changedById, name: circular.changedBy }),
        at: circular.changedAt,
        fields: conflictingFields(typed, circular.content, items),
      } as const
      return say(state, 409, circular)
    }
    return isHtmx(c)
      ? c.html(<CircularStatus circular={circular} todayOn={todayOn} />)
      : c.redirect(`${here}?saved=words`, 303)
  } catch (error) {
    // Published or discarded meanwhile: what was typed stays in the page.
    if (!(error instanceof WrongState) || !isHtmx(c)) throw error
    return say({ kind: 'refused', messages: [error.message] }, 409)
  }
})

const showFindings = async (c: C, fault?: { readonly message: string }) => {
  const { db } = c.get('deps')
  const circular = await draftCircular(c)
  const asked = findingsQuery.parse(c.req.query())
  const { items, now } = await loadCircularTheme(db, circular.theme)
  const { findings, count } = await listFindings(
    db,
    { ...circular, itemKeys: [...items.keys()], kind: asked.kind },
    asked.page
  )
  return renderPage(
    c,
    { ...circularPage(c, 'Choose what audits found', fault ? 422 : 200), ...noticeOf(c) },
    <FindingsPage
      circular={circular}
      period={periodWords(circular)}
      themeTitle={now?.title ?? circular.theme}
      findings={findings.map((finding) => ({
        ...finding,
        item: items.get(finding.itemKey ?? '') ?? 'The audit as a whole',
        isTaken: circular.content.findings.includes(finding.id),
      }))}
      count={count}
      kind={asked.kind}
      page={asked.page}
      pages={Math.ceil(count / FINDINGS_A_PAGE)}
      chosen={fault ? (c.get('body')?.get('findings') ?? []) : []}
      errors={fault ? { findings: fault.message } : {}}
      csrf={csrfOf(c)}
    />
  )
}

circularDrafts.get('/reports/circulars/:id/findings', writes, (c) => showFindings(c))

circularDrafts.post('/reports/circulars/:id/findings', writes, async (c) => {
  const circularId = c.req.param('id')
  await draftCircular(c)
  const sent = form(c, findingsForm)
  if (!sent.ok) return showFindings(c, { message: Object.values(sent.errors).join(' ') })
  try {
    await takeFindings(contextOf(c), { circularId, findingIds: sent.data.findings })
  } catch (error) {
    if (!(error instanceof FieldFault)) throw error
    return showFindings(c, { message: error.message })
  }
  return c.redirect(`/reports/circulars/${circularId}/write?saved=taken`, 303)
})

const showIssue = async (
  c: C,
  fault?: { readonly message: string; readonly status: 409 | 422 }
) => {
  const circular = await draftCircular(c)
  return renderPage(
    c,
    circularPage(c, 'Publish this circular?', fault?.status),
    <IssueCircularPage
      circular={circular}
      {...(await loadCircular(c.get('deps').db, circular))}
      csrf={csrfOf(c)}
      errors={fault ? { main: fault.message } : {}}
    />
  )
}

circularDrafts.get('/reports/circulars/:id/publish', writes, (c) => showIssue(c))

circularDrafts.post('/reports/circulars/:id/publish', writes, async (c) => {
  const circularId = c.req.param('id')
  await draftCircular(c)
  const sent = form(c, issueForm)
  if (!sent.ok) return showIssue(c, { message: sent.errors.revision ?? '', status: 422 })
  try {
    await issueCircular(contextOf(c), { circularId, revision: sent.data.revision })
  } catch (error) {
    if (error instanceof Conflict) return showIssue(c, { message: error.message, status: 409 })
    if (error instanceof FaultyInput) {
      return showIssue(c, { message: error.lines.join(' '), status: 422 })
    }
    throw error
  }
  return c.redirect(`/reports/circulars/${circularId}?saved=published`, 303)
})

circularDrafts.get('/reports/circulars/:id/discard', writes, async (c) =>
  renderPage(
    c,
    circularPage(c, 'Discard this draft?'),
    <DiscardCircularPage circular={await draftCircular(c)} csrf={csrfOf(c)} errors={{}} />
  )
)

circularDrafts.post('/reports/circulars/:id/discard', writes, async (c) => {
  await discardCircular(contextOf(c), { circularId: c.req.param('id') })
  return c.redirect('/reports/circulars?saved=discarded', 303)
})
