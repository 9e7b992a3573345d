/** What the checks of a rubric file say, in the words of the studio's pages: no field of a file is named in them. */
import type { Scale } from '../../rubrics/rules/scale.ts'

/** What a message says is missing, by the owner and the field that it names. */
const missing: Readonly<Record<string, string>> = {
  'the rubric.title': 'Write the title.',
  'the rubric.source': 'Say what the questions are drawn from.',
  'the rubric.judgement': 'Choose the part of the inspectorate’s report.',
  'the rubric.scale': 'Choose a scale.',
  'this item.key': 'Give this item a key, such as cp.clarity.',
  'this item.short': 'Write a short name.',
  'this item.question': 'Write the question as the auditor reads it.',
  'this criterion.descriptors': 'Say what an auditor would see at each grade.',
  'this number.unit': 'Say what is counted, such as days.',
  'this category.choices': 'Add at least two choices.',
  'this choice.key': 'A choice has words and no key. Give it one, such as family.',
  'this choice.label': 'A choice has a key and no words. Write the words people choose.',
  '"shows_when".is': 'Choose the answers after which this is asked.',
}

const labels: Readonly<Record<string, string>> = {
  short: 'short name',
  question: 'question',
  guidance: 'text on where to look',
  title: 'title',
  source: 'text on what it is drawn from',
  unit: 'text on what is counted',
  label: 'words of a choice',
  key: 'key',
}

const labelOf = (field: string): string => labels[field] ?? 'text'

type Rewording = readonly [RegExp, (...found: string[]) => string]

/** Each form of message that a draft can meet; `found` are its groups. */
const rewordings: readonly Rewording[] = [
  [
    /^"short" has (\d+) characters; write at most (\d+)/,
    (has, most) =>
      `The short name has ${has} characters. Write at most ${most}, since charts have no room for more.`,
  ],
  [
    /^"key" is (".*"); write (lower-case letters, digits and _ on both sides.*)$/s,
    (key, remedy) => `The key cannot be ${key}. Write ${remedy}.`,
  ],
  [
    /^"key" is (".*"); write lower-case letters, digits and _, in quotes/s,
    (key) => `The key of a choice cannot be ${key}. Write lower-case letters, digits and _.`,
  ],
  [
    /^the (key|short|question) (".*") was already used by item (\d+)/s,
    (field, text, item) =>
      `Item ${item} has the ${labelOf(field ?? '')} ${text} too. Each item needs its own.`,
  ],
  [/^"choices" has \d+;/, () => 'Add another choice: there have to be at least two.'],
  [
    /^this (key|label) is there twice/,
    (part) => `Two choices have the same ${part === 'key' ? 'key' : 'words'}. Change one.`,
  ],
  [
    /^"(\w+)" is an answer that every item has/,
    (key) => `Every item can be answered with ${key?.replaceAll('_', ' ')}. Leave this choice out.`,
  ],
  [
    /^"shows_when" names the item (".*"), which this rubric does not have/s,
    (key) =>
      `This waits for an answer to ${key}, which is not in this draft. Choose another item, or “It is always asked”.`,
  ],
  [
    /^"shows_when" names (".*"), a \w+, whose answers/s,
    (key) =>
      `This waits for an answer to ${key}, whose answers cannot be listed. Choose a criterion, a yes or no, or a question with choices.`,
  ],
  [
    /^"shows_when" waits for "(.*)", which "(.*)" cannot be answered with; write (.*)$/s,
    (answer, key, possible) =>
      `This waits for the answer ${answer?.replaceAll('_', ' ')}, which ${key} cannot be given. Untick it, and tick one or more of ${possible?.replaceAll('_', ' ').replaceAll('"', '')}.`,
  ],
  [
    /^"shows_when" goes round in a circle \((.*)\)/s,
    (circle) =>
      `These wait for one another in a circle (${circle}), so none would ever be asked. Choose “It is always asked” for one of them.`,
  ],
  [/^"items" is empty/, () => 'Add at least one item.'],
  [
    /^"(?:from|to)" is (?:the (?:text|number) )?(.+?); write a whole number from (\d+) to (\d+)/s,
    (given, least, most) =>
      `An age cannot be ${given}. Write a whole number from ${least} to ${most}.`,
  ],
  [
    /^"age" runs from (\d+) to (\d+)/,
    (from, to) =>
      `The ages run from ${from} to ${to}, so this rubric would never apply. Put the lower age first.`,
  ],
  [
    /^"age" ends at (\d+) and care leavers are (\d+) or over/,
    (to, least) =>
      `The ages end at ${to} and care leavers are ${least} or over, so this rubric would never apply. Raise the age, or choose another service status.`,
  ],
  [
    /^entry \d+ of "flags" is (".*"); /s,
    (flag) => `A flag cannot be ${flag}. Write lower-case letters, digits and _.`,
  ],
  [/^(".*") is listed twice/s, (name) => `${name} is there twice. Once is enough.`],
  [
    /^(".*") already names the rubric in the published (\S+) (\S+);/s,
    (name, key) => `${name} already names another rubric (${key}). Choose another title.`,
  ],
  [
    /^the item key (".*") is already used in the published (\S+) (\S+);/s,
    (item, key, version) =>
      `The key ${item} belongs to another rubric (${key}, version ${version}). Choose another.`,
  ],
  [
    /^(".*") is \w+ here and \w+ in the published \S+ (\S+);/s,
    (key, version) =>
      `In version ${version} ${key} has another kind of answer. A new kind is a new question: give it a new key.`,
  ],
  [
    /^(".*") counts .* here and (.*) in the published \S+ (\S+);/s,
    (key, unit, version) =>
      `In version ${version} ${key} counts ${unit}. To count something else is a new question: write ${unit} again, or add a new item.`,
  ],
  [
    /^".*" asks what (".*") asks in the published \S+ (\S+);/s,
    (old, version) =>
      `This asks what ${old} asks in version ${version}. Remove this item and put ${old} back: under another key, results before and after would fall apart.`,
  ],
  [
    /^\S+ is on the scale ".*" here and on "(.*)" in the published/s,
    (scale) =>
      `Earlier versions are on the scale ${scale?.replaceAll('_', ' ')}. A theme keeps its scale: choose that one, or start a rubric of its own.`,
  ],
  [
    /^the common block is on/,
    () =>
      'The common questions count towards the grade of the audit, so they need the four grades.',
  ],
  [
    /^the common block has no (".*"),/s,
    (key) =>
      `The common questions need ${key}: safety notices and the grade of the audit rest on it. Put it back.`,
  ],
  [
    /^(".*") needs the choices (.*), since .*; put back (.*)$/s,
    (_key, all, gone) =>
      `Safety notices rest on the choices ${all?.replaceAll('_', ' ')} of this item. Put back the key ${gone}.`,
  ],
  [
    /^(".*") has to be of kind/s,
    (key) => `Safety notices and grades rest on ${key}. Its kind of answer cannot change.`,
  ],
  [
    /^"(\w+)" has a control character/,
    (field) => `The ${labelOf(field ?? '')} has a character that cannot be shown. Take it out.`,
  ],
  [/^"scale" cannot be/, () => 'Choose a scale.'],
  [/^"judgement" cannot be/, () => 'Choose the part of the inspectorate’s report.'],
  [/^"\w+" cannot be ".*"; /s, () => 'Choose one of what is offered.'],
]

/** @param scale of the rubric, for the names of its grades; undefined where it is not known */
export const faultWords = (message: string, scale: Scale | undefined): string => {
  const descriptor = /^"descriptors" has no "(\w+)"/.exec(message)?.[1]
  if (descriptor !== undefined) {
    const grade = scale?.values.find(({ key }) => key === descriptor)?.label ?? descriptor
    return `Say what an auditor would see at ${grade}.`
  }
  const absent = /^(.+?) has no "(\w+)";/.exec(message)
  const known = absent && missing[`${absent[1]}.${absent[2]}`]
  if (known) return known
  for (const [form, words] of rewordings) {
    const found = form.exec(message)
    if (found) return words(...found.slice(1))
  }
  const sentence = message.replaceAll('; ', '. ')
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
}
