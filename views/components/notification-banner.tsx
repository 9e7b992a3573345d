/** GOV.UK notification banner: something the whole page should know. Which words, is the page's to say. */
import type { Child } from 'hono/jsx'
import type { Attributes } from './attributes.ts'
import { joinClasses } from './attributes.ts'
import { Heading } from './heading.tsx'

export type NotificationBannerProps = {
  type?: 'success' | undefined
  title?: Child
  titleHeadingLevel?: number | undefined
  titleId?: string | undefined
  role?: string | undefined
  class?: string | undefined
  disableAutoFocus?: boolean | undefined
  attributes?: Attributes | undefined
  /** One line, set as the banner's heading. */
  text?: Child
  /** Anything longer than a line. */
  children?: Child
}

export const NotificationBanner = (props: NotificationBannerProps) => {
  const success = props.type === 'success'
  const titleId = props.titleId || 'govuk-notification-banner-title'
  const naming = {
    role: props.role || (success ? 'alert' : 'region'),
    'aria-labelledby': titleId,
  }
  return (
    <div
      class={joinClasses(
        'govuk-notification-banner',
        success && 'govuk-notification-banner--success',
        props.class
      )}
      {...naming}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus}
      {...props.attributes}
    >
      <div class="govuk-notification-banner__header">
        <Heading
          level={props.titleHeadingLevel ?? 2}
          class="govuk-notification-banner__title"
          id={titleId}
        >
          {props.title || (success ? 'Success' : 'Important')}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {props.children ??
          (props.text ? <p class="govuk-notification-banner__heading">{props.text}</p> : '')}
      </div>
    </div>
  )
}
