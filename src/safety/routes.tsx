/** Safety notices: the list, one notice with its story, and the forms of everything that may be done with it. */
import { Hono } from 'hono'
import { NoticeListPage } from '../../views/safety/notice-list-page.tsx'
import { NoticePage } from '../../views/safety/notice-page.tsx'
import { SafetyPanel } from '../../views/safety/safety-panel.tsx'
import { Conflict, FieldFault, NotAllowed, NotFound, NotTheirs, WrongState } from '../errors.ts'
import { type AppEnv, type C, contextOf, isHtmx, personOf } from '../http/env.ts'
import { form } from '../http/form.ts'
import { may, recordRefusal, refuseRecord } from '../http/guards.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { recordRead } from '../people/record-read.ts'
import { typedDate } from '../people/rules/typed-date.ts'
import { acknowledgeSafetyNotice } from './acknowledge-safety-notice.ts'
import { addSafetyNote } from './add-safety-note.ts'
import { closeSafetyNotice } from './close-safety-notice.ts'
import { decideSafetyNotice } from './decide-safety-notice.ts'
import { decisionForm, listForm, toldForm, wordsForm } from './input.ts'
import { listNotices } from './list-store.ts'
import { loadNoticeAccess } from './load-notice-access.ts'
import { loadSafetyPanel, safetyPlace } from './load-safety-panel.ts'
import { recordTold } from './record-told.ts'
import { reopenSafetyNotice } from './reopen-safety-notice.ts'
import {
  type NoticeAction,
  noticeStateLabels,
  noticeStates,
  noticeStepOf,
} from './rules/notice-workflow.ts'
import { safeNowOf, safeNowWords } from './rules/safe-now.ts'
import { storyOf } from './rules/story.ts'
import { meansChoices, toldToday } from './rules/told-fields.ts'
import { waitingInWords } from './rules/waiting.ts'
import { findNotice } from './store.ts'
import { listStory } from './story-store.ts'

export const safety = new Hono<AppEnv>()

const read = may('safety.read')

const idOf = (c: C): string => c.req.param('id') ?? ''

/** The notice with its story, if this person may read it; else recorded and answered as unknown. */
const readableNotice = async (c: C) => {
  const { db } = c.get('deps')
  const person = personOf(c)
  const notice = await findNotice(db, idOf(c))
  if (!notice) throw new NotFound('No such safety notice')
  const rows = await listStory(db, notice.id)
  const own = rows.find(({ kind, personId }) => kind === 'sent' && personId === person.id)
  const access = await loadNoticeAccess(db, person, notice, own !== undefined)
  if (!access.mayRead) return refuseRecord(c, 'safety.read', notice.id)
  await recordRead(contextOf(c), {
    type: 'safety_notice.read',
    personId: person.id,
    subjectId: notice.id,
  })
  return { notice, rows, access, hasAcknowledged: (own?.laterAt ?? null) !== null }
}

type Shown = Awaited<ReturnType<typeof readableNotice>>

interface Again {
  readonly form: string
  readonly values: Readonly<Record<string, string>>
  readonly errors?: Readonly<Record<string, string>>
  readonly asksForStaff?: boolean
  readonly conflict?: string
  readonly status: 409 | 422
}

const saved: Record<string, string> = {
  told: 'It is recorded who was told.',
  acknowledged: 'You have acknowledged this notice.',
  decided: 'The decision is recorded.',
  noted: 'The note was added.',
  closed: 'The notice is closed.',
  reopened: 'The notice is open again, and whoever it goes to was told.',
}

const actions = ['tell', 'acknowledge', 'decide', 'note', 'close', 'reopen'] as const

const stepsOf = ({ notice, access }: Shown): Partial<Record<NoticeAction, string>> =>
  Object.fromEntries(
    actions.flatMap((action) => {
      const step = noticeStepOf(access.roles, notice.state, action)
      return step ? [[action, step.button]] : []
    })
  )

const alreadyKnownWords: Record<string, string> = {
  yes: 'Yes, already known and acted on',
  no: 'No',
}

const show = (c: C, shown: Shown, again?: Again) => {
  const { notice, access, rows } = shown
  const now = c.get('now')
  const steps = stepsOf(shown)
  const answer = safeNowWords(notice.answer)
  const text = again ? undefined : saved[c.req.query('saved') ?? '']
  const mayOpenAudit = access.roles.includes('auditor') || access.roles.includes('qa_lead')
  return renderPage(
    c,
    {
      title: `Safety notice for case ${notice.caseReference}`,
      current: 'work',
      status: again?.status ?? 200,
      ...(text ? { notice: { kind: 'success' as const, text } } : {}),
    },
    <NoticePage
      notice={notice}
      stateLabel={noticeStateLabels[notice.state]}
      answer={answer}
      answerNow={safeNowWords(safeNowOf(notice.safeNow))}
      alreadyKnown={alreadyKnownWords[notice.alreadyKnown ?? ''] ?? 'Not answered yet'}
      beingDone={notice.beingDone ?? ''}
      seenInRecord={notice.seenInRecord ?? ''}
      auditState={notice.auditState.replaceAll('_', ' ')}
      caseHref={access.opensCase ? `/cases/${notice.auditId}` : undefined}
      auditAddress={mayOpenAudit ? `/audits/${notice.auditId}` : undefined}
      {...storyOf(rows, { at: notice.openedAt, by: notice.auditorName ?? 'The auditor', answer })}
      waiting={waitingInWords(notice, now)}
      acknowledgedBy={access.people.find(({ id }) => id === notice.acknowledgedBy)?.name}
      steps={steps}
      hasAcknowledged={shown.hasAcknowledged}
      toldForm={
        steps.tell === undefined
          ? undefined
          : {
              csrf: csrfOf(c),
              people: access.people,
              means: meansChoices,
              values: again?.form === 'told' ? again.values : toldToday(now),
              errors: again?.form === 'told' ? (again.errors ?? {}) : {},
              asksForStaff: again?.asksForStaff ?? false,
            }
      }
      sentForm={again}
      errors={again?.errors ?? {}}
      conflict={again?.conflict}
      csrf={csrfOf(c)}
    />
  )
}

safety.get('/safety-notices', read, async (c) => {
  const filters = listForm.parse(c.req.query())
  const person = personOf(c)
  const { notices, ...list } = await listNotices(c.get('deps').db, person, filters, filters.page)
  return renderPage(
    c,
    { title: 'Safety notices', current: 'work' },
    <NoticeListPage
      {...list}
      notices={notices.map((notice) => ({
        ...notice,
        waiting: waitingInWords(notice, c.get('now')),
      }))}
      filters={filters}
      states={Object.fromEntries(noticeStates.map((state) => [state, noticeStateLabels[state]]))}
    />
  )
})

safety.get('/safety-notices/:id', read, async (c) => show(c, await readableNotice(c)))

/** Runs a verb; a refusal is recorded, and whatever was not kept comes back on the page with why. */
const change = async (
  c: C,
  sent: Pick<Again, 'form' | 'values'>,
  done: string,
  verb: () => Promise<unknown>
) => {
  try {
    await verb()
    return c.redirect(`/safety-notices/${idOf(c)}?saved=${done}`, 303)
  } catch (error) {
    if (error instanceof NotTheirs) return refuseRecord(c, 'safety.read', idOf(c))
    if (error instanceof NotAllowed) await recordRefusal(c, 'safety.read', idOf(c))
    if (error instanceof FieldFault) {
      const errors = { [error.field]: error.message }
      return show(c, await readableNotice(c), { ...sent, errors, status: 422 })
    }
    if (error instanceof Conflict || error instanceof WrongState) {
      const again = { ...sent, conflict: error.message, status: 409 } as const
      return show(c, await readableNotice(c), again)
    }
    throw error
  }
}

/** The panel of an audit, in answer to its own form: with what was wrong in it, or with that somebody was told. */
const answerInPanel = async (
  c: C,
  faults: Pick<Again, 'values' | 'errors' | 'asksForStaff'> | undefined
) => {
  const { notice } = await readableNotice(c)
  const panel = await loadSafetyPanel(c.get('deps').db, {
    auditId: notice.auditId,
    now: c.get('now'),
    csrf: csrfOf(c),
  })
  const formAgain = faults &&
    panel.form && {
      ...panel.form,
      values: faults.values,
      errors: faults.errors ?? {},
      asksForStaff: faults.asksForStaff ?? false,
    }
  return c.html(
    <SafetyPanel {...panel} form={formAgain ?? panel.form} justTold={faults === undefined} />,
    faults === undefined ? 200 : 422
  )
}

safety.post('/safety-notices/:id/told', read, async (c) => {
  const sent = form(c, toldForm)
  const isInPanel = isHtmx(c) && c.get('body')?.get('from')?.at(-1) === 'audit'
  if (!sent.ok) {
    if (isInPanel) return answerInPanel(c, { values: sent.raw, errors: sent.errors })
    const again = { form: 'told', values: sent.raw, errors: sent.errors, status: 422 } as const
    return show(c, await readableNotice(c), again)
  }
  const { data, raw } = sent
  let faults: Awaited<ReturnType<typeof recordTold>> | undefined
  const answer = await change(c, { form: 'told', values: raw }, 'told', async () => {
    faults = await recordTold(contextOf(c), {
      noticeId: idOf(c),
      ...data,
      day: data['told-day'],
      month: data['told-month'],
      year: data['told-year'],
      isStaff: data.staff === 'yes',
    })
  })
  if (faults && !faults.ok) {
    const { asksForStaff = false, ...errors } = faults.faults
    if (isInPanel) return answerInPanel(c, { values: raw, errors, asksForStaff })
    const again = { form: 'told', values: raw, errors, asksForStaff, status: 422 } as const
    return show(c, await readableNotice(c), again)
  }
  if (faults?.ok && data.from === 'audit') {
    if (isInPanel) return answerInPanel(c, undefined)
    const { notice } = await readableNotice(c)
    return c.redirect(`${safetyPlace(notice.auditId)}?told`, 303)
  }
  return answer
})

safety.post('/safety-notices/:id/acknowledge', read, (c) =>
  change(c, { form: 'acknowledge', values: {} }, 'acknowledged', () =>
    acknowledgeSafetyNotice(contextOf(c), { noticeId: idOf(c) })
  )
)

safety.post('/safety-notices/:id/decision', read, async (c) => {
  const sent = form(c, decisionForm)
  const typed = { form: 'decision', values: sent.raw }
  if (!sent.ok) {
    const again = { ...typed, errors: sent.errors, status: 422 } as const
    return show(c, await readableNotice(c), again)
  }
  const { words, revision, ...boxes } = sent.data
  const date = typedDate(
    { day: boxes['due-day'], month: boxes['due-month'], year: boxes['due-year'] },
    'The date by which it is to be done'
  )
  if (!date.ok) {
    const missing = words.trim() === '' ? { words: 'Write what is decided' } : {}
    const errors = { ...missing, 'due-day': date.fault }
    return show(c, await readableNotice(c), { ...typed, errors, status: 422 })
  }
  return change(c, typed, 'decided', () =>
    decideSafetyNotice(contextOf(c), { noticeId: idOf(c), revision, words, dueOn: date.date })
  )
})

/** A form that is words alone. */
const inWords =
  (name: string, done: string, verb: typeof addSafetyNote) =>
  async (c: C): Promise<Response> => {
    const sent = form(c, wordsForm)
    const typed = { form: name, values: sent.raw }
    if (!sent.ok) {
      const again = { ...typed, errors: sent.errors, status: 422 } as const
      return show(c, await readableNotice(c), again)
    }
    return change(c, typed, done, () =>
      verb(contextOf(c), { noticeId: idOf(c), words: sent.data.words })
    )
  }

safety.post('/safety-notices/:id/notes', read, inWords('note', 'noted', addSafetyNote))
safety.post('/safety-notices/:id/close', read, inWords('close', 'closed', closeSafetyNotice))
safety.post('/safety-notices/:id/reopen', read, inWords('reopen', 'reopened', reopenSafetyNotice))
