/** Writing a draft: its words, its settings, freezing it and discarding it. */
import { Hono } from 'hono'
import type { SavedStatusProps } from '../../views/components/saved-status.tsx'
import { WordsStatus } from '../../views/reports/figure-form.tsx'
import { idOf } from '../../views/reports/figure-view.tsx'
import { DiscardReportPage, FreezePage } from '../../views/reports/step-pages.tsx'
import { WritePage, type WritePageProps } from '../../views/reports/write-page.tsx'
import { Conflict, FaultyInput, FieldFault, WrongState } from '../errors.ts'
import { type AppEnv, type C, contextOf, isHtmx, personOf } from '../http/env.ts'
import { form } from '../http/form.ts'
import { csrfOf, type PageOptions, renderPage } from '../http/page.tsx'
import { londonDate } from '../people/rules/london-date.ts'
import { loadBesideDraft } from './beside-draft-store.ts'
import { changeReport } from './change-report.ts'
import { discardReport } from './discard-report.ts'
import { freezeReport } from './freeze-report.ts'
import { freezeForm, wordsForm } from './input.ts'
import { sentSettings, showSettings } from './list-routes.tsx'
import { loadWordsCheck } from './load-words-check.ts'
import { draftOf, modelBesideOf, reportPage, writes } from './record-routes.tsx'
import { changerWords } from './rules/changer-words.ts'
import { changedSentences, wordsShown } from './rules/final-words.ts'
import { asQuarter } from './rules/quarter.ts'
import { saveReportWords } from './save-report-words.ts'
import type { FigureWords } from './words-store.ts'

export const reportDrafts = new Hono<AppEnv>()

const notices: Record<string, string> = {
  reissued: 'The draft is made, with the words of the report that it issues anew.',
  settings: 'Saved. Words stay with their figures.',
  words: 'Saved.',
}

const startedWords = (words: readonly FigureWords[]): string => {
  const from = words.find(({ carriedFrom }) => carriedFrom !== null)?.carriedFrom
  return from == null
    ? 'The draft is started.'
    : `The draft is started, with your words from “${from}”. Change what is no longer so.`
}

const noticeOf = (c: C, words: readonly FigureWords[]): Pick<PageOptions, 'notice'> => {
  const saved = c.req.query('saved') ?? ''
  const text = saved === 'started' ? startedWords(words) : notices[saved]
  return text === undefined ? {} : { notice: { kind: 'success', text } }
}

/** The draft with its model, its words, what is asked about them, and reports about the same. */
const openDraft = async (c: C) => {
  const { db } = c.get('deps')
  const report = await draftOf(c)
  const beside = await loadBesideDraft(db, report)
  const { model, proved } = await modelBesideOf(c, report)
  const shown = wordsShown(model, new Map(beside.words.map((one) => [one.place, one])))
  const questions = await loadWordsCheck(db, report.audience, shown)
  const overlapping = beside.overlapping.map((one) => ({
    ...one,
    isProved: proved.has(one.number),
  }))
  return { ...beside, overlapping, report, model, questions }
}

const showDraft = async (
  c: C,
  again?: NonNullable<WritePageProps['again']> & { readonly status: 409 | 422 }
) => {
  const open = await openDraft(c)
  return renderPage(
    c,
    { ...reportPage(open.report.title, again?.status ?? 200), ...noticeOf(c, open.words) },
    <WritePage {...open} todayOn={londonDate(c.get('now'))} csrf={csrfOf(c)} again={again} />
  )
}

reportDrafts.get('/reports/:id/write', writes, (c) => showDraft(c))

const conflictFields = (
  typed: { readonly sentence: string; readonly narrative: string },
  theirs: FigureWords | undefined,
  proposed: string
) =>
  (['sentence', 'narrative'] as const).flatMap((name) => {
    const stored = (name === 'sentence' ? (theirs?.sentence ?? proposed) : theirs?.narrative) ?? ''
    return typed[name] === stored
      ? []
      : [
          {
            label: name === 'sentence' ? 'Key sentence' : 'Your words',
            name,
            theirsValue: stored,
            mine: typed[name],
            theirs: stored,
          },
        ]
  })

reportDrafts.post('/reports/:id/words', writes, async (c) => {
  const reportId = c.req.param('id')
  const here = `/reports/${reportId}/write`
  const sent = form(c, wordsForm)
  const place = sent.raw.place ?? ''
  const typed = { sentence: sent.raw.sentence ?? '', narrative: sent.raw.narrative ?? '' }
  const todayOn = londonDate(c.get('now'))
  if (c.get('body')?.has('theirs')) return c.redirect(`${here}#words-${idOf(place)}`, 303)
  const say = (
    state: SavedStatusProps['state'],
    status: 409 | 422,
    words?: FigureWords | undefined
  ) =>
    isHtmx(c)
      ? c.html(<WordsStatus place={place} words={words} todayOn={todayOn} state={state} />, status)
      : showDraft(c, { ...typed, place, state, status })
  if (!sent.ok) {
    return say({ kind: 'refused', messages: Object.values(sent.errors) }, 422)
  }
  try {
    const { kind, words } = await saveReportWords(contextOf(c), {
      ...sent.data,
      reportId,
      sentence: sent.data.sentence ?? null,
    })
    if (kind === 'conflict') {
      const state = {
        kind,
        by: changerWords(personOf(c).id, {
          id: words?.savedById ?? null,
          name: words?.savedBy ?? null,
        }),
        ...(words === undefined ? {} : { at: words.savedAt }),
        fields: conflictFields(typed, words, sent.data.proposed),
      } as const
      return say(state, 409, words)
    }
    return isHtmx(c)
      ? c.html(<WordsStatus place={place} words={words} todayOn={todayOn} />)
      : c.redirect(`${here}?saved=words#words-${idOf(place)}`, 303)
  } catch (error) {
    // Frozen or discarded meanwhile: what was typed stays in the page; without the script the error page shows it.
    if (!(error instanceof WrongState) || !isHtmx(c)) throw error
    return say({ kind: 'refused', messages: [error.message] }, 409)
  }
})

reportDrafts.get('/reports/:id/settings', writes, async (c) => {
  const report = await draftOf(c)
  const { from, to, audience, teamId, status, kind, title, chapters } = report
  const own = (name: string, date: string) => {
    const [year = '', month = '', day = ''] = date.split('-')
    return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year }
  }
  const quarter = asQuarter({ from, to })
  return showSettings(c, {
    report,
    chapters,
    errors: {},
    values: {
      period: quarter ? from : 'own',
      ...(quarter ? {} : { ...own('from', from), ...own('to', to) }),
      audience,
      team: teamId ?? '',
      status: status ?? '',
      kind: kind ?? '',
      title,
    },
  })
})

reportDrafts.post('/reports/:id/settings', writes, async (c) => {
  const report = await draftOf(c)
  const sent = await sentSettings(c)
  if (!sent.ok) return showSettings(c, { ...sent, report, status: 422 })
  try {
    await changeReport(contextOf(c), {
      reportId: report.id,
      settings: sent.settings,
      revision: sent.revision ?? 0,
    })
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    const typed = { values: form(c, freezeForm).raw, chapters: sent.settings.chapters }
    const errors = { title: `${error.message} Save again to use yours.` }
    const now = await draftOf(c)
    return showSettings(c, { ...typed, report: now, errors, status: 409, mine: sent.settings })
  }
  return c.redirect(`/reports/${report.id}/write?saved=settings`, 303)
})

const showFreeze = async (
  c: C,
  fault?: { readonly field?: string; readonly message: string; readonly status: 409 | 422 }
) => {
  const { report, words, model, questions, overlapping } = await openDraft(c)
  const isExternal = report.audience === 'external'
  return renderPage(
    c,
    reportPage('Freeze this report?', fault?.status ?? 200),
    <FreezePage
      report={report}
      questions={questions}
      changed={changedSentences(model, words)}
      csrf={csrfOf(c)}
      overlapping={isExternal ? overlapping : []}
      typed={form(c, freezeForm).raw}
      errors={fault ? { [fault.field ?? 'main']: fault.message } : {}}
    />
  )
}

reportDrafts.get('/reports/:id/freeze', writes, (c) => showFreeze(c))

reportDrafts.post('/reports/:id/freeze', writes, async (c) => {
  const reportId = c.req.param('id')
  await draftOf(c)
  const sent = form(c, freezeForm)
  if (!sent.ok) return showFreeze(c, { message: sent.errors.revision ?? '', status: 422 })
  try {
    const council = c.get('deps').council.name
    const { revision, overlap, overlapReason } = sent.data
    await freezeReport(contextOf(c), {
      ...{ reportId, council, revision },
      overlapReason: overlap === 'yes' ? overlapReason : '',
    })
  } catch (error) {
    if (error instanceof Conflict) return showFreeze(c, { message: error.message, status: 409 })
    if (error instanceof FieldFault) {
      return showFreeze(c, { field: error.field, message: error.message, status: 422 })
    }
    if (error instanceof FaultyInput) {
      return showFreeze(c, { message: error.lines.join(' '), status: 422 })
    }
    throw error
  }
  return c.redirect(`/reports/${reportId}?saved=frozen`, 303)
})

reportDrafts.get('/reports/:id/discard', writes, async (c) =>
  renderPage(
    c,
    reportPage('Discard this draft?'),
    <DiscardReportPage report={await draftOf(c)} csrf={csrfOf(c)} errors={{}} />
  )
)

reportDrafts.post('/reports/:id/discard', writes, async (c) => {
  await discardReport(contextOf(c), { reportId: c.req.param('id') })
  return c.redirect('/reports?saved=discarded', 303)
})
