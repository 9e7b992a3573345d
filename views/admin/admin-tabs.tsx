/** The parts of the administration, above each of its first pages. */

export type AdminPart = 'overview' | 'people' | 'teams' | 'mail' | 'settings' | 'tokens'

const parts: readonly { key: AdminPart; text: string; href: string }[] = [
  { key: 'overview', text: 'Overview', href: '/admin' },
  { key: 'people', text: 'People', href: '/admin/people' },
  { key: 'teams', text: 'Teams', href: '/admin/teams' },
  { key: 'mail', text: 'Mail', href: '/admin/mail' },
  { key: 'settings', text: 'Settings', href: '/admin/settings' },
  { key: 'tokens', text: 'API tokens', href: '/admin/tokens' },
]

export const AdminTabs = ({ current }: { current: AdminPart }) => (
  <nav class="pl-parts" aria-label="Administration">
    <ul class="pl-parts__list">
      {parts.map(({ key, text, href }) => (
        <li>
          <a class="govuk-link" href={href} aria-current={key === current ? 'page' : undefined}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
