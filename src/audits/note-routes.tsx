/** The page on which an auditor marks one question to come back to, with a note that nobody else reads. */
import { Hono } from 'hono'
import { auditAddress } from '../../views/audits/audit-heading.tsx'
import { NotePage, NoteStatus } from '../../views/audits/note-page.tsx'
import { FieldFault, NotFound } from '../errors.ts'
import { type AppEnv, type C, contextOf, isHtmx, personOf } from '../http/env.ts'
import { form } from '../http/form.ts'
import { may } from '../http/guards.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { noteForm } from './input.ts'
import { findNote } from './note-store.ts'
import { auditIdOf, refusingOthers, workableAudit } from './record-routes.tsx'
import { noteFacts } from './rules/note-facts.ts'
import { saveNote } from './save-note.ts'
import { codeOf, OWN_OTHER_TAB, refusedStatus, type SaveStatus } from './save-status.ts'

export const notes = new Hono<AppEnv>()

const complete = may('audits.complete')

interface Sent {
  readonly isMarked: boolean
  readonly words: string
  readonly revision: number
}

const show = async (c: C, sent?: Sent, state?: SaveStatus) => {
  const open = await workableAudit(c)
  if (!open) return c.redirect(auditAddress({ id: auditIdOf(c) }), 303)
  const { audit, work } = open
  const itemKey = c.req.param('item') ?? ''
  const [question] = noteFacts(work, [{ itemKey, words: '' }])
  if (!question) throw new NotFound('No such question in this audit')
  const key = { auditId: audit.id, personId: personOf(c).id, itemKey }
  const kept = sent ? undefined : await findNote(c.get('deps').db, key)
  return renderPage(
    c,
    { title: `Come back to: ${question.short}`, current: 'work', status: codeOf(state) },
    <NotePage
      audit={audit}
      question={question}
      fields={sent ?? kept ?? { isMarked: true, words: '', revision: 0 }}
      savedAt={kept?.savedAt}
      state={state}
      csrf={csrfOf(c)}
    />
  )
}

notes.get('/audits/:id/notes/:item', complete, (c) => show(c))

notes.post('/audits/:id/notes/:item', complete, async (c) => {
  const posted = form(c, noteForm)
  if (!posted.ok) {
    const [field = '', message = ''] = Object.entries(posted.errors)[0] ?? []
    throw new FieldFault(field, message)
  }
  const { mark, note: words, revision } = posted.data
  const auditId = auditIdOf(c)
  const itemKey = c.req.param('item')
  const isMarked = mark === 'yes'
  if (c.get('body')?.has('theirs')) return c.redirect(c.req.path, 303)
  const outcome = await refusingOthers(
    c,
    saveNote(contextOf(c), { auditId, itemKey, isMarked, words, revision })
  )
  if (outcome.kind === 'saved' && !isHtmx(c)) {
    return c.redirect(`${auditAddress({ id: auditId })}?noted`, 303)
  }
  const status: SaveStatus | undefined =
    outcome.kind === 'saved'
      ? undefined
      : outcome.kind === 'refused'
        ? refusedStatus(outcome.message)
        : {
            kind: 'conflict',
            by: OWN_OTHER_TAB,
            at: outcome.current.savedAt,
            fields: [
              {
                label: 'What you still have to look for',
                name: 'note',
                theirsValue: [outcome.current.words],
                mine: words,
                theirs: outcome.current.words,
              },
            ],
          }
  const now =
    outcome.kind === 'saved'
      ? (outcome.note?.revision ?? 0)
      : outcome.kind === 'conflict'
        ? outcome.current.revision
        : revision
  if (!isHtmx(c)) return show(c, { isMarked, words, revision: now }, status)
  return c.html(<NoteStatus revision={now} state={status} savedAt={c.get('now')} />, codeOf(status))
})
