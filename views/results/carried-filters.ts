/** Which filters of a page of results go with its reader to the other parts: those that were chosen, not what it has by itself. */
import { isImportedName } from './theme-option.ts'

export type CarriedFilters = Readonly<
  Partial<Record<'theme' | 'item' | 'team' | 'status' | 'kind' | 'period' | 'from' | 'to', string>>
>

type Shown = CarriedFilters & {
  readonly theme: string
  readonly kind: string
  readonly period: string
}

/**
 * @param ownPeriod the period that the page has where none is chosen; other parts have their own
 * @param themes names of themes: one that nobody has mapped is known to the pages of rounds alone
 */
export const carriedFilters = (
  filters: Shown,
  ownPeriod: string,
  themes: readonly { readonly key: string; readonly label: string }[] = []
): CarriedFilters => {
  const { theme, kind, period, ...others } = filters
  const isCarried =
    theme !== 'audit' && !themes.some((one) => one.key === theme && isImportedName(one))
  return {
    ...others,
    ...(isCarried ? { theme } : { item: '' }),
    kind: kind === 'learning' ? '' : kind,
    period: period === ownPeriod ? '' : period,
  }
}
