/** A document as a part of a page, to read and to print: the same model that the Word file is written from. */
import { raw } from 'hono/html'
import type { Block, Words } from '../../src/documents/document-model.ts'
import { SummaryList } from '../components/summary-list.tsx'

const Text = ({ words }: { words: Words }) => (
  <>
    {(typeof words === 'string' ? [{ text: words, strong: false }] : words).map((run) =>
      run.strong === true ? <strong>{run.text}</strong> : run.text
    )}
  </>
)

const Note = ({ note }: { note: string | undefined }) =>
  note === undefined ? '' : <p class="govuk-body pl-document__note">{note}</p>

const DocumentBlock = ({ block }: { block: Block }) => {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? (
        <h2 class="govuk-heading-m">{block.text}</h2>
      ) : (
        <h3 class="govuk-heading-s">{block.text}</h3>
      )
    case 'paragraph':
      return (
        <p
          class={`govuk-body pl-words${block.tone === 'note' ? ' pl-none' : block.tone === 'warning' ? ' pl-document__warning' : ''}`}
        >
          <Text words={block.words} />
        </p>
      )
    case 'list':
      return (
        <ul class="govuk-list govuk-list--bullet">
          {block.items.map((item) => (
            <li class="pl-words">
              <Text words={item} />
            </li>
          ))}
        </ul>
      )
    case 'facts':
      return (
        <SummaryList
          class="pl-document__facts"
          rows={block.rows.map(({ name, words }) => ({
            key: name,
            value: {
              text: (
                <div class="pl-words">
                  <Text words={words} />
                </div>
              ),
            },
          }))}
        />
      )
    case 'table':
      return (
        <>
          <table class="govuk-table pl-document__table">
            <caption class="govuk-table__caption govuk-table__caption--s">{block.caption}</caption>
            <thead class="govuk-table__head">
              <tr class="govuk-table__row">
                {block.columns.map(({ title, align }) => (
                  <th
                    class={`govuk-table__header${align === 'right' ? ' govuk-table__header--numeric' : ''}`}
                    scope="col"
                  >
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody class="govuk-table__body">
              {block.rows.map((row) => (
                <tr class="govuk-table__row">
                  {row.map((words, index) => (
                    <td
                      class={`govuk-table__cell pl-words${block.columns[index]?.align === 'right' ? ' govuk-table__cell--numeric' : ''}`}
                      data-label={block.columns[index]?.title}
                    >
                      <Text words={words} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <Note note={block.note} />
        </>
      )
    case 'chart':
      return (
        <figure class="pl-document__chart">
          <figcaption class="govuk-table__caption govuk-table__caption--s">
            {block.caption}
          </figcaption>
          {raw(block.svg)}
          <Note note={block.note} />
        </figure>
      )
    case 'landscape':
      return <DocumentBody blocks={block.blocks} />
  }
}

export const DocumentBody = ({ blocks }: { blocks: readonly Block[] }) => (
  <>
    {blocks.map((block) => (
      <DocumentBlock block={block} />
    ))}
  </>
)
