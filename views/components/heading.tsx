/** A heading whose level is chosen by whoever uses the component that holds it. */
import type { Child } from 'hono/jsx'

export type HeadingProps = {
  /** 1 to 6. */
  level: number
  class?: string | undefined
  id?: string | undefined
  children?: Child
}

export const Heading = ({ level, children, ...rest }: HeadingProps) => {
  const Tag = `h${level}` as 'h2'
  return <Tag {...rest}>{children}</Tag>
}
