/** Grades by what is known of the child, of the whole council, on a page and as a file. */
import { Hono } from 'hono'
import { EqualityPage, sizeWords } from '../../views/results/equality-page.tsx'
import { frameAddress } from '../../views/results/frame-filters.tsx'
import { groupLabel } from '../../views/results/group-words.ts'
import { type AppEnv, type C, personOf } from '../http/env.ts'
import { may } from '../http/guards.ts'
import { renderPage } from '../http/page.tsx'
import { isGranted, scopesOf } from '../people/rules/permissions.ts'
import { councilFrameOf, namedFrameOf, sendTable } from './frame-routes.tsx'
import { type Equality, loadEquality } from './load-equality.ts'
import type { Frame } from './load-frame.ts'
import { FEWEST_FOR_SHARE, isShareShown, SMALL_SAMPLE } from './rules/small-numbers.ts'

export const equalities = new Hono<AppEnv>()

/** Nothing is to be kept from whoever may read the single audits; others get named periods, which do not tell few apart. */
const seesAll = (c: C): boolean =>
  scopesOf(personOf(c).roles, 'audits.read_submitted').includes('all')

const equalityOf = async (c: C) => {
  const isWhole = seesAll(c)
  const frame = await (isWhole ? councilFrameOf(c) : namedFrameOf(c))
  return { frame, equality: await loadEquality(c.get('deps').db, frame, isWhole) }
}

const page = (c: C, frame: Frame, equality: Equality) => {
  const { roles } = personOf(c)
  return renderPage(
    c,
    { title: 'Equality', current: 'results', status: frame.faults.length > 0 ? 422 : 200 },
    <EqualityPage
      frame={frame}
      equality={equality}
      fewest={FEWEST_FOR_SHARE}
      small={SMALL_SAMPLE}
      isWhole={seesAll(c)}
      csvHref={
        isGranted(roles, 'results.export') && equality.groups.length > 0
          ? frameAddress('/results/equality.csv', frame)
          : undefined
      }
      isLinked={isGranted(roles, 'audits.read_submitted')}
    />
  )
}

equalities.get('/results/equality', may('results.council'), async (c) => {
  const { frame, equality } = await equalityOf(c)
  return page(c, frame, equality)
})

equalities.get('/results/equality.csv', may('results.export'), async (c) => {
  const { frame, equality } = await equalityOf(c)
  if (frame.faults.length > 0) return page(c, frame, equality)
  const values = equality.scale.values.filter(({ isOutside }) => !isOutside)
  return sendTable(c, 'equality', frame.filters, {
    columns: [
      ...['theme', 'divided_by', 'group', 'n', ...values.map(({ key }) => key)],
      ...['good_or_better', 'good_or_better_percent', 'low', 'high'],
    ],
    rows: equality.groups.flatMap((one) => {
      const { dimension, group, figures, hidden } = one
      if (figures === undefined) return []
      if (hidden) {
        const empty = [...values, 'good', 'percent', 'low', 'high'].map(() => '')
        return [[equality.theme, dimension, groupLabel(dimension, group), sizeWords(one), ...empty]]
      }
      const share = isShareShown(figures.n) ? figures.goodOrBetter : null
      return [
        [
          ...[equality.theme, dimension, groupLabel(dimension, group), figures.n],
          ...values.map(({ key }) => figures.counts[key] ?? 0),
          figures.goodOrBetter?.count ?? '',
          ...[share?.percent ?? '', share?.low ?? '', share?.high ?? ''],
        ],
      ]
    }),
  })
})
