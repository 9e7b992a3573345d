/** Brings the GOV.UK components of a page, or of something that came into it later, to life. */
import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  Radios,
  SkipLink,
} from 'govuk-frontend'

const components = [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  Radios,
  SkipLink,
]

const wake = (): void => {
  for (const Component of components) {
    const name = Component.moduleName
    for (const root of document.querySelectorAll<HTMLElement>(
      `[data-module="${name}"]:not([data-${name}-init])`
    )) {
      new Component(root)
    }
  }
}

/** An error summary or banner takes the focus when the page opens; one that a save brings in later must not. */
export const startGovukComponents = (): void => {
  if (!('noModule' in HTMLScriptElement.prototype)) return
  document.body.classList.add('js-enabled', 'govuk-frontend-supported')
  wake()
  document.addEventListener('htmx:after:swap', () => {
    for (const root of document.querySelectorAll<HTMLElement>(
      '.govuk-error-summary:not([data-govuk-error-summary-init]), .govuk-notification-banner:not([data-govuk-notification-banner-init])'
    )) {
      root.dataset.disableAutoFocus = 'true'
    }
    wake()
  })
}
