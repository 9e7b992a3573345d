/** Mapping one historical name: choosing today's, then seeing what will change before it does. */
import type { MappingPlan } from '../../src/imports/load-names.ts'
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { Select } from '../components/select.tsx'
import { SummaryList } from '../components/summary-list.tsx'
import { Textarea } from '../components/textarea.tsx'
import { plural } from '../format.ts'
import { FormErrorSummary } from '../rounds/form-errors.tsx'

export type MapNamePageProps = {
  plan: MappingPlan
  csrf: string
  to: string
  reason: string
  errors: Readonly<Record<string, string>>
  /** Everything fits: this page asks for the last word. */
  isChecked: boolean
}

const kinds = { theme: 'theme', item: 'item', team: 'team' } as const

const Hidden = ({ plan, csrf }: MapNamePageProps) => (
  <>
    <input type="hidden" name="_csrf" value={csrf} />
    <input type="hidden" name="kind" value={plan.from.kind} />
    <input type="hidden" name="theme" value={plan.from.theme} />
    <input type="hidden" name="item" value={plan.from.item} />
    <input type="hidden" name="team" value={plan.from.teamId} />
  </>
)

/** What people will notice, page by page. */
const changes = ({ plan }: MapNamePageProps): string[] => {
  const { from, label = '', toLabel, judgements, audits, rounds } = plan
  const what = `${plural(judgements, 'judgement')} of “${label}”, in ${plural(audits, 'audit')} and ${plural(rounds, 'round')},`
  const shown = `${what} will be shown under ${toLabel}: on the results page, in its file, in reports and in the audits behind a figure.`
  const always = [
    'Each of these audits goes on saying what it was imported as.',
    `Later imports that say “${label}” are read in the same way, and their preview says so.`,
    'It can be undone.',
  ]
  if (from.kind === 'team') {
    return [
      `${what} will count for the team ${toLabel}, and for the service above it.`,
      `Whoever may read the audits of ${toLabel} may read these too.`,
      ...always,
    ]
  }
  if (from.kind === 'theme') {
    const items = new Set(plan.groups.flatMap(({ item }) => (item === '' ? [] : [item]))).size
    return [
      shown,
      ...(items > 0
        ? [
            `Its ${plural(items, 'item')} ${items === 1 ? 'goes' : 'go'} along under the name that was imported, unless ${toLabel} has an item with that key. Map items one by one afterwards.`,
          ]
        : []),
      ...always,
    ]
  }
  return [shown, ...always]
}

const Check = (props: MapNamePageProps) => (
  <>
    <BackLink href="/imports/names">Historical names</BackLink>
    <h1 class="govuk-heading-l">{`Map “${props.plan.label}” to ${props.plan.toLabel}?`}</h1>
    <ul class="govuk-list govuk-list--bullet">
      {changes(props).map((change) => (
        <li>{change}</li>
      ))}
    </ul>
    <SummaryList rows={[{ key: 'Why', value: props.reason }]} />
    <form method="post" action="/imports/names/map">
      <Hidden {...props} />
      <input type="hidden" name="to" value={props.to} />
      <input type="hidden" name="reason" value={props.reason} />
      <div class="govuk-button-group">
        <Button name="step" value="map" preventDoubleClick>
          Map it
        </Button>
        <Button name="step" value="edit" class="govuk-button--secondary">
          Choose again
        </Button>
        <a class="govuk-link" href="/imports/names">
          Not now
        </a>
      </div>
    </form>
  </>
)

export const MapNamePage = (props: MapNamePageProps) => {
  const { plan, errors } = props
  if (props.isChecked) return <Check {...props} />
  const near = plan.choices.filter(({ isNear }) => isNear).map(({ label }) => label)
  return (
    <>
      <BackLink href="/imports/names">Historical names</BackLink>
      <FormErrorSummary errors={errors} />
      <span class="govuk-caption-l">{`Imported ${kinds[plan.from.kind]}`}</span>
      <h1 class="govuk-heading-l">{plan.label}</h1>
      <p class="govuk-body">
        {`${plural(plan.judgements, 'judgement')} in ${plural(plan.audits, 'audit')} and ${plural(plan.rounds, 'round')}.`}
      </p>
      <form method="post" action="/imports/names/map">
        <Hidden {...props} />
        <Select
          name="to"
          label={`Which ${kinds[plan.from.kind]} of today is it?`}
          hint={
            near.length === 0
              ? 'No name of today is spelled like it. Leave it as it is if you are not sure.'
              : `Spelled much like it: ${near.join(', ')}. Map it only if it means the same.`
          }
          error={errors.to}
          value={props.to}
          items={[
            { text: 'Choose', value: '', selected: props.to === '' },
            ...plan.choices.map(({ value, label }) => ({ text: label, value })),
          ]}
        />
        <Textarea
          name="reason"
          label="Why is it the same?"
          hint="Kept with the record, with your name"
          rows={3}
          value={props.reason}
          error={errors.reason}
        />
        <Button name="step" value="check">
          See what will change
        </Button>
      </form>
    </>
  )
}
