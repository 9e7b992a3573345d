/** The tables of the figures of alerts: counts by kind, team, category and age, shares with intervals, months, and people. */
import type { Child } from 'hono/jsx'
import type { AlertFiguresPage, NamedStock } from '../../src/analytics/load-alert-figures.ts'
import type { AlertShare } from '../../src/analytics/rules/alert-figures.ts'
import type { AlertRate } from '../../src/analytics/rules/alert-rates.ts'
import { DataTable } from '../components/data-table.tsx'
import { formatCount, formatMonth } from '../format.ts'
import { intervalWords, TOO_FEW } from '../results/share-words.ts'
import type { Limits } from './figure-words.ts'
import { registerHref } from './register-address.ts'

/** An address of the register with the filters of the page and of the figure; undefined for whoever has no register. */
export type RegisterLink = (more: Readonly<Record<string, string>>) => string

export type TablesProps = Limits & { page: AlertFiguresPage; register: RegisterLink | undefined }

/** The register with the filters of the page: what it lists is what the figure counted. */
export const registerLink =
  ({ filters, from, to }: AlertFiguresPage): RegisterLink =>
  (more) => {
    const { team, category, kind, status } = filters
    const isStock = more.state !== undefined || more.overdue !== undefined
    return registerHref({
      team,
      category,
      kind,
      status,
      // What is open today is counted whenever it was raised.
      ...(isStock ? {} : { from: from ?? '', to: to ?? '' }),
      ...more,
    })
  }

const Figure = ({ count, href }: { count: number; href: string | undefined }) =>
  href === undefined || count === 0 ? formatCount(count) : <a href={href}>{formatCount(count)}</a>

type Named = NamedStock & { readonly text: Child }

export const StockTable = (
  props: TablesProps & {
    id: string
    title: string
    first: string
    rows: readonly Named[]
    /** The filter of the register by which a row is narrowed; undefined where the register has none. */
    field: string | undefined
    note?: Child
  }
) => {
  const { rows, field, register } = props
  const href = (row: Named, more: Readonly<Record<string, string>>) =>
    register === undefined || field === undefined || row.key === ''
      ? undefined
      : register({ [field]: row.key, ...more })
  return (
    <>
      <h2>{props.title}</h2>
      {props.note === undefined ? '' : <p class="pl-muted">{props.note}</p>}
      <DataTable
        id={props.id}
        caption={props.title}
        isCaptionHidden
        columns={[
          { header: props.first },
          { header: 'Raised in the period', isNumber: true },
          { header: 'Open today', isNumber: true },
          { header: 'Overdue today', isNumber: true },
        ]}
        rows={rows.map((row) => [
          row.text,
          <Figure count={row.raised} href={href(row, {})} />,
          <Figure count={row.open} href={href(row, { state: 'live' })} />,
          <Figure count={row.overdue} href={href(row, { overdue: 'yes', state: 'open' })} />,
        ])}
      />
    </>
  )
}

const Share = ({ share, fewest, small }: Limits & { share: AlertShare }) => {
  if (share === undefined) return <>–</>
  if (share.n < fewest) return <>{TOO_FEW}</>
  return (
    <>
      {`${share.percent}%`}
      {share.n < small ? <span class="pl-mix__few">very small sample</span> : ''}
    </>
  )
}

const interval = (share: AlertShare, fewest: number): string =>
  share === undefined || share.n < fewest ? '–' : intervalWords(share)

export const ShareTable = ({ page, fewest, small }: TablesProps) => {
  const { figures } = page
  const rows: readonly { text: string; of: string; share: AlertShare }[] = [
    {
      text: 'Resolved by the first expected date',
      of: 'concerns resolved in the period',
      share: figures.byFirst,
    },
    {
      text: 'Resolved by the last expected date',
      of: 'concerns resolved in the period',
      share: figures.byLast,
    },
    {
      text: 'Taken further',
      of: 'concerns raised in the period, without immediate risks',
      share: figures.escalated,
    },
    {
      text: 'Became a dispute',
      of: 'concerns raised in the period, without immediate risks',
      share: figures.disputed,
    },
    {
      text: 'Reopened',
      of: 'concerns raised in the period and closed at least once',
      share: figures.reopened,
    },
    { text: 'Good practice', of: 'alerts raised in the period', share: figures.goodPractice },
    {
      text: 'Over their total time when closed',
      of: 'disputes closed in the period',
      share: figures.disputes.closedOver,
    },
  ]
  return (
    <DataTable
      id="shares"
      caption="How alerts went"
      isCaptionHidden
      columns={[
        { header: 'Share' },
        { header: 'Of' },
        { header: 'n', isNumber: true },
        { header: 'Count', isNumber: true },
        { header: 'Share', isNumber: true },
        { header: '95% interval', isNumber: true },
      ]}
      rows={rows.map(({ text, of, share }) => [
        text,
        of,
        share === undefined ? 'none' : formatCount(share.n),
        share === undefined ? '–' : formatCount(share.count),
        <Share share={share} fewest={fewest} small={small} />,
        interval(share, fewest),
      ])}
    />
  )
}

const rateLabels: Readonly<Record<AlertRate['key'], string>> = {
  care: 'Children in care',
  cp: 'Children on child protection plans',
  all: 'All open cases',
}

export const RateTable = ({ page }: TablesProps) => (
  <DataTable
    id="rates"
    caption="Alerts raised for each 100 open cases"
    isCaptionHidden
    columns={[
      { header: 'Cases' },
      { header: 'Raised in the period', isNumber: true },
      { header: 'Open cases today', isNumber: true },
      { header: 'For each 100 open cases', isNumber: true },
    ]}
    rows={page.rates.map(({ key, raised, openCases, perHundred }) => [
      rateLabels[key],
      formatCount(raised),
      openCases === undefined ? 'not known' : formatCount(openCases),
      perHundred === undefined
        ? openCases === undefined
          ? 'not known'
          : openCases === 0
            ? 'no open cases'
            : TOO_FEW
        : perHundred.toFixed(1),
    ])}
  />
)

export const MonthTable = ({ page, fewest, small }: TablesProps) => (
  <DataTable
    id="months"
    caption="Alerts by month, the latest first"
    isCaptionHidden
    columns={[
      { header: 'Month' },
      { header: 'Concerns raised', isNumber: true },
      { header: 'Good practice', isNumber: true },
      { header: 'Concerns resolved (n)', isNumber: true },
      { header: 'By the first expected date', isNumber: true },
      { header: 'Share', isNumber: true },
      { header: '95% interval', isNumber: true },
    ]}
    rows={page.months
      .toReversed()
      .map(({ month, concerns, goodPractice, resolved, byFirst }) => [
        formatMonth(`${month}-01`),
        formatCount(concerns),
        formatCount(goodPractice),
        formatCount(resolved),
        byFirst === undefined ? '–' : formatCount(byFirst.count),
        <Share share={byFirst} fewest={fewest} small={small} />,
        interval(byFirst, fewest),
      ])}
  />
)

export const RaiserTable = (
  props: TablesProps & { raisers: NonNullable<AlertFiguresPage['raisers']> }
) => (
  <DataTable
    id="raisers"
    caption="By whoever raised them"
    isCaptionHidden
    columns={[
      { header: 'Raised by' },
      { header: 'Raised (n)', isNumber: true },
      { header: 'Open today', isNumber: true },
      { header: 'Overdue today', isNumber: true },
      { header: 'Resolved', isNumber: true },
      { header: 'Median working days', isNumber: true },
      { header: 'By the first expected date', isNumber: true },
      { header: '95% interval', isNumber: true },
    ]}
    rows={props.raisers.named.map((one) => [
      one.name,
      <Figure count={one.raised} href={props.register?.({ raiser: one.personId })} />,
      formatCount(one.open),
      formatCount(one.overdue),
      formatCount(one.resolved),
      one.days === undefined || one.days.n < props.fewest ? TOO_FEW : formatCount(one.days.median),
      <Share share={one.byFirst} fewest={props.fewest} small={props.small} />,
      interval(one.byFirst, props.fewest),
    ])}
  />
)
