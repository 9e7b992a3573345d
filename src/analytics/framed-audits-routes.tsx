/** The audits behind a figure of several rounds. The route is that of one round: routes.tsx. */

import { addressWith } from '../../views/components/address-with.ts'
import { AuditsBehindPage } from '../../views/results/audits-behind-page.tsx'
import { frameWords } from '../../views/results/frame-filters.tsx'
import { childWords } from '../../views/results/group-words.ts'
import { valueWords } from '../../views/results/value-words.ts'
import { type C, personOf } from '../http/env.ts'
import { renderPage } from '../http/page.tsx'
import { isGranted, scopesOf } from '../people/rules/permissions.ts'
import { auditThemeKey } from '../rubrics/rules/rubric.ts'
import { councilFrameOf, frameOf } from './frame-routes.tsx'
import { framedAuditsQuery } from './input.ts'
import { IN_N, loadFramedAudits, NOT_KNOWN } from './load-framed-audits.ts'

export const framedAudits = async (c: C): Promise<Response> => {
  const asked = framedAuditsQuery.parse(c.req.query())
  const isStatusless = asked.status === NOT_KNOWN
  // Figures by what is known of a child are of the whole council: of a team they would point at one child.
  const { age, sex, ethnicity, disability } = asked
  const isByChild = [age, sex, ethnicity, disability].some((one) => one !== undefined)
  const read = isByChild ? await councilFrameOf(c) : (await frameOf(c)).frame
  const frame = isStatusless
    ? { ...read, faults: read.faults.filter(({ field }) => field !== 'status') }
    : read
  const { audits, counted, next } = await loadFramedAudits(c.get('deps').db, personOf(c), frame, {
    ...asked,
    isStatusless,
  })
  // How many of a few children had which grade is for those who may read all of them.
  const isToldHowMany =
    !isByChild || scopesOf(personOf(c).roles, 'audits.read_submitted').includes('all')
  const theme = frame.filters.theme === '' ? auditThemeKey : frame.filters.theme
  const item = frame.published.flatMap(({ items }) => items).find(({ key }) => key === asked.item)
  const kind = item?.kind === undefined || item.kind === 'text' ? 'grade' : item.kind
  const scale = frame.scaleOf(theme)
  const heading = `${frame.titleOf(theme)}${asked.item === undefined ? '' : `: ${item?.short ?? asked.item}`}`
  const labels = new Map(
    item?.kind === 'category' ? item.choices.map(({ key, label }) => [key, label]) : []
  )
  const { after: _, ...address } = asked
  const query = Object.fromEntries(
    Object.entries(address).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  )
  return renderPage(
    c,
    {
      title: `Audits behind a figure: ${heading}`,
      current: 'results',
      status: frame.faults.length > 0 ? 422 : 200,
    },
    <AuditsBehindPage
      heading={heading}
      round={[frameWords(frame), ...childWords({ age, sex, ethnicity, disability })].join(', ')}
      value={
        asked.value === undefined || asked.value === IN_N
          ? undefined
          : valueWords({ judged: kind, scale, labels }, asked.value)
      }
      counted={isToldHowMany ? counted : undefined}
      audits={audits}
      scale={scale}
      opensCases={isGranted(personOf(c).roles, 'cases.read')}
      backHref={asked.back ?? addressWith('/results/heat', frame.filters)}
      nextHref={
        next === undefined ? undefined : addressWith('/results/audits', { ...query, after: next })
      }
      isWhole={next === undefined && asked.after === undefined}
      faults={frame.faults}
    />
  )
}
