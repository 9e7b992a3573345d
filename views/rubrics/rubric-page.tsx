/** One version of a rubric, its items in the order and words in which an auditor meets them. */
import type { Item, Rubric } from '../../src/rubrics/rules/rubric.ts'
import type { Scale } from '../../src/rubrics/rules/scale.ts'
import { BackLink } from '../components/back-link.tsx'
import { SummaryList } from '../components/summary-list.tsx'
import { dateOf, formatDate } from '../format.ts'
import { appliesInWords } from './applies-in-words.ts'
import { RubricItem } from './rubric-item.tsx'

export type RubricPageProps = {
  rubric: Rubric
  scale: Scale
  judgement: string | undefined
  publishedAt: string
  /** Every version of this rubric, the oldest first. */
  versions: string[]
}

export const RubricPage = ({
  rubric,
  scale,
  judgement,
  publishedAt,
  versions,
}: RubricPageProps) => (
  <>
    <BackLink href="/rubrics">Rubrics</BackLink>
    <span class="govuk-caption-l">{`Rubric, version ${rubric.version}`}</span>
    <h1 class="govuk-heading-l">{rubric.title}</h1>
    <SummaryList
      rows={[
        { key: 'Asks about', value: appliesInWords(rubric.applies) },
        judgement !== undefined && { key: 'Part of the inspectorate’s report', value: judgement },
        { key: 'Drawn from', value: rubric.source },
        { key: 'Published', value: formatDate(dateOf(publishedAt)) },
        { key: 'Scale', value: scaleInWords(scale) },
        scale.isOrdered && { key: 'Grading', value: gradingInWords(rubric) },
        versions.length > 1 && {
          key: 'Other versions',
          value: { text: <OtherVersions rubric={rubric} versions={versions} /> },
        },
      ]}
    />
    {rubric.items.map((item) => (
      <RubricItem item={item} decider={deciderOf(rubric, item)} scale={scale} />
    ))}
  </>
)

const deciderOf = (rubric: Rubric, item: Item): Item | undefined =>
  rubric.items.find((each) => each.key === item.showsWhen?.item)

const OtherVersions = (props: { rubric: Rubric; versions: string[] }) => (
  <>
    {props.versions
      .filter((version) => version !== props.rubric.version)
      .map((version, index) => (
        <>
          {index > 0 ? ', ' : ''}
          <a class="govuk-link" href={`/rubrics/${props.rubric.key}/${version}`}>
            {`Version ${version}`}
          </a>
        </>
      ))}
  </>
)

/** `Red, amber, green: Green, Amber, Red, best first`. */
const scaleInWords = (scale: Scale): string => {
  const values = scale.values.map(({ label }) => label).join(', ')
  return scale.isOrdered
    ? `${scale.title}. Best first: ${values}.`
    : `${scale.title}. Answers are counted and make no grade.`
}

const gradingInWords = (rubric: Rubric): string => {
  const changed = Object.entries(rubric.rules).map(
    ([rule, value]) => `${rule.replaceAll('_', ' ')}: ${value.replaceAll('_', ' ')}`
  )
  return changed.length === 0
    ? 'The standard rules'
    : `The standard rules, except ${changed.join('; ')}`
}
