/** The round's audits counted by auditor, team or state; each count leads to the audits behind it. */
import type { ProgressGroup } from '../../src/programme/rules/progress-groups.ts'
import type { Grouping, ProgressView } from '../../src/programme/rules/progress-view.ts'
import { DataTable } from '../components/data-table.tsx'
import { Details } from '../components/details.tsx'
import { addressOf, stateWords } from './progress-words.ts'

type Props = { at: string; view: ProgressView; groups: readonly ProgressGroup[] }

const labels: Record<Grouping, string> = { auditor: 'Auditor', team: 'Team', state: 'State' }

/** More than these stand folded away: the audits below are what a QA lead came for. */
const SHOWN = 8

const nameless: Record<Grouping, string> = {
  auditor: 'Nobody yet',
  team: 'No team known',
  state: '',
}

const filterOf = (by: Grouping, key: string): Partial<ProgressView> =>
  by === 'auditor'
    ? { by, auditor: key || 'nobody' }
    : by === 'team'
      ? { by, team: key || 'none' }
      : { by, state: key }

const Count = (props: { at: string; n: number; to: Partial<ProgressView>; isLate?: boolean }) =>
  props.n === 0 ? (
    <>0</>
  ) : (
    <a
      class={`govuk-link${props.isLate ? ' pl-late' : ''}`}
      href={`${addressOf(props.at, props.to)}#audits-heading`}
    >
      {props.n}
    </a>
  )

const Table = ({ at, view, groups, id }: Props & { id: string }) => (
  <DataTable
    id={id}
    caption={`Audits by ${labels[view.by].toLowerCase()}`}
    isCaptionHidden
    columns={[
      { header: labels[view.by] },
      { header: 'Nobody can do', isNumber: true },
      { header: 'Late', isNumber: true },
      { header: 'Due soon', isNumber: true },
      { header: 'Submitted', isNumber: true },
      { header: 'Audits', isNumber: true },
    ]}
    rows={groups.map((group) => {
      const to = filterOf(view.by, group.key)
      return [
        view.by === 'state' ? stateWords(group.key, null) : group.name || nameless[view.by],
        <Count at={at} n={group.stuck} to={{ ...to, show: 'stuck' }} isLate />,
        <Count at={at} n={group.late} to={{ ...to, show: 'late' }} isLate />,
        <Count at={at} n={group.soon} to={{ ...to, show: 'soon' }} />,
        group.submitted,
        <Count at={at} n={group.audits + (view.by === 'state' ? group.left : 0)} to={to} />,
      ]
    })}
  />
)

export const ProgressGroups = (props: Props) => {
  const { at, view } = props
  const shown = view.by === 'state' ? props.groups : props.groups.filter(({ audits }) => audits > 0)
  if (shown.length === 0) return null
  const rest = shown.slice(SHOWN)
  return (
    <>
      <nav class="pl-switch" aria-label="Count the audits by">
        <ul class="pl-switch__list">
          {(['auditor', 'team', 'state'] as const).map((by) => (
            <li>
              <a
                class="govuk-link"
                href={addressOf(at, { by })}
                aria-current={by === view.by ? 'true' : undefined}
              >
                {`By ${labels[by].toLowerCase()}`}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="pl-groups">
        <Table {...props} groups={shown.slice(0, SHOWN)} id="groups" />
        {rest.length === 0 ? (
          ''
        ) : (
          <Details summary={`Show the other ${rest.length}`}>
            <Table {...props} groups={rest} id="more-groups" />
          </Details>
        )}
      </div>
    </>
  )
}
