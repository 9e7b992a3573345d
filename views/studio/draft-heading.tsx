/** The top of every page of a draft: where one is, what it will become, and the ways through it. */
import { BackLink } from '../components/back-link.tsx'

export type DraftPlace = 'items' | 'about' | 'rules' | 'form' | 'changes' | 'publish'

export type DraftHeadingProps = {
  draft: { id: string; title: string; key: string }
  /** The version that it would be published as. */
  version: string
  /** The version that it was started from; undefined for a new rubric. */
  base: string | undefined
  /** A version that was published after this draft was started. */
  newer: string | undefined
  current: DraftPlace
  /** How many things have to be put right before it can be published. */
  faults: number
}

export const draftAddress = (draft: { id: string }, place: DraftPlace = 'items'): string =>
  place === 'items' ? `/studio/${draft.id}` : `/studio/${draft.id}/${place}`

const places: readonly { place: DraftPlace; label: string }[] = [
  { place: 'items', label: 'Items' },
  { place: 'about', label: 'About the rubric' },
  { place: 'rules', label: 'Grading rules' },
  { place: 'form', label: 'Try the form' },
  { place: 'changes', label: 'What changes' },
  { place: 'publish', label: 'Publish' },
]

export const DraftHeading = (props: DraftHeadingProps) => (
  <>
    <BackLink href="/rubrics">Rubrics</BackLink>
    <span class="govuk-caption-l">
      {props.base === undefined
        ? `Draft of a new rubric, to be version ${props.version}`
        : `Draft from version ${props.base}, to be version ${props.version}`}
    </span>
    <h1 class="govuk-heading-l">{props.draft.title || props.draft.key}</h1>
    <nav class="pl-subnav" aria-label="This draft">
      <ul class="pl-subnav__list">
        {places.map(({ place, label }) => (
          <li>
            <a
              class="govuk-link"
              href={draftAddress(props.draft, place)}
              aria-current={place === props.current ? 'page' : undefined}
            >
              {place === 'publish' && props.faults > 0
                ? `${label} (${props.faults} to put right)`
                : label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  </>
)
