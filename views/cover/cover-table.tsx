/** Covers that hold or lie ahead, by first day, each with who set it and where it is ended. */
import type { Cover } from '../../src/people/cover-store.ts'
import { DataTable } from '../components/data-table.tsx'
import { dateOf, formatDate, formatShortDate } from '../format.ts'

export type CoverTableProps = {
  id: string
  caption: string
  covers: readonly Cover[]
  todayOn: string
  /** Without it they are shown to somebody who only covers. */
  canEnd: boolean
}

const setWords = ({ setBy, setByName, setAt, personId }: Cover): string => {
  const when = formatShortDate(dateOf(setAt))
  if (setBy === personId) return `By themself on ${when}`
  return `On their behalf by ${setByName ?? 'a command'} on ${when}`
}

export const CoverTable = (props: CoverTableProps) => (
  <DataTable
    id={props.id}
    caption={props.caption}
    columns={[
      { header: 'Away' },
      { header: 'Covered by' },
      { header: 'First day' },
      { header: 'Last day' },
      { header: 'Set' },
      ...(props.canEnd ? [{ header: 'End it' }] : []),
    ]}
    rows={props.covers.map((cover) => [
      cover.personName,
      cover.coverName,
      cover.fromOn <= props.todayOn
        ? `${formatDate(cover.fromOn)}: in force`
        : formatDate(cover.fromOn),
      formatDate(cover.toOn),
      setWords(cover),
      ...(props.canEnd
        ? [
            <a class="govuk-link" href={`/cover/${cover.id}/end`}>
              {cover.fromOn <= props.todayOn ? 'End early' : 'Call off'}
              <span class="govuk-visually-hidden">
                {`: ${cover.coverName} for ${cover.personName} from ${formatDate(cover.fromOn)}`}
              </span>
            </a>,
          ]
        : []),
    ])}
  />
)
