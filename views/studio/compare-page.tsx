/** Two versions of a rubric side by side, and where a trend goes on from one to the other. */
import type { WordedDifference, WordedItem } from '../../src/studio/rules/worded-difference.ts'
import { BackLink } from '../components/back-link.tsx'
import { FilterBar } from '../components/filter-bar.tsx'
import { Select } from '../components/select.tsx'
import { DifferenceView } from './difference-view.tsx'

export type ComparePageProps = {
  rubric: { key: string; title: string }
  versions: readonly string[]
  from: string
  to: string
  difference: WordedDifference
  /** By item key, '' the grade of the theme: whether its trend goes on from one version to the other. */
  goesOn: ReadonlyMap<string, boolean>
  /** What the publisher gave as reasons, by item key; only between a version and the one that it was made from. */
  reasons: ReadonlyMap<string, string>
}

const trendWords = (goesOn: boolean | undefined): string =>
  goesOn === true
    ? 'It still measures the same: the trend goes on.'
    : 'It measures something else: the trend line breaks here.'

const itemWords = (one: WordedItem, goesOn: boolean | undefined): string => {
  if (one.kind === 'added') return 'Its own trend begins with this version.'
  if (one.kind === 'retired') return 'Its trend ends here. Earlier results stay.'
  return one.kind === 'changed' ? trendWords(goesOn) : ''
}

const meaningOf =
  ({ goesOn, reasons }: Pick<ComparePageProps, 'goesOn' | 'reasons'>) =>
  (one: WordedItem) => (
    <p>
      {itemWords(one, goesOn.get(one.key))}
      {reasons.has(one.key) ? ` Why: ${reasons.get(one.key)}` : ''}
    </p>
  )

export const ComparePage = (props: ComparePageProps) => {
  const { rubric, versions } = props
  const choices = versions.map((version) => ({ value: version, text: `Version ${version}` }))
  return (
    <>
      <BackLink href={`/rubrics/${rubric.key}/${props.to}`}>{rubric.title}</BackLink>
      <span class="govuk-caption-l">{rubric.title}</span>
      <h1 class="govuk-heading-l">{`What changed from version ${props.from} to ${props.to}`}</h1>
      <FilterBar
        action={`/rubrics/${rubric.key}/compare`}
        label="Which versions to compare"
        submitText="Compare"
      >
        <Select name="from" label="From" value={props.from} items={choices} />
        <Select name="to" label="To" value={props.to} items={choices} />
      </FilterBar>
      <DifferenceView difference={props.difference} meaning={meaningOf(props)} />
      {props.from === props.to ? (
        ''
      ) : (
        <section class="pl-studio__difference">
          <h2 class="govuk-heading-s">The grade of the theme</h2>
          <p>
            {trendWords(props.goesOn.get(''))}
            {props.reasons.has('') ? ` Why: ${props.reasons.get('')}` : ''}
          </p>
        </section>
      )}
    </>
  )
}
