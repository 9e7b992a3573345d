/** The people whose results the reader may see, by name: no figures, so that nobody is set beside anybody. */
import type { SeenPeople } from '../../src/analytics/seen-people-store.ts'
import { addressWith, pageAddress } from '../components/address-with.ts'
import { BackLink } from '../components/back-link.tsx'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FilterBar } from '../components/filter-bar.tsx'
import { Input } from '../components/input.tsx'
import { NumberedPages } from '../components/numbered-pages.tsx'
import { plural } from '../format.ts'

export type ChoosePersonPageProps = {
  /** The part of a name that was looked for; '' is everybody. */
  name: string
  found: SeenPeople
}

export const ChoosePersonPage = ({ name, found }: ChoosePersonPageProps) => (
  <>
    <BackLink href="/results/people">Back to your own results</BackLink>
    <h1>Choose whose results to see</h1>
    <p class="pl-lead">
      Managers see the results of their own people, IRO managers those of their reviewing officers,
      senior leaders those of their service, and QA leads everybody’s.
    </p>
    <FilterBar action="/results/people/choose" label="Look for somebody" submitText="Find">
      <Input name="name" label={{ text: 'Part of a name' }} value={name} />
    </FilterBar>
    {found.count === 0 ? (
      <EmptyState title="Nobody found">
        <p>
          {name === ''
            ? 'There is nobody whose results are yours to see. Ask an administrator whether your team is right.'
            : `Nobody whose results are yours to see has “${name}” in their name. Try less of it.`}
        </p>
      </EmptyState>
    ) : (
      <>
        <p>{`${plural(found.count, 'person', 'people')}, by name.`}</p>
        <DataTable
          id="people"
          caption="People whose results you may see"
          isCaptionHidden
          columns={[{ header: 'Name' }, { header: 'Job title' }, { header: 'Team' }]}
          rows={found.people.map((person) => [
            <>
              <a href={addressWith('/results/people', { person: person.id })}>{person.name}</a>
              {person.isActive === 1 ? '' : ' (left)'}
            </>,
            person.jobTitle,
            person.teamName ?? '–',
          ])}
        />
        <NumberedPages
          page={found.page}
          pages={found.pages}
          addressOf={(page) => pageAddress('/results/people/choose', { name }, page)}
        />
      </>
    )}
  </>
)
