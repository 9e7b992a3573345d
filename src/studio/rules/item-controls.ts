/** A draft's fields as the controls of its pages hold them: what two editors of one thing are shown of each other. */
import type { DraftHead, DraftItemContent } from './draft.ts'

export type Control = {
  readonly name: string
  readonly label: string
  readonly values: readonly string[]
}

const words = (name: string, label: string, value: string): Control => ({
  name,
  label,
  values: [value],
})

const flagWords = {
  critical: 'Critical',
  optional: 'May be left blank',
  always: 'Applies to every child',
  multiple: 'Several choices may be given',
} as const

const itemFlags = (item: DraftItemContent): (keyof typeof flagWords)[] => [
  ...(item.isCritical ? (['critical'] as const) : []),
  ...(item.isRequired ? [] : (['optional'] as const)),
  ...(item.alwaysApplies ? (['always'] as const) : []),
  ...(item.isMultiple ? (['multiple'] as const) : []),
]

export const itemControls = (item: DraftItemContent): Control[] => [
  words('key', 'Key', item.key),
  words('kind', 'Kind of answer', item.kind),
  words('short', 'Short name', item.short),
  words('question', 'Question', item.question),
  words('guidance', 'Where to look', item.guidance),
  ...Object.entries(item.descriptors).map(([grade, text]) =>
    words(`descriptor:${grade}`, grade.replaceAll('_', ' '), text)
  ),
  words('unit', 'What is counted', item.unit),
  {
    name: 'choiceLabel',
    label: 'Choices',
    values: item.choices.map(({ key, label }) => (key === '' ? label : `${label} (${key})`)),
  },
  { name: 'flags', label: 'Settings', values: itemFlags(item).map((flag) => flagWords[flag]) },
  words('showsWhenItem', 'Shown after', item.showsWhenItem),
  { name: 'showsWhenIs', label: 'Shown when answered', values: item.showsWhenIs },
]

export const headControls = (head: DraftHead): Control[] => [
  words('title', 'Title', head.title),
  words('judgement', 'Part of the inspectorate’s report', head.judgement),
  words('source', 'Drawn from', head.source),
  words('scale', 'Scale', head.scale),
  { name: 'status', label: 'Service status', values: head.status },
  words('ageFrom', 'From age', head.ageFrom),
  words('ageTo', 'To age', head.ageTo),
  words('flags', 'Flags', head.flags),
  ...Object.entries(head.rules).map(([name, value]) => words(`rule:${name}`, name, value)),
]

export type ConflictingControl = {
  readonly label: string
  readonly name: string
  readonly theirsValue: readonly string[]
  readonly mine: string
  readonly theirs: string
}

/** The controls in which two versions of one thing differ. */
export const differingControls = (
  mine: readonly Control[],
  theirs: readonly Control[]
): ConflictingControl[] =>
  theirs.flatMap((theirOne) => {
    const myOne = mine.find(({ name }) => name === theirOne.name)
    const said = (control: Control | undefined) =>
      control?.values.map((value) => value.replaceAll('_', ' ')).join(', ') ?? ''
    return said(myOne) === said(theirOne)
      ? []
      : [
          {
            label: theirOne.label,
            name: theirOne.name,
            theirsValue: theirOne.values,
            mine: said(myOne),
            theirs: said(theirOne),
          },
        ]
  })
