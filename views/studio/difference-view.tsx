/** What changed between two versions, as a person reads it: the rubric first, then each item that is not as it was. */
import type { Child } from 'hono/jsx'
import type {
  WordedChange,
  WordedDifference,
  WordedItem,
} from '../../src/studio/rules/worded-difference.ts'
import { SummaryList } from '../components/summary-list.tsx'
import { Tag } from '../components/tag.tsx'
import { gradeLabel, plural } from '../format.ts'
import { WordDifference } from './word-difference.tsx'

const names: Readonly<Record<string, string>> = {
  short: 'Short name',
  question: 'Question',
  guidance: 'Where to look',
  critical: 'Critical',
  unit: 'What is counted',
  multiple: 'Several choices',
  required: 'Has to be answered',
  always_applies: 'Applies to every child',
  'shows_when.item': 'Asked only after',
  'shows_when.is': 'Asked when answered',
  title: 'Title',
  judgement: 'Part of the inspectorate’s report',
  source: 'Drawn from',
  scale: 'Scale',
  'applies.status': 'Service status',
  'applies.age': 'Ages',
  'applies.flags': 'Flags',
}

const nameOf = (field: string): string => {
  const [group = '', part = ''] = field.split('.')
  if (names[field] !== undefined) return names[field]
  if (group === 'descriptors') return gradeLabel(part)
  const words = part.replaceAll('_', ' ')
  return group === 'rules' ? `Rule: ${words}` : `Choice: ${words}`
}

const FieldChanges = ({ fields }: { fields: readonly WordedChange[] }) => (
  <SummaryList
    rows={fields.map(({ field, parts }) => ({
      key: nameOf(field),
      value: { text: <WordDifference parts={parts} /> },
    }))}
  />
)

const tags = {
  added: <Tag class="govuk-tag--blue">New</Tag>,
  retired: <Tag class="govuk-tag--grey">Retired</Tag>,
  changed: <Tag class="govuk-tag--yellow">Changed</Tag>,
  same: <Tag class="govuk-tag--grey">Moved</Tag>,
}

const isToShow = (one: WordedItem): boolean => one.kind !== 'same' || one.isMoved

const summary = ({ items, fields }: WordedDifference): string => {
  const count = (kind: WordedItem['kind']) => items.filter((one) => one.kind === kind).length
  const moved = items.filter((one) => one.kind === 'same' && one.isMoved).length
  const parts = [
    count('changed') > 0 ? `${plural(count('changed'), 'item')} changed` : '',
    count('added') > 0 ? `${count('added')} new` : '',
    count('retired') > 0 ? `${count('retired')} retired` : '',
    moved > 0 ? `${moved} moved` : '',
    fields.length > 0 ? `${plural(fields.length, 'change')} to the rubric itself` : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? 'Nothing is different.' : `${parts.join(', ')}.`
}

export type DifferenceViewProps = {
  difference: WordedDifference
  /** What is said of an item below its changes: whether it still means the same. */
  meaning: (item: WordedItem) => Child
}

export const DifferenceView = ({ difference, meaning }: DifferenceViewProps) => (
  <>
    <p class="govuk-body">{summary(difference)}</p>
    {difference.fields.length === 0 ? (
      ''
    ) : (
      <section>
        <h2>The rubric</h2>
        <FieldChanges fields={difference.fields} />
      </section>
    )}
    {difference.items.filter(isToShow).map((one) => (
      <section class="pl-studio__difference" id={`difference-${one.key}`}>
        <h2 class="govuk-heading-s">
          {one.item.short} {tags[one.kind]}
        </h2>
        <p class="pl-muted">{one.item.question}</p>
        {one.isMoved && one.kind !== 'same' ? <p class="pl-muted">Moved to another place.</p> : ''}
        {one.fields.length === 0 ? '' : <FieldChanges fields={one.fields} />}
        {meaning(one)}
      </section>
    ))}
  </>
)
