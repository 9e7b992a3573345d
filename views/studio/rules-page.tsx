/** The named rules of the indicative grade, each with what it does and what holds where nothing is chosen. */
import { AutosaveItem } from '../components/autosave-item.tsx'
import { Button } from '../components/button.tsx'
import { InsetText } from '../components/inset-text.tsx'
import { Select } from '../components/select.tsx'
import { gradeLabel } from '../format.ts'
import { type HeadPageProps, HeadProblem, HeadStatus, headFault } from './about-page.tsx'
import { DraftHeading } from './draft-heading.tsx'

export type RulesPageProps = HeadPageProps & {
  rules: readonly {
    name:
      | 'lower_median'
      | 'critical_inadequate_caps'
      | 'critical_ri_caps'
      | 'half_weak_caps'
      | 'outstanding_needs'
      | 'no_evidence_counts_as'
      | 'unsafe_caps'
    standard: string
    values: readonly string[]
  }[]
}

const words: Readonly<
  Record<RulesPageProps['rules'][number]['name'], { title: string; hint: string }>
> = {
  lower_median: {
    title: 'Start from the middle grade',
    hint: 'Of an even number of grades, the worse of the two in the middle.',
  },
  critical_inadequate_caps: {
    title: 'A critical item graded inadequate limits the theme and the audit to',
    hint: 'However good the rest is.',
  },
  critical_ri_caps: {
    title: 'A critical item graded requires improvement limits the theme and the audit to',
    hint: 'Likewise.',
  },
  half_weak_caps: {
    title: 'Half or more at requires improvement or worse limits to',
    hint: 'Counts every criterion that was graded.',
  },
  outstanding_needs: {
    title: 'Outstanding needs at least half outstanding and none below good',
    hint: 'Otherwise the grade is good.',
  },
  no_evidence_counts_as: {
    title: '“Not enough evidence” counts as',
    hint: 'In this grade only; it is left out of every other figure.',
  },
  unsafe_caps: {
    title:
      'A child who is not safe, where it was not already known and acted on, limits the audit to',
    hint: 'Belongs to the common questions.',
  },
}

const valueWords = (value: string): string =>
  value === 'on' ? 'Yes' : value === 'off' ? 'Not used' : gradeLabel(value)

export const RulesPage = (props: RulesPageProps) => {
  const address = `/studio/${props.draft.id}/rules`
  return (
    <>
      <HeadProblem {...props} />
      <DraftHeading {...props} current="rules" />
      <p class="govuk-body">
        These rules give the indicative grade, always with its reasons. The auditor may choose
        otherwise and say why.
      </p>
      {props.rules.length === 0 ? (
        <InsetText>
          This scale has no order from best to worst, so no grade of the theme is worked out and no
          rule applies.
        </InsetText>
      ) : (
        ''
      )}
      <form method="post" action={address} autocomplete="off" hidden={props.rules.length === 0}>
        <input type="hidden" name="_csrf" value={props.csrf} />
        <AutosaveItem id="rules" action={address} class="pl-studio__fields" takesTheirsByReloading>
          {props.rules.map(({ name, standard, values }) => (
            <Select
              name={`rule:${name}`}
              label={{ text: words[name].title, class: 'govuk-label--s' }}
              hint={words[name].hint}
              value={props.head.rules[name] ?? ''}
              error={headFault(props, `rule:${name}`)}
              items={[
                { value: '', text: `The standard (${valueWords(standard)})` },
                ...values.map((value) => ({ value, text: valueWords(value) })),
              ]}
            />
          ))}
          <HeadStatus {...props} />
        </AutosaveItem>
        <Button>Save</Button>
      </form>
    </>
  )
}
