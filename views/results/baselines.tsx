/** New baselines of a theme's charts: those that stand, who set them and why, and the pages that set and undo one. */
import type { StandingBaseline } from '../../src/analytics/baseline-store.ts'
import { DateInput } from '../components/date-input.tsx'
import { Textarea } from '../components/textarea.tsx'
import { dateOf, formatDate, formatShortDate } from '../format.ts'
import { StepPage } from '../programme/step-page.tsx'

export type BaselinesProps = {
  baselines: readonly StandingBaseline[]
  /** Where a new one is set; undefined for those who may not. */
  setHref: string | undefined
}

const byWords = ({ setBy, setAt }: StandingBaseline): string =>
  `${setBy === null ? 'Set' : `Set by ${setBy}`} on ${formatShortDate(dateOf(setAt))}`

export const Baselines = ({ baselines, setHref }: BaselinesProps) =>
  baselines.length === 0 && setHref === undefined ? (
    ''
  ) : (
    <section class="pl-baselines">
      <h2>Baselines</h2>
      {baselines.length === 0 ? (
        <p>
          The line is measured by its first twelve rounds. Where practice or recording is known to
          have changed on a date, a new baseline measures later rounds by themselves.
        </p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {baselines.map((baseline) => (
            <li>
              <strong>{`New baseline from ${formatDate(baseline.startsOn)}`}</strong>
              {`: ${baseline.reason} `}
              <span class="pl-muted">{byWords(baseline)}</span>
              {setHref === undefined ? (
                ''
              ) : (
                <>
                  {' '}
                  <a class="pl-no-print" href={`/results/baselines/${baseline.id}/undo`}>
                    {'Undo '}
                    <span class="govuk-visually-hidden">{`the baseline from ${formatDate(baseline.startsOn)}`}</span>
                  </a>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {setHref === undefined ? (
        ''
      ) : (
        <p class="pl-no-print">
          <a href={setHref}>Set a new baseline</a>
        </p>
      )}
    </section>
  )

type Form = {
  csrf: string
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>>
}

export type NewBaselinePageProps = Form & {
  theme: { readonly key: string; readonly label: string }
  backHref: string
}

export const NewBaselinePage = ({
  theme,
  backHref,
  csrf,
  values,
  errors,
}: NewBaselinePageProps) => (
  <StepPage
    caption={theme.label}
    title="Set a new baseline"
    back={{ href: backHref, text: 'The theme over time' }}
    action={`/results/baselines?${new URLSearchParams({ theme: theme.key })}`}
    csrf={csrf}
    errors={errors}
    idOf={(field) => (field === 'startsOn' ? 'startsOn-day' : field)}
    button="Set the baseline"
    intro={
      <p class="govuk-body">
        Rounds of this date and later get an average and limits of their own, on every chart of this
        theme and of its items. Do this for a change that is known, such as a new practice model or
        a new way of recording, never because a line looks better for it. The date, your reason and
        your name stand on the chart.
      </p>
    }
  >
    <DateInput
      id="startsOn"
      namePrefix="startsOn"
      fieldset={{ legend: { text: 'From which date' } }}
      hint="For example, 30 1 2026"
      values={values}
      error={errors.startsOn}
    />
    <Textarea
      name="reason"
      label="What changed"
      hint="For everybody who sees the chart. No names of children."
      rows={3}
      value={values.reason}
      error={errors.reason}
    />
  </StepPage>
)

export type UndoBaselinePageProps = {
  baseline: StandingBaseline
  theme: string
  backHref: string
  csrf: string
}

export const UndoBaselinePage = ({ baseline, theme, backHref, csrf }: UndoBaselinePageProps) => (
  <StepPage
    caption={theme}
    title="Undo this baseline?"
    back={{ href: backHref, text: 'The theme over time' }}
    action={`/results/baselines/${baseline.id}/undo`}
    csrf={csrf}
    errors={{}}
    button="Undo the baseline"
    intro={
      <>
        <p class="govuk-body">{`New baseline from ${formatDate(baseline.startsOn)}: ${baseline.reason} ${byWords(baseline)}.`}</p>
        <p class="govuk-body">
          Every chart of this theme is measured again as if it had never been set. It stays in the
          event log, and can be set again.
        </p>
      </>
    }
  />
)
