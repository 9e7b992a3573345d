/** What a line of shares is measured by: which limits, and a target. Both stand in the address with the other filters. */
import type { OverTime } from '../../src/analytics/load-over-time.ts'
import { Input } from '../components/input.tsx'
import { Select } from '../components/select.tsx'

const limitLabels: readonly { readonly value: OverTime['limits']; readonly text: string }[] = [
  { value: 'auto', text: 'As the rounds need' },
  { value: 'p', text: 'For chance alone (p-chart)' },
  { value: 'laney', text: 'For rounds that differ (Laney p′)' },
]

export const LineFilters = ({ overTime }: { overTime: OverTime }) => {
  const { faults } = overTime.results
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.message
  return (
    <>
      <Select
        name="limits"
        label={{ text: 'Limits' }}
        error={faultOf('limits')}
        value={overTime.limits}
        items={[...limitLabels]}
      />
      <Input
        name="target"
        label={{ text: 'Target, %' }}
        error={faultOf('target')}
        value={overTime.typedTarget}
        inputmode="numeric"
        class="govuk-input--width-3"
      />
    </>
  )
}
