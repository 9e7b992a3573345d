/** A copy of an alert for the record of one child: a page to print, and a Word file. Its making is recorded. */
import { Hono } from 'hono'
import { alertCopy } from '../../views/alerts/alert-copy.ts'
import { AlertCopyPage } from '../../views/alerts/alert-copy-page.tsx'
import { writeWord } from '../documents/write-word.ts'
import { NotFound, WrongState } from '../errors.ts'
import { download } from '../http/download.ts'
import { type AppEnv, type C, contextOf, personOf } from '../http/env.ts'
import { renderPage } from '../http/page.tsx'
import { londonDate } from '../people/rules/london-date.ts'
import { loadWorkingCalendar } from '../settings/load-working-calendar.ts'
import { copyAlert } from './copy-alert.ts'
import { readableAlert, reads } from './record-routes.tsx'
import { withoutReferences } from './rules/alert-copy-words.ts'
import { pageFacts } from './rules/page-facts.ts'
import { listSteps } from './step-store.ts'

export const alertCopies = new Hono<AppEnv>()

/** For the child that `case` names; the first one where it names none. */
const loadCopy = async (c: C) => {
  const { db } = c.get('deps')
  const seen = await readableAlert(c)
  if (seen.alert.state === 'draft') {
    throw new WrongState('This is a draft. It can be copied for the record once it is raised.')
  }
  const asked = c.req.query('case')
  const child = asked === undefined ? seen.cases[0] : seen.cases.find(({ id }) => id === asked)
  if (!child) throw new NotFound('No such child of this alert')
  const others = seen.cases.filter(({ id }) => id !== child.id)
  const steps = (await listSteps(db, seen.alert.id)).map((step) => ({
    ...step,
    on: londonDate(step.at),
  }))
  const facts = pageFacts(seen, steps, {
    today: londonDate(c.get('now')),
    calendar: await loadWorkingCalendar(db),
    readerId: personOf(c).id,
  })
  const copy = alertCopy({
    facts,
    child,
    clean: (words) =>
      withoutReferences(
        words,
        others.map(({ reference }) => reference)
      ),
    copiedAt: c.get('now'),
    copiedBy: personOf(c).name,
  })
  const made = { alertId: seen.alert.id, caseId: child.id, personId: personOf(c).id }
  return { facts, child, others, copy, made }
}

alertCopies.get('/alerts/:id/copy', reads, async (c) => {
  const { facts, child, others, copy, made } = await loadCopy(c)
  await copyAlert(contextOf(c), { ...made, format: 'print' })
  return renderPage(
    c,
    { title: `Copy for the record: ${facts.reference ?? ''}`, current: 'alerts' },
    <AlertCopyPage
      alertId={facts.alert.id}
      reference={facts.reference ?? ''}
      child={child}
      others={others}
      copy={copy}
    />
  )
})

alertCopies.get('/alerts/:id/copy.docx', reads, async (c) => {
  const { facts, copy, made } = await loadCopy(c)
  const file = await writeWord(copy)
  // Last, so that no copy is recorded that could not be made.
  await copyAlert(contextOf(c), { ...made, format: 'docx' })
  return download(c, facts.reference ?? 'Alert', 'docx', file)
})
