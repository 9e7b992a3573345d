/** Other words for a category of concern, and when that is the wrong thing to do. */
import type { StoredCategory } from '../../src/alerts/category-store.ts'
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { Input } from '../components/input.tsx'
import { FormErrorSummary, type FormErrors } from '../rounds/form-errors.tsx'

export type RenameCategoryPageProps = {
  category: StoredCategory
  values: Readonly<Record<string, string>>
  errors: FormErrors
  csrf: string
}

const HOME = '/admin/concern-categories'

export const RenameCategoryPage = ({ category, values, errors, csrf }: RenameCategoryPageProps) => (
  <div class="pl-narrow">
    <BackLink href={HOME}>Categories of concern</BackLink>
    <FormErrorSummary errors={errors} />
    <h1 class="govuk-heading-l">{`Rename ‘${category.label}’`}</h1>
    <p class="govuk-body">
      Rename it only to say the same thing better: alerts already raised show the new words too, and
      figures over time run on. If it is to mean something else, retire it and add a new one.
    </p>
    <form method="post" action={`${HOME}/${category.id}/rename`} novalidate>
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="revision" value={String(category.revision)} />
      <Input
        name="label"
        label={{ text: 'What it is called', class: 'govuk-label--s' }}
        value={values.label}
        error={errors.label ?? errors.revision}
        autocomplete="off"
      />
      <div class="govuk-button-group">
        <Button preventDoubleClick>Save</Button>
        <a class="govuk-link" href={HOME}>
          Not now
        </a>
      </div>
    </form>
  </div>
)
