/**
 * What a mail says. It holds no word of a case, since a mailbox is no safe place for one: what kind of thing it is, a
 * link, and at most a number of the thing's own. Everybody who opens the link signs in first.
 */

/** One thing that the mail tells of. */
export interface MailItem {
  /** What kind of thing it is, in the words of its kind of notice. */
  readonly label: string
  /** A number of the thing's own, and never a case reference. */
  readonly reference: string | null
  /** After the address of the product, with a stroke first. */
  readonly path: string
}

export interface MailFacts {
  readonly sort: 'notice' | 'digest' | 'test'
  readonly isUrgent: boolean
  readonly items: readonly MailItem[]
  /** Where the product is, without a stroke at the end. */
  readonly publicUrl: string
}

/** The parts of a mail, of which its text and its HTML are made. */
export interface MailWords {
  readonly heading: string
  /** A digest is a list of links, each with what it leads to. */
  readonly isList: boolean
  readonly links: readonly { readonly title: string; readonly href: string }[]
  readonly noContent: string
  readonly why: string
  readonly choose: string
  readonly noAnswers: string
}

const NO_CONTENT =
  'This mail says nothing about any case, because mail is not a safe place for it. Sign in to read more.'

/** One line, whatever it was made from: a line break in a subject would begin another header. */
export const oneLine = (words: string): string =>
  words
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()

const titleOf = ({ label, reference }: MailItem): string =>
  oneLine(reference === null ? label : `${label}: ${reference}`)

const headingOf = ({ sort, items }: MailFacts): string => {
  const [first] = items
  if (sort === 'test' || !first) return 'A test message'
  if (sort === 'notice') return titleOf(first)
  return items.length === 1 ? '1 notice' : `${items.length} notices`
}

const whyOf = (facts: MailFacts): string => {
  if (facts.sort === 'test') {
    return 'An administrator asked for this message to see that mail arrives. There is nothing to do.'
  }
  if (facts.isUrgent) return 'What is urgent is always mailed at once.'
  return facts.sort === 'digest'
    ? 'You chose one mail a day.'
    : 'You get a mail for each notice, or one a day, or none, as you choose.'
}

/** What a mail may call a thing; anything else is left out, since it could be a child's. */
export const safeReference = (reference: string | null): string | null =>
  reference !== null && /^Alert \d{4}-\d{1,6}$/.test(reference) ? reference : null

export const wordsOfMail = (facts: MailFacts): MailWords => ({
  heading: headingOf(facts),
  isList: facts.sort === 'digest',
  links: facts.items.map((item) => ({ title: titleOf(item), href: facts.publicUrl + item.path })),
  noContent: NO_CONTENT,
  why: whyOf(facts),
  choose: `${facts.publicUrl}/account/mail`,
  noAnswers: 'Nobody reads answers to this address.',
})

export const subjectOf = ({ heading }: MailWords): string => `Plumbline: ${heading}`

/** The whole mail without markup. */
export const textOf = (words: MailWords): string => {
  const { links, isList } = words
  return `${[
    words.heading,
    ...links.map(({ title, href }) => (isList ? `${title}\n${href}` : href)),
    words.noContent,
    `${words.why} Your choice: ${words.choose}\n${words.noAnswers}`,
  ].join('\n\n')}\n`
}
