/** The categories of concern in the order in which they are offered, with what may be done to each. */
import type { KeptCategory } from '../../src/alerts/category-store.ts'
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Input } from '../components/input.tsx'
import { formatCount, plural } from '../format.ts'
import { FormErrorSummary, type FormErrors } from '../rounds/form-errors.tsx'

export type CategoriesPageProps = {
  categories: readonly KeptCategory[]
  values: Readonly<Record<string, string>>
  errors: FormErrors
  csrf: string
}

const HOME = '/admin/concern-categories'

const Post = (props: {
  action: string
  csrf: string
  to?: 'up' | 'down'
  text: string
  of: string
}) => (
  <form method="post" action={props.action}>
    <input type="hidden" name="_csrf" value={props.csrf} />
    {props.to ? <input type="hidden" name="to" value={props.to} /> : ''}
    <Button class="govuk-button--secondary govuk-!-margin-bottom-1" preventDoubleClick>
      {props.text}
      <span class="govuk-visually-hidden">{`: ${props.of}`}</span>
    </Button>
  </form>
)

const Offered = ({ categories, csrf }: CategoriesPageProps) => {
  const offered = categories.filter(({ retiredAt }) => retiredAt === null)
  if (offered.length === 0) {
    return (
      <EmptyState title="No categories">
        <p class="govuk-body">An alert needs one: add the first below.</p>
      </EmptyState>
    )
  }
  return (
    <DataTable
      id="offered"
      caption={`${plural(offered.length, 'category', 'categories')} offered, in this order`}
      columns={[
        { header: 'Category' },
        { header: 'Alerts', isNumber: true },
        { header: 'Order' },
        { header: 'Rename' },
        { header: 'Retire' },
      ]}
      rows={offered.map(({ id, label, alerts }) => [
        <span id={`category-${id}`}>{label}</span>,
        formatCount(alerts),
        <div class="govuk-button-group govuk-!-margin-bottom-0">
          {id === categories[0]?.id ? (
            ''
          ) : (
            <Post action={`${HOME}/${id}/move`} csrf={csrf} to="up" text="Up" of={label} />
          )}
          {id === categories.at(-1)?.id ? (
            ''
          ) : (
            <Post action={`${HOME}/${id}/move`} csrf={csrf} to="down" text="Down" of={label} />
          )}
        </div>,
        <a class="govuk-link" href={`${HOME}/${id}/rename`}>
          Rename<span class="govuk-visually-hidden">{`: ${label}`}</span>
        </a>,
        <a class="govuk-link" href={`${HOME}/${id}/retire`}>
          Retire<span class="govuk-visually-hidden">{`: ${label}`}</span>
        </a>,
      ])}
    />
  )
}

const Retired = ({ categories, csrf }: CategoriesPageProps) => {
  const retired = categories.filter(({ retiredAt }) => retiredAt !== null)
  return retired.length === 0 ? null : (
    <DataTable
      id="retired"
      caption="Retired: kept on the alerts that have them, not offered"
      columns={[
        { header: 'Category' },
        { header: 'Alerts', isNumber: true },
        { header: 'Bring back' },
      ]}
      rows={retired.map(({ id, label, alerts }) => [
        label,
        formatCount(alerts),
        <Post action={`${HOME}/${id}/restore`} csrf={csrf} text="Bring back" of={label} />,
      ])}
    />
  )
}

export const CategoriesPage = (props: CategoriesPageProps) => (
  <>
    <BackLink href="/admin/settings">Settings</BackLink>
    <FormErrorSummary errors={props.errors} />
    <h1 class="govuk-heading-l">Categories of concern</h1>
    <p class="govuk-body">
      What practice alerts are about. Whoever raises one chooses from this list, and the figures are
      sorted by it. Alerts that have a category keep it, whatever becomes of the list.
    </p>
    <Offered {...props} />
    <h2 class="govuk-heading-m">Add a category</h2>
    <form method="post" action={HOME} novalidate>
      <input type="hidden" name="_csrf" value={props.csrf} />
      <Input
        name="label"
        label={{ text: 'What it is called', class: 'govuk-label--s' }}
        hint="A concern of its own. To put one of the list in better words, rename it"
        value={props.values.label}
        error={props.errors.label}
        autocomplete="off"
      />
      <Button preventDoubleClick>Add this category</Button>
    </form>
    <Retired {...props} />
  </>
)
