/** The part of govuk-frontend's script that we use; the package ships no types. */
declare module 'govuk-frontend' {
  type Component = { new (root: HTMLElement): unknown; moduleName: string }
  export const Button: Component
  export const CharacterCount: Component
  export const Checkboxes: Component
  export const ErrorSummary: Component
  export const FileUpload: Component
  export const NotificationBanner: Component
  export const PasswordInput: Component
  export const Radios: Component
  export const SkipLink: Component
  export const Tabs: Component
}
