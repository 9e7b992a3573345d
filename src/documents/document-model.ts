/**
 * A document as data: what it says and in what order, with no say in how a page looks. One model is laid out by several
 * writers (a page to print, a Word file), so that they cannot disagree. What goes into it is the caller's.
 */

/** A stretch of text within a paragraph. Line breaks in it are kept. */
export interface Run {
  readonly text: string
  readonly strong?: boolean
}

export type Words = string | readonly Run[]

export interface Heading {
  readonly kind: 'heading'
  /** 1 is a part of the document; its title stands above them all. */
  readonly level: 1 | 2
  readonly text: string
  /** On paper it begins a new page. */
  readonly beginsPage?: boolean
}

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly words: Words
  /** Smaller and lighter: what explains rather than tells. `warning` stands out. */
  readonly tone?: 'note' | 'warning'
}

export interface List {
  readonly kind: 'list'
  readonly items: readonly Words[]
}

/** Names with what they are: one row each. */
export interface Facts {
  readonly kind: 'facts'
  readonly rows: readonly { readonly name: string; readonly words: Words }[]
}

export interface Table {
  readonly kind: 'table'
  /** Said by screen readers and above the table. */
  readonly caption: string
  /** `share`: of the width, in percent; together 100. Figures stand to the right. */
  readonly columns: readonly {
    readonly title: string
    readonly share: number
    readonly align?: 'right'
  }[]
  /** As many cells in each as there are columns. */
  readonly rows: readonly (readonly Words[])[]
  /** Below the table: how many it rests on, what a mark in it means. */
  readonly note?: string
}

/** A drawing. Its table, where the same is said in figures, is a block of its own. */
export interface Chart {
  readonly kind: 'chart'
  /** Above it. */
  readonly caption: string
  /** For whoever does not see it: what it shows, in a sentence or two. */
  readonly alt: string
  /** `<svg viewBox=…>` as views draw it, with classes of our stylesheet or presentation attributes. */
  readonly svg: string
  /** Its own measures, whatever the unit: only their ratio is used, it takes the width of the page. */
  readonly width: number
  readonly height: number
  readonly note?: string
}

/** Blocks on pages of their own that lie on their side, for wide tables. */
export interface Landscape {
  readonly kind: 'landscape'
  readonly blocks: readonly PlainBlock[]
}

export type PlainBlock = Heading | Paragraph | List | Facts | Table | Chart

export type Block = PlainBlock | Landscape

export interface DocumentModel {
  readonly title: string
  /** Beside the page number at the foot of each page. */
  readonly footer: string
  /** At the head of each page. */
  readonly header: string
  /** A table of contents before the first heading, with page numbers. */
  readonly hasContents?: boolean
  /** The first level alone, as links without page numbers: for documents of many pages. */
  readonly contentsLevels?: 1
  readonly blocks: readonly Block[]
}

export const runsOf = (words: Words): readonly Run[] =>
  typeof words === 'string' ? [{ text: words }] : words
