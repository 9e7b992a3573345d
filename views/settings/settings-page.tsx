/** The council's settings, each with what is standard, who changed it last, and a form of its own. */
import type { ShownSetting } from '../../src/settings/show-settings.ts'
import { Button } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Input } from '../components/input.tsx'
import { formatInstant } from '../format.ts'

export type SettingsPageProps = {
  settings: readonly ShownSetting[]
  /** What was typed and could not be saved, and why. */
  again: { key: string; typed: string; message: string } | undefined
  /** Somebody else was first: both values are shown. */
  isConflict: boolean
  csrf: string
}

const lists = [
  ['/admin/closure-days', 'Closure days, on which the council does not work'],
  ['/admin/concern-categories', 'Categories of concern, which practice alerts are about'],
  ['/admin/dispute-stages', 'Stages of a dispute, and who answers at each'],
] as const

const idOf = (key: string): string => `setting-${key}`

const withUnit = (value: string, unit: string | undefined): string =>
  unit === undefined ? value : `${value} ${unit}`

/** A value that somebody chose, and when; or that it is the standard one. */
const changedWords = ({ changed, standard, unit }: ShownSetting): string =>
  changed === undefined
    ? 'This is the standard value.'
    : `Changed by ${changed.by ?? 'a command'} on ${formatInstant(changed.at)}. ` +
      `The standard value is ${withUnit(standard, unit)}.`

const Setting = (props: SettingsPageProps & { setting: ShownSetting }) => {
  const { setting, again, isConflict, csrf } = props
  const fault = again?.key === setting.key ? again : undefined
  const now = withUnit(setting.value, setting.unit)
  return (
    <form
      class="pl-setting"
      method="post"
      action={`/admin/settings/${setting.key}`}
      novalidate
      aria-label={setting.label}
    >
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="revision" value={String(setting.revision)} />
      <Input
        id={idOf(setting.key)}
        name="value"
        label={{ text: setting.label, class: 'govuk-label--s' }}
        hint={{ text: setting.hint }}
        value={fault?.typed ?? setting.value}
        error={
          fault === undefined
            ? undefined
            : isConflict
              ? `${fault.message} It is ${now} now. You typed ${fault.typed}. Save again to use yours`
              : fault.message
        }
        autocomplete="off"
        spellcheck={false}
        {...(setting.unit === undefined
          ? {}
          : {
              suffix: { text: setting.unit },
              class: 'govuk-input--width-5',
              inputmode: 'numeric',
            })}
      />
      <p class="pl-muted">{changedWords(setting)}</p>
      <Button class="govuk-button--secondary" preventDoubleClick>
        Save<span class="govuk-visually-hidden">{`: ${setting.label}`}</span>
      </Button>
    </form>
  )
}

export const SettingsPage = (props: SettingsPageProps) => {
  const { settings, again } = props
  const groups = Map.groupBy(settings, ({ group }) => group)
  return (
    <div class="pl-narrow">
      {again === undefined ? (
        ''
      ) : (
        <ErrorSummary errors={[{ text: again.message, href: `#${idOf(again.key)}` }]} />
      )}
      <h1 class="govuk-heading-l">Settings</h1>
      <p class="govuk-body">
        These hold for the whole council, from the moment they are saved. Every change is in the
        event log with who made it, and earlier values are kept.
      </p>
      <p class="govuk-body">What is a list has a page of its own:</p>
      <ul class="govuk-list govuk-list--bullet">
        {lists.map(([href, text]) => (
          <li>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
      {[...groups].map(([group, members]) => (
        <section>
          <h2 class="govuk-heading-m">{group}</h2>
          {members.map((setting) => (
            <Setting {...props} setting={setting} />
          ))}
        </section>
      ))}
    </div>
  )
}
