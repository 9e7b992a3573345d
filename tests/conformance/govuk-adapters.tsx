/**
 * Each of our GOV.UK components by govuk-frontend's name, with what its props need beyond the common renaming. The
 * test fails for a component that is not here.
 */
import type { Child, FC } from 'hono/jsx'
import { BackLink } from '../../views/components/back-link.tsx'
import { Breadcrumbs } from '../../views/components/breadcrumbs.tsx'
import { Button } from '../../views/components/button.tsx'
import { CharacterCount } from '../../views/components/character-count.tsx'
import { Checkboxes } from '../../views/components/checkboxes.tsx'
import { DateInput } from '../../views/components/date-input.tsx'
import { Details } from '../../views/components/details.tsx'
import { ErrorMessage } from '../../views/components/error-message.tsx'
import { ErrorSummary } from '../../views/components/error-summary.tsx'
import { Fieldset } from '../../views/components/fieldset.tsx'
import { FileUpload } from '../../views/components/file-upload.tsx'
import { Hint } from '../../views/components/hint.tsx'
import { Input } from '../../views/components/input.tsx'
import { InsetText } from '../../views/components/inset-text.tsx'
import { Label } from '../../views/components/label.tsx'
import { NotificationBanner } from '../../views/components/notification-banner.tsx'
import { Pagination } from '../../views/components/pagination.tsx'
import { Radios } from '../../views/components/radios.tsx'
import { Select } from '../../views/components/select.tsx'
import { SkipLink } from '../../views/components/skip-link.tsx'
import { SummaryList } from '../../views/components/summary-list.tsx'
import { Table } from '../../views/components/table.tsx'
import { Tag } from '../../views/components/tag.tsx'
import { TaskList } from '../../views/components/task-list.tsx'
import { Textarea } from '../../views/components/textarea.tsx'
import { WarningText } from '../../views/components/warning-text.tsx'
import { type Props, propsOf, wordsOf } from './govuk-options.ts'

/** Fixtures are JSON of many shapes, so types end here: what does not fit shows as a difference in the HTML. */
const component = (ours: unknown, more: (props: Props, options: Props) => Props = () => ({})) => {
  const Component = ours as FC<Props>
  return (options: Props): string => {
    const props = propsOf(options)
    return String(<Component {...props} {...more(props, options)} />)
  }
}

/** The words are what stands between the tags. */
const children = (props: Props): Props => ({ children: props.text as Child })

const fileWords = [
  'chooseFilesButtonText',
  'noFileChosenText',
  'multipleFilesChosenText',
  'dropInstructionText',
  'enteredDropZoneText',
  'leftDropZoneText',
]

const countWords = [
  'charactersUnderLimitText',
  'charactersAtLimitText',
  'charactersOverLimitText',
  'wordsUnderLimitText',
  'wordsAtLimitText',
  'wordsOverLimitText',
]

/** Options in, HTML out. */
export const adapters: Record<string, (options: Props) => string> = {
  'back-link': component(BackLink, children),
  breadcrumbs: component(Breadcrumbs),
  button: component(Button, children),
  'character-count': component(CharacterCount, (_, options) => ({
    words: wordsOf(options, countWords),
  })),
  checkboxes: component(Checkboxes),
  'date-input': component(DateInput),
  details: component(Details, children),
  'error-message': component(ErrorMessage, children),
  'error-summary': component(ErrorSummary),
  fieldset: component(Fieldset, children),
  'file-upload': component(FileUpload, (_, options) => ({
    words: wordsOf(options, fileWords),
    wrapper: { class: options.wrapperClasses, attributes: options.wrapperAttributes },
  })),
  hint: component(Hint, children),
  input: component(Input, (props) => ({ wrapper: props.inputWrapper })),
  'inset-text': component(InsetText, children),
  label: component(Label, children),
  'notification-banner': component(NotificationBanner, (props, options) =>
    options.html ? children(props) : {}
  ),
  pagination: component(Pagination, (props) => ({
    items: (props.items as Props[] | undefined)?.map((item) =>
      Object.keys(item ?? {}).length === 0 ? undefined : item
    ),
  })),
  radios: component(Radios),
  select: component(Select, (props) => ({ items: props.items ?? [] })),
  'skip-link': component(SkipLink, children),
  'summary-list': component(SummaryList),
  table: component(Table),
  tag: component(Tag, children),
  'task-list': component(TaskList, (props) => ({
    items: (props.items as (Props | undefined)[]).map((item) =>
      item ? { ...item, hint: (item.hint as Props | undefined)?.text } : undefined
    ),
  })),
  textarea: component(Textarea),
  'warning-text': component(WarningText, children),
}
