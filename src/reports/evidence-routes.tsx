/** Evidence packs for an inspection or a focused visit: what is asked for, the files, how far one is, who took which. */
import { Hono } from 'hono'
import { evidenceDocument } from '../../views/reports/evidence-document.ts'
import { EvidenceExportsPage } from '../../views/reports/evidence-exports-page.tsx'
import { EvidencePage } from '../../views/reports/evidence-page.tsx'
import { EvidenceProgressPage } from '../../views/reports/evidence-progress.tsx'
import { evidenceLayouts } from '../../views/reports/evidence-sheets.ts'
import { evidenceAddress } from '../../views/reports/evidence-words.ts'
import { listPublishedThemes } from '../analytics/theme-store.ts'
import { writeWord } from '../documents/write-word.ts'
import { writeWorkbook } from '../documents/write-workbook.ts'
import { download } from '../http/download.ts'
import { type AppEnv, type C, contextOf, personOf } from '../http/env.ts'
import { may } from '../http/guards.ts'
import { renderPage } from '../http/page.tsx'
import { londonDate } from '../people/rules/london-date.ts'
import { listTeams } from '../people/team-store.ts'
import { evidenceSheets } from './evidence-sheets.ts'
import {
  type EvidenceCounts,
  listEvidenceIds,
  listExportEnds,
  listExports,
  readActionRows,
  readAuditRows,
  readFindingRows,
  readGradeRows,
} from './evidence-store.ts'
import { exportEvidence } from './export-evidence.ts'
import { type Download, findProgress } from './export-progress-store.ts'
import { evidenceQuery, exportsQuery } from './input.ts'
import { type Evidence, loadEvidence } from './load-evidence.ts'
import { lastTwelveMonths } from './rules/evidence-filters.ts'
import { stepsOf, toldProgress } from './rules/export-progress.ts'

export const evidence = new Hono<AppEnv>()

const leads = may('evidence.export')

/** Of a Word summary: longer ones nobody reads, and Excel holds them all. */
const MOST_IN_WORD = 200
const EXPORTS_A_PAGE = 50

/** What is asked for; the last twelve months where the address says nothing of dates. */
const evidenceOf = async (c: C) => {
  // `theme` too, as every page of results has it in its address: a theme that is asked for is never left out unsaid.
  const themes = ['themes', 'theme'].flatMap((name) => c.req.queries(name) ?? [])
  const asked = evidenceQuery.parse({ ...c.req.query(), themes })
  const usual = lastTwelveMonths(londonDate(c.get('now')))
  const found = await loadEvidence(c.get('deps').db, {
    from: asked.from ?? usual.from,
    to: asked.to ?? usual.to,
    team: asked.team ?? '',
    themes: [...new Set(asked.themes)],
    hasReferences: asked.references === 'with',
  })
  // Each download has an id of its own, so that the ends of two under one address are not taken for each other.
  const exportId = contextOf(c).ids()
  return { found, exportId, watch: asked.export ?? exportId }
}

evidence.get('/reports/evidence', leads, async (c) => {
  const { found } = await evidenceOf(c)
  return renderPage(
    c,
    { title: 'Evidence pack', current: 'reports', status: found.faults.length > 0 ? 422 : 200 },
    <EvidencePage evidence={found} exportId={contextOf(c).ids()} mostInWord={MOST_IN_WORD} />
  )
})

const wordsOf = async (c: C, found: Evidence) => {
  const themes = await listPublishedThemes(c.get('deps').db)
  const items = new Map(themes.flatMap((theme) => theme.items.map((one) => [one.key, one.short])))
  return {
    evidence: found,
    itemName: (key: string) => items.get(key) ?? key,
    todayOn: londonDate(c.get('now')),
    madeAt: c.get('now'),
    madeBy: personOf(c).name,
  }
}

const record = (
  c: C,
  found: Evidence,
  file: { exportId: string; format: 'xlsx' | 'docx' },
  /** How much is in this file, which may be less than there is. */
  counts: EvidenceCounts,
  watched?: { download: Download; total: number }
) => {
  const { typed, themes, asked } = found
  const isKnown = (key: string) => themes.some((one) => one.key === key && one.isPublished)
  const details = {
    ...file,
    from: asked?.query.from ?? null,
    to: asked?.query.to ?? null,
    // The key of a theme without a rubric is what somebody typed, and words stay out of the event log.
    themes: typed.themes.filter(isKnown).slice(0, 100),
    otherThemes: typed.themes.filter((key) => !isKnown(key)).length,
    teamId: typed.team === '' ? null : typed.team,
    hasReferences: typed.hasReferences,
    audits: counts.audits,
    findings: counts.findings,
    actions: counts.actions,
  }
  return exportEvidence(contextOf(c), details, watched)
}

const fileName = (c: C, what: string) => `${what} ${londonDate(c.get('now'))}`

evidence.get('/reports/evidence.xlsx', leads, async (c) => {
  const { found, exportId, watch } = await evidenceOf(c)
  // The page says what is wrong, or that there is nothing.
  if (!found.asked || found.asked.counts.audits === 0) {
    return c.redirect(evidenceAddress(found, '/reports/evidence'), 303)
  }
  const { db, clock } = c.get('deps')
  const ids = await listEvidenceIds(db, found.asked.query)
  const layouts = evidenceLayouts(await wordsOf(c, found))
  const taken = { exportId, watch, personId: personOf(c).id }
  await record(c, found, { exportId, format: 'xlsx' }, found.asked.counts, {
    download: taken,
    total: stepsOf(ids.length),
  })
  const pack = { download: taken, ids, themes: found.typed.themes, layouts, clock }
  const file = writeWorkbook(evidenceSheets(contextOf(c), pack), { title: 'Evidence pack' })
  return download(c, fileName(c, 'Evidence pack'), 'xlsx', file)
})

evidence.get('/reports/evidence.docx', leads, async (c) => {
  const { found, exportId } = await evidenceOf(c)
  if (!found.asked || found.asked.counts.audits === 0) {
    return c.redirect(evidenceAddress(found, '/reports/evidence'), 303)
  }
  const { db } = c.get('deps')
  const ids = await listEvidenceIds(db, found.asked.query, MOST_IN_WORD)
  const rows = {
    audits: await readAuditRows(db, ids),
    grades: await readGradeRows(db, ids, found.typed.themes),
    findings: await readFindingRows(db, ids),
    actions: await readActionRows(db, ids),
  }
  const file = await writeWord(evidenceDocument(await wordsOf(c, found), rows))
  // Last, so that nothing is recorded that could not be made.
  await record(
    c,
    found,
    { exportId, format: 'docx' },
    {
      audits: rows.audits.length,
      findings: rows.findings.length,
      actions: rows.actions.length,
    }
  )
  return download(c, fileName(c, 'Evidence pack summary'), 'docx', file)
})

evidence.get('/reports/evidence/progress', leads, async (c) => {
  const { export: watch } = evidenceQuery.parse({ ...c.req.query(), themes: [] })
  const stored =
    watch === undefined
      ? undefined
      : await findProgress(c.get('deps').db, { personId: personOf(c).id, watch })
  return renderPage(
    c,
    { title: 'How far the evidence pack is', current: 'reports' },
    <EvidenceProgressPage
      exportId={watch ?? ''}
      progress={stored && toldProgress(stored, c.get('now'))}
    />
  )
})

evidence.get('/reports/evidence/exports', leads, async (c) => {
  const { db } = c.get('deps')
  const { before } = exportsQuery.parse(c.req.query())
  const rows = await listExports(db, before, EXPORTS_A_PAGE)
  const shown = rows.slice(0, EXPORTS_A_PAGE)
  const last = shown.at(-1)?.number
  const ends = new Map(
    (last === undefined ? [] : await listExportEnds(db, last)).map((end) => [end.exportId, end])
  )
  const teams = new Map((await listTeams(db)).map(({ id, name }) => [id, name]))
  return renderPage(
    c,
    { title: 'Evidence packs taken', current: 'reports' },
    <EvidenceExportsPage
      exports={shown.map((one) => ({
        ...one,
        team: one.teamId === null ? undefined : (teams.get(one.teamId) ?? 'A team that is gone'),
        end: ends.get(one.exportId),
      }))}
      olderHref={
        rows.length > EXPORTS_A_PAGE ? `/reports/evidence/exports?before=${last}` : undefined
      }
      isFirst={before === undefined}
    />
  )
})
