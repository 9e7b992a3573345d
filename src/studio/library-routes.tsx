/** The library: every rubric with its version in use, one version to read, its file, and two versions side by side. */
import { Hono } from 'hono'
import { RubricListPage } from '../../views/rubrics/rubric-list-page.tsx'
import { RubricPage } from '../../views/rubrics/rubric-page.tsx'
import { ComparePage } from '../../views/studio/compare-page.tsx'
import { NotFound } from '../errors.ts'
import { download } from '../http/download.ts'
import { type AppEnv, type C, personOf } from '../http/env.ts'
import { may } from '../http/guards.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { isGranted } from '../people/rules/permissions.ts'
import { differenceOf } from '../rubrics/rules/difference.ts'
import { judgementLabels, judgements } from '../rubrics/rules/judgement.ts'
import { sinceOf, themeGradeItem } from '../rubrics/rules/meaning.ts'
import type { Rubric } from '../rubrics/rules/rubric.ts'
import { rubricFields, rubricYaml } from '../rubrics/rules/rubric-fields.ts'
import { scaleOf } from '../rubrics/rules/scale.ts'
import { findRubric, listPublishedRubrics } from '../rubrics/store.ts'
import {
  findPublication,
  listMeanings,
  listWithdrawals,
  listWithdrawn,
  loadSince,
} from '../rubrics/version-store.ts'
import { compareForm, libraryFilters, rubricAddress } from './input.ts'
import { studioPage } from './record-routes.tsx'
import { libraryOf } from './rules/library.ts'
import { wordedDifference } from './rules/worded-difference.ts'
import { listOpenDrafts } from './store.ts'
import { listVersionsOf, listVersionUse } from './use-store.ts'

export const library = new Hono<AppEnv>()

const reads = may('rubrics.read')

const mayWrite = (c: C): boolean => isGranted(personOf(c).roles, 'rubrics.publish')

const judgementOf = ({ judgement }: Pick<Rubric, 'judgement'>): string | undefined =>
  judgement && judgementLabels[judgement]

const noticeWords: Readonly<Record<string, string>> = {
  published: 'This version is published. New rounds use it from now on.',
  withdrawn: 'This version is withdrawn from new use. Audits that have it keep it.',
  restored: 'This version is back in use.',
  discarded: 'The draft is discarded.',
}

const noticeOf = (c: C) => {
  const text = noticeWords[c.req.query('saved') ?? '']
  return text === undefined ? {} : { notice: { kind: 'success' as const, text } }
}

library.get('/rubrics', reads, async (c) => {
  const { db } = c.get('deps')
  const read = libraryFilters.safeParse(c.req.query())
  const filters = read.success ? read.data : { q: '', judgement: '', state: '' as const }
  const isWriter = mayWrite(c)
  const published = await listPublishedRubrics(db)
  const rows = libraryOf(published, await listWithdrawn(db), filters)
  const unknown = {
    kind: 'warning',
    text: 'That filter is not known. All rubrics are shown.',
  } as const
  return renderPage(
    c,
    { ...studioPage('Rubrics'), ...(read.success ? noticeOf(c) : { notice: unknown }) },
    <RubricListPage
      rubrics={rows.map((row) => ({ ...row, judgement: judgementOf(row.rubric) }))}
      filters={filters}
      judgements={judgements.map((value) => ({ value, text: judgementLabels[value] }))}
      drafts={isWriter ? await listOpenDrafts(db) : undefined}
      csrf={csrfOf(c)}
    />
  )
})

/** @throws NotFound for what is no address of a rubric, and for a version that is not there */
const versionOf = async (c: C) => {
  const address = rubricAddress.safeParse(c.req.param())
  const found =
    address.success && (await findRubric(c.get('deps').db, address.data.key, address.data.version))
  if (!found) throw new NotFound('No such rubric')
  return found
}

library.get('/rubrics/:key/compare', reads, async (c) => {
  const { db } = c.get('deps')
  const key = c.req.param('key')
  const published = (await listPublishedRubrics(db)).filter((one) => one.key === key)
  const newest = published.at(-1)
  if (!newest) throw new NotFound('No such rubric')
  const asked = compareForm.parse(c.req.query())
  const find = (version: string) => published.find((one) => one.version === version)
  const to = find(asked.to) ?? newest
  const publication = await findPublication(db, to.id)
  const base = published.find(({ id }) => id === publication?.baseVersionId)
  const from = find(asked.from) ?? base ?? published[0] ?? newest
  const fromSince = await loadSince(db, from.id)
  const toMeanings = await listMeanings(db, [to.id])
  const toSince = new Map(toMeanings.map((row) => [row.item, row.sinceVersionId]))
  const isFromBase = from.id === base?.id
  const goesOn = (item: string): boolean =>
    sinceOf(from.id, fromSince, item) === sinceOf(to.id, toSince, item)
  const difference = differenceOf(from.rubric, to.rubric)
  const keys = [themeGradeItem, ...difference.items.map((one) => one.key)]
  return renderPage(
    c,
    studioPage(`${to.title}: versions ${from.version} and ${to.version}`),
    <ComparePage
      rubric={{ key, title: to.title }}
      versions={published.map(({ version }) => version)}
      from={from.version}
      to={to.version}
      difference={wordedDifference(difference)}
      reasons={
        new Map(
          toMeanings
            .filter(({ reason }) => isFromBase && reason !== '')
            .map(({ item, reason }) => [item, reason])
        )
      }
      goesOn={new Map(keys.map((item) => [item, goesOn(item)]))}
    />
  )
})

library.get('/rubrics/:key/:version', reads, async (c) => {
  const { db } = c.get('deps')
  const found = await versionOf(c)
  const publication = await findPublication(db, found.id)
  return renderPage(
    c,
    { ...studioPage(`${found.title}, version ${found.version}`), ...noticeOf(c) },
    <RubricPage
      rubric={found.rubric}
      scale={scaleOf(found.rubric)}
      judgement={judgementOf(found.rubric)}
      publishedAt={found.publishedAt}
      note={publication?.note ?? ''}
      versions={await listVersionsOf(db, found.key)}
      use={await listVersionUse(db, found.id)}
      withdrawals={await listWithdrawals(db, found.id)}
      mayWrite={mayWrite(c)}
      csrf={csrfOf(c)}
    />
  )
})

library.get('/rubrics/:key/:version/file', reads, async (c) => {
  const { rubric, key, version } = await versionOf(c)
  return download(c, `${key}-${version}`, 'yaml', rubricYaml(rubricFields(rubric)))
})
