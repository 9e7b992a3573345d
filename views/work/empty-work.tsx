/** For somebody with nothing to do: what will appear here, and where to go meanwhile. */
import { EmptyState } from '../components/empty-state.tsx'

export type EmptyWorkProps = {
  /** What will appear on this page for this person; none when something does already. */
  willAppear: readonly string[]
  links: readonly { href: string; text: string }[]
}

export const EmptyWork = ({ willAppear, links }: EmptyWorkProps) =>
  willAppear.length === 0 ? null : (
    <EmptyState title="There is nothing for you to do">
      <p>What will appear here:</p>
      <ul class="govuk-list govuk-list--bullet">
        {willAppear.map((words) => (
          <li>{words}</li>
        ))}
      </ul>
      {links.length === 0 ? (
        ''
      ) : (
        <p>
          Meanwhile:{' '}
          {links.map((link, at) => (
            <>
              {at === 0 ? '' : ', '}
              <a class="govuk-link" href={link.href}>
                {link.text}
              </a>
            </>
          ))}
          .
        </p>
      )}
    </EmptyState>
  )
