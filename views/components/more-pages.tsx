/** Back and on in a list whose end nobody has counted; nothing where one page is all. */
import { formatCount } from '../format.ts'
import { Pagination } from './pagination.tsx'

export type MorePagesProps = {
  /** From 1. */
  page: number
  hasMore: boolean
  addressOf: (page: number) => string
}

export const MorePages = ({ page, hasMore, addressOf }: MorePagesProps) =>
  page > 1 || hasMore ? (
    <Pagination
      previous={page > 1 ? { href: addressOf(page - 1) } : undefined}
      next={
        hasMore
          ? { href: addressOf(page + 1), labelText: `page ${formatCount(page + 1)}` }
          : undefined
      }
    />
  ) : null
