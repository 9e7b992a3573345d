/** The pages of a long list: the first, the last and those around the one shown; nothing where one page is all. */
import { Pagination } from './pagination.tsx'

export type NumberedPagesProps = {
  /** From 1. */
  page: number
  pages: number
  addressOf: (page: number) => string
  /** Where a page has several lists. */
  label?: string
}

/** How many pages are named on either side of the one shown. */
const AROUND = 2

const numbersOf = ({ page, pages }: NumberedPagesProps): number[] =>
  Array.from({ length: pages }, (_, at) => at + 1).filter(
    (number) => number === 1 || number === pages || Math.abs(number - page) <= AROUND
  )

export const NumberedPages = (props: NumberedPagesProps) => {
  const { page, pages, addressOf } = props
  if (pages <= 1) return null
  const items = numbersOf(props).flatMap((number, index, all) => {
    const item = { number, href: addressOf(number), current: number === page }
    return number - (all[index - 1] ?? number - 1) > 1
      ? [{ ellipsis: true as const }, item]
      : [item]
  })
  return (
    <Pagination
      landmarkLabel={props.label}
      previous={page > 1 ? { href: addressOf(page - 1) } : undefined}
      next={page < pages ? { href: addressOf(page + 1) } : undefined}
      items={items}
    />
  )
}
