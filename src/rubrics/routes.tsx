/** Reading the published rubrics: the list, and one version as an auditor sees it. */
import { Hono } from 'hono'
import { RubricListPage } from '../../views/rubrics/rubric-list-page.tsx'
import { RubricPage } from '../../views/rubrics/rubric-page.tsx'
import { NotFound } from '../errors.ts'
import type { AppEnv } from '../http/env.ts'
import { may } from '../http/guards.ts'
import { renderPage } from '../http/page.tsx'
import { rubricAddress } from './input.ts'
import { judgementLabels } from './rules/judgement.ts'
import type { Rubric } from './rules/rubric.ts'
import { scaleOf } from './rules/scale.ts'
import { findRubric, listCurrentRubrics, listRubricVersions } from './store.ts'

export const rubrics = new Hono<AppEnv>()

const judgementOf = ({ judgement }: Pick<Rubric, 'judgement'>): string | undefined =>
  judgement && judgementLabels[judgement]

rubrics.get('/rubrics', may('rubrics.read'), async (c) => {
  const newest = await listCurrentRubrics(c.get('deps').db)
  const byTitle = newest.toSorted((a, b) => a.title.localeCompare(b.title, 'en-GB'))
  return renderPage(
    c,
    { title: 'Rubrics', current: 'rubrics' },
    <RubricListPage
      rubrics={byTitle.map(({ rubric }) => ({ rubric, judgement: judgementOf(rubric) }))}
    />
  )
})

rubrics.get('/rubrics/:key/:version', may('rubrics.read'), async (c) => {
  const { db } = c.get('deps')
  const address = rubricAddress.safeParse(c.req.param())
  if (!address.success) throw new NotFound('No such rubric')
  const { key, version } = address.data
  const found = await findRubric(db, key, version)
  if (found === undefined) throw new NotFound('No such rubric')
  const versions = (await listRubricVersions(db)).filter((each) => each.key === key)
  return renderPage(
    c,
    { title: `${found.title}, version ${found.version}`, current: 'rubrics' },
    <RubricPage
      rubric={found.rubric}
      scale={scaleOf(found.rubric)}
      judgement={judgementOf(found.rubric)}
      publishedAt={found.publishedAt}
      versions={versions.map((each) => each.version)}
    />
  )
})
