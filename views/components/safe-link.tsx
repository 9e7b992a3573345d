/**
 * A link to an address that somebody typed. JSX escapes an address but does not stop `javascript:`; this lets through
 * http, https, mailto and our own paths, and shows anything else as plain words.
 */
import type { Child } from 'hono/jsx'

export type SafeLinkProps = { href: string; class?: string | undefined; children?: Child }

const base = 'https://own.invalid'

/** Read as a browser reads it, which ignores tabs, line breaks and leading spaces in an address. */
const readAddress = (href: string): { isSafe: boolean; isOwn: boolean } => {
  const address = URL.parse(href, base)
  if (address === null) return { isSafe: false, isOwn: false }
  return {
    isSafe: ['http:', 'https:', 'mailto:'].includes(address.protocol),
    isOwn: address.origin === base,
  }
}

export const SafeLink = (props: SafeLinkProps) => {
  const { isSafe, isOwn } = readAddress(props.href)
  if (!isSafe) return <span class={props.class}>{props.children}</span>
  return (
    <a
      class={props.class ?? 'govuk-link'}
      href={props.href}
      rel={isOwn ? undefined : 'noopener noreferrer'}
    >
      {props.children}
    </a>
  )
}
