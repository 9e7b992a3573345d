/** Historical names: those that nobody has mapped, with how often they were judged, and what has been mapped. */
import type { UnmappedName } from '../../src/imports/load-names.ts'
import type { Mapping } from '../../src/imports/map-store.ts'
import { pageAddress } from '../components/address-with.ts'
import { BackLink } from '../components/back-link.tsx'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { MorePages } from '../components/more-pages.tsx'
import { dateOf, formatCount, formatShortDate } from '../format.ts'
import { fromWords, toWords } from './mapping-words.ts'

export type NamesPageProps = {
  unmapped: readonly UnmappedName[]
  mappings: readonly Mapping[]
  page: number
  hasMore: boolean
}

const hrefOf = ({ kind, theme, item, teamId }: UnmappedName): string =>
  `/imports/names/map?${new URLSearchParams({ kind, theme, item, team: teamId })}`

const titles = {
  theme: 'Themes without a rubric',
  item: 'Items that no rubric has',
  team: 'Teams of the past',
} as const

const Unmapped = (props: { kind: keyof typeof titles; names: readonly UnmappedName[] }) =>
  props.names.length === 0 ? null : (
    <section>
      <h2 class="govuk-heading-m">{titles[props.kind]}</h2>
      <DataTable
        id={`unmapped-${props.kind}`}
        caption={titles[props.kind]}
        isCaptionHidden
        columns={[
          { header: 'As imported' },
          ...(props.kind === 'item' ? [{ header: 'Theme' }] : []),
          { header: props.kind === 'team' ? 'Audits' : 'Judgements', isNumber: true },
          { header: 'Rounds', isNumber: true },
          { header: 'Spelled much like' },
          { header: 'Map it' },
        ]}
        rows={props.names.map((name) => [
          name.label,
          ...(props.kind === 'item' ? [name.within] : []),
          formatCount(name.count),
          formatCount(name.rounds),
          name.near.length === 0 ? '–' : name.near.join(', '),
          <a class="govuk-link" href={hrefOf(name)}>
            Map<span class="govuk-visually-hidden">{` ${name.label}`}</span>
          </a>,
        ])}
      />
    </section>
  )

const Mapped = ({ mappings }: { mappings: readonly Mapping[] }) => (
  <section>
    <h2 class="govuk-heading-m">What has been mapped</h2>
    <DataTable
      id="mapped"
      caption="What has been mapped"
      isCaptionHidden
      columns={[
        { header: 'Imported as' },
        { header: 'Shown as' },
        { header: 'Judgements', isNumber: true },
        { header: 'By and why' },
        { header: 'State' },
      ]}
      rows={mappings.map((mapping) => [
        fromWords(mapping),
        toWords(mapping),
        formatCount(mapping.judgements),
        `${mapping.mappedByName ?? 'On the command line'}, ${formatShortDate(dateOf(mapping.mappedAt))}: ${mapping.reason}`,
        mapping.undoneAt === null ? (
          <a class="govuk-link" href={`/imports/names/${mapping.id}/undo`}>
            Undo<span class="govuk-visually-hidden">{` the mapping of ${fromWords(mapping)}`}</span>
          </a>
        ) : (
          `Undone by ${mapping.undoneByName ?? 'somebody'}, ${formatShortDate(dateOf(mapping.undoneAt))}: ${mapping.undoReason ?? ''}`
        ),
      ])}
    />
  </section>
)

export const NamesPage = (props: NamesPageProps) => {
  const of = (kind: UnmappedName['kind']) => props.unmapped.filter((name) => name.kind === kind)
  return (
    <>
      <BackLink href="/imports">Imports</BackLink>
      <h1 class="govuk-heading-l">Historical names</h1>
      <p class="govuk-body">
        Past results whose theme, item or team is not one of today’s are kept under the name that
        was imported. Map a name to show its judgements with today’s. Nothing is mapped by itself,
        and what was imported stays on record.
      </p>
      {props.page === 1 && props.unmapped.length === 0 ? (
        <EmptyState title="Nothing to map">
          <p>Every name in the imported results is one of today’s, or has been mapped.</p>
        </EmptyState>
      ) : (
        <>
          <Unmapped kind="theme" names={of('theme')} />
          <Unmapped kind="item" names={of('item')} />
          <Unmapped kind="team" names={of('team')} />
        </>
      )}
      {props.mappings.length === 0 ? '' : <Mapped mappings={props.mappings} />}
      <MorePages
        page={props.page}
        hasMore={props.hasMore}
        addressOf={(to) => pageAddress('/imports/names', {}, to)}
      />
    </>
  )
}
