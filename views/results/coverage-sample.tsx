/** How sure shares of the audited cases are of all open cases: a population whose size is known. */
import type { Coverage, Sample } from '../../src/analytics/load-coverage.ts'
import { DataTable } from '../components/data-table.tsx'
import { formatCount, plural, statusLabel } from '../format.ts'

const sureness = ({ audited, cases, points }: Sample): string =>
  audited === 0
    ? 'none audited'
    : points === undefined
      ? 'too few'
      : audited === cases
        ? 'all audited'
        : `± ${points} points`

const sentence = ({ audited, cases, points }: Sample): string => {
  const were = `${formatCount(audited)} of ${plural(cases, 'open case')} ${audited === 1 ? 'was' : 'were'} audited in the last twelve months`
  if (audited === 0)
    return `None of ${plural(cases, 'open case')} was audited in the last twelve months.`
  if (points === undefined) return `${were}: too few to say anything of all of them.`
  if (audited === cases) return `${were}: a share found in them is that of all open cases.`
  return `${were}: a share found in them holds for all open cases give or take ${plural(points, 'point')}, if those audited were picked at random.`
}

export const CoverageSample = ({ samples }: Pick<Coverage, 'samples'>) => {
  const [all, ...statuses] = samples
  if (!all) return ''
  return (
    <>
      <h2>How sure these audits are of all open cases</h2>
      <p>{sentence(all)}</p>
      <DataTable
        id="sample"
        caption="Open cases audited in the last twelve months, and how sure a share of them is"
        isCaptionHidden
        columns={[
          { header: 'Service status' },
          { header: 'Open cases', isNumber: true },
          { header: 'Audited in the year', isNumber: true },
          { header: 'Give or take', isNumber: true },
          { header: 'To audit for ± 10 points', isNumber: true },
        ]}
        rows={[...statuses, all].map((sample) => [
          sample.key === '' ? <strong>All open cases</strong> : statusLabel(sample.key),
          formatCount(sample.cases),
          formatCount(sample.audited),
          sureness(sample),
          formatCount(sample.forTen),
        ])}
      />
      <p class="pl-muted">
        Give or take is the 95% margin of a share near one half, allowing for how many open cases
        there are. It asks for cases that were picked at random; cases picked for a reason say
        nothing of the others. Cases that were closed since are not counted here.
      </p>
    </>
  )
}
