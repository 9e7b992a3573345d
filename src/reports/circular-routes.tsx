/** Learning circulars to read, to take out and to withdraw; the list, and starting one. */
import { Hono } from 'hono'
import { circularDocument } from '../../views/reports/circular-document.ts'
import { CircularFormPage } from '../../views/reports/circular-form-page.tsx'
import { CircularPage } from '../../views/reports/circular-page.tsx'
import { WithdrawCircularPage } from '../../views/reports/circular-step-pages.tsx'
import { CircularsPage } from '../../views/reports/circulars-page.tsx'
import { writeWord } from '../documents/write-word.ts'
import { FieldFault, WrongState } from '../errors.ts'
import { download } from '../http/download.ts'
import { type AppEnv, type C, contextOf } from '../http/env.ts'
import { type Errors, form } from '../http/form.ts'
import { csrfOf, type PageOptions, renderPage } from '../http/page.tsx'
import { londonDate } from '../people/rules/london-date.ts'
import { commonKey } from '../rubrics/rules/rubric.ts'
import { listCurrentRubrics } from '../rubrics/store.ts'
import { circularForm, circularsQuery } from './circular-input.ts'
import {
  circularPage,
  readableCircular,
  readsCirculars,
  writesCirculars,
} from './circular-record-routes.tsx'
import { CIRCULARS_A_PAGE, listCirculars, type StoredCircular } from './circular-store.ts'
import { loadCircularTheme } from './circular-theme-store.ts'
import { loadCircular } from './load-circular.ts'
import { recordCircularExport } from './record-circular-export.ts'
import { writes } from './record-routes.tsx'
import { looksNow, sheetOf } from './rules/circular.ts'
import { periodWords, quartersUpTo, rollingYear } from './rules/quarter.ts'
import { startCircular } from './start-circular.ts'
import { withdrawCircular } from './withdraw-circular.ts'

export const circularReading = new Hono<AppEnv>()

const notices: Record<string, string> = {
  published: 'The circular is published. Everybody who sees the council’s results can read it.',
  withdrawn: 'The circular is withdrawn. Only QA leads can open it now.',
  discarded: 'The draft is discarded.',
}

const noticeOf = (c: C): Pick<PageOptions, 'notice'> => {
  const text = notices[c.req.query('saved') ?? '']
  return text === undefined ? {} : { notice: { kind: 'success', text } }
}

const withPeriods = (circulars: readonly StoredCircular[]) =>
  circulars.map((circular) => ({ ...circular, period: periodWords(circular) }))

circularReading.get('/reports/circulars', readsCirculars, async (c) => {
  const { db } = c.get('deps')
  const { page } = circularsQuery.parse(c.req.query())
  const mayWrite = writesCirculars(c)
  const { circulars, count } = await listCirculars(db, {
    page,
    states: mayWrite ? ['issued', 'withdrawn'] : ['issued'],
  })
  const drafts = mayWrite ? await listCirculars(db, { page: 1, states: ['draft'] }) : undefined
  return renderPage(
    c,
    { ...circularPage(c, 'Learning circulars'), ...noticeOf(c) },
    <CircularsPage
      circulars={withPeriods(circulars)}
      drafts={drafts && withPeriods(drafts.circulars)}
      page={page}
      pages={Math.ceil(count / CIRCULARS_A_PAGE)}
    />
  )
})

/** Two years of quarters, as reports have them. */
const QUARTERS = 8

const showStart = async (
  c: C,
  values: Readonly<Record<string, string>>,
  errors: Errors,
  status?: 422
) => {
  const rubrics = await listCurrentRubrics(c.get('deps').db)
  return renderPage(
    c,
    circularPage(c, 'Start a learning circular', status),
    <CircularFormPage
      themes={rubrics
        .filter(({ key }) => key !== commonKey)
        .map(({ key, title }) => ({ value: key, text: title }))}
      periods={[
        { value: 'year', text: 'The last twelve months' },
        ...quartersUpTo(londonDate(c.get('now')), QUARTERS).map((quarter) => ({
          value: quarter.from,
          text: periodWords(quarter),
        })),
      ]}
      values={values}
      errors={errors}
      csrf={csrfOf(c)}
    />
  )
}

circularReading.get('/reports/circulars/new', writes, (c) => showStart(c, { period: 'year' }, {}))

circularReading.post('/reports/circulars/new', writes, async (c) => {
  const sent = form(c, circularForm)
  if (!sent.ok) return showStart(c, sent.raw, sent.errors, 422)
  const today = londonDate(c.get('now'))
  const period =
    sent.data.period === 'year'
      ? rollingYear(today)
      : quartersUpTo(today, QUARTERS).find(({ from }) => from === sent.data.period)
  if (!period) return showStart(c, sent.raw, { period: 'Choose a period of the list' }, 422)
  try {
    const { from, to } = period
    const id = await startCircular(contextOf(c), { theme: sent.data.theme, from, to })
    return c.redirect(`/reports/circulars/${id}/findings?saved=started`, 303)
  } catch (error) {
    if (!(error instanceof FieldFault)) throw error
    return showStart(c, sent.raw, { [error.field]: error.message }, 422)
  }
})

/** A published one as it was published; a draft as it would be now. */
const shownSheet = async (c: C, circular: StoredCircular) => {
  const { content, theme } = circular
  if (content.issued) return sheetOf(content, content.issued)
  const { now } = await loadCircularTheme(c.get('deps').db, theme)
  return sheetOf(content, looksNow(theme, content, now))
}

circularReading.get('/reports/circulars/:id', readsCirculars, async (c) => {
  const circular = await readableCircular(c)
  const sheet = await shownSheet(c, circular)
  return renderPage(
    c,
    { ...circularPage(c, sheet.title || 'Learning circular'), ...noticeOf(c) },
    <CircularPage
      circular={circular}
      sheet={sheet}
      period={periodWords(circular)}
      council={c.get('deps').council.name}
      mayWrite={writesCirculars(c)}
    />
  )
})

circularReading.get('/reports/circulars/:id/circular.docx', readsCirculars, async (c) => {
  const { db, council } = c.get('deps')
  const circular = await readableCircular(c)
  if (circular.state === 'draft') {
    // What may not stand in a published circular may not leave as a file before it is published either.
    const { refused } = (await loadCircular(db, circular)).check
    if (refused.length > 0) throw new WrongState(refused.join(' '))
  }
  const sheet = await shownSheet(c, circular)
  const period = periodWords(circular)
  const file = await writeWord(circularDocument({ circular, sheet, period, council: council.name }))
  await recordCircularExport(contextOf(c), { circularId: circular.id, format: 'docx' })
  return download(
    c,
    `learning-circular-${circular.theme.replace(/[^a-z0-9]+/gi, '-')}`,
    'docx',
    file
  )
})

circularReading.get('/reports/circulars/:id/withdraw', writes, async (c) => {
  const circular = await readableCircular(c)
  if (circular.state !== 'issued') {
    throw new WrongState('Only a published circular can be withdrawn. A draft can be discarded.')
  }
  return renderPage(
    c,
    circularPage(c, 'Withdraw this circular?'),
    <WithdrawCircularPage circular={circular} csrf={csrfOf(c)} errors={{}} />
  )
})

circularReading.post('/reports/circulars/:id/withdraw', writes, async (c) => {
  const circularId = c.req.param('id')
  await withdrawCircular(contextOf(c), { circularId })
  return c.redirect('/reports/circulars?saved=withdrawn', 303)
})
