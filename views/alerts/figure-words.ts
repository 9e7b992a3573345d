/** Figures of alerts in words: the sentence on top of the page, what is shown, and a share with its interval. */
import type { AlertFiguresPage } from '../../src/analytics/load-alert-figures.ts'
import type { AlertShare } from '../../src/analytics/rules/alert-figures.ts'
import { addressWith } from '../components/address-with.ts'
import { formatCount, formatShortDate, plural, statusLabel } from '../format.ts'
import { intervalWords } from '../results/share-words.ts'

export type Limits = { readonly fewest: number; readonly small: number }

/** `12 of 38 (32%, 95% interval 19% to 47%)`; under five the counts alone; nought in words. */
export const shareWords = (share: AlertShare, { fewest, small }: Limits): string => {
  if (share === undefined) return 'none to count'
  const counts = `${formatCount(share.count)} of ${formatCount(share.n)}`
  if (share.n < fewest) return `${counts}: too few for a share`
  return `${counts} (${share.percent}%, 95% interval ${intervalWords(share)}${share.n < small ? ', a very small sample' : ''})`
}

const periodLabels: Readonly<Record<string, string>> = {
  '1y': 'the last year',
  '2y': 'the last two years',
  '4y': 'the last four years',
  all: 'all years',
}

const periodWords = ({ filters, from, to, today }: AlertFiguresPage): string => {
  if (filters.period !== '') {
    const named = periodLabels[filters.period] ?? ''
    return from === undefined ? `in ${named}` : `in ${named} (since ${formatShortDate(from)})`
  }
  const end = to === undefined ? formatShortDate(today) : formatShortDate(to)
  return from === undefined ? `up to ${end}` : `from ${formatShortDate(from)} to ${end}`
}

const whose: Readonly<Record<AlertFiguresPage['whose'], string>> = {
  own: 'that you raised',
  teams: 'of your teams',
  council: 'of the whole council',
  none: 'of your teams',
}

const whoseWords = (page: AlertFiguresPage): string => {
  const team = page.teams.find(({ id }) => id === page.filters.team)
  if (team === undefined) return whose[page.whose]
  const own = page.whose === 'own' ? 'that you raised ' : ''
  return `${own}of ${team.name}${team.kind === 'service' ? ' and its teams' : ''}`
}

/** `Practice alerts of the whole council in the last year`, and whatever else narrows them. */
export const shownWords = (page: AlertFiguresPage): string => {
  const { filters, categories, byKind } = page
  const category = categories.find(({ id }) => id === filters.category)?.label
  const kind = byKind.find(({ key }) => key === filters.kind)?.label
  return [
    `Alerts ${whoseWords(page)}, ${periodWords(page)}`,
    kind,
    category,
    filters.status === '' ? undefined : statusLabel(filters.status),
  ]
    .filter((part) => part !== undefined)
    .join(', ')
}

const kindWords: Readonly<Record<string, string>> = {
  informal: 'informal',
  formal: 'formal',
  good_practice: 'good practice',
}

export const sentence = (page: AlertFiguresPage, limits: Limits): string => {
  const { figures, byKind } = page
  const when = periodWords(page)
  const began = `${when.charAt(0).toUpperCase()}${when.slice(1)}`
  const kinds = byKind
    .filter(({ raised }) => raised > 0)
    .map(({ key, raised }) => `${formatCount(raised)} ${kindWords[key] ?? key}`)
  const first =
    figures.raised === 0
      ? `${began} no practice alert ${whoseWords(page)} was raised.`
      : `${began} ${plural(figures.raised, 'practice alert')} ${whoseWords(page)} ${figures.raised === 1 ? 'was' : 'were'} raised${kinds.length > 1 ? `: ${kinds.join(', ')}` : ''}.`
  const now =
    figures.open === 0
      ? 'None is open today.'
      : `${formatCount(figures.open)} ${figures.open === 1 ? 'is' : 'are'} open today, ${figures.overdue === 0 ? 'none' : formatCount(figures.overdue)} of them overdue.`
  const { days } = figures
  const spent =
    days === undefined || days.n < limits.fewest
      ? ''
      : ` Half of the ${formatCount(days.n)} that were resolved took ${formatCount(days.median)} working days or fewer.`
  return `${first} ${now}${spent}`
}

export const figuresAddress = (
  path: string,
  page: AlertFiguresPage,
  more: Readonly<Record<string, string>> = {}
): string => addressWith(path, { ...page.filters, ...more })
