/** The categories of concern that an alert can have: listing, adding, renaming, ordering, retiring and bringing back. */
import { Hono } from 'hono'
import { CategoriesPage } from '../../views/admin/categories-page.tsx'
import { ConfirmStepPage } from '../../views/admin/confirm-step-page.tsx'
import { RenameCategoryPage } from '../../views/admin/rename-category-page.tsx'
import { plural } from '../../views/format.ts'
import { addCategory } from '../alerts/add-category.ts'
import { findCategory, listKeptCategories, type StoredCategory } from '../alerts/category-store.ts'
import { moveCategory } from '../alerts/move-category.ts'
import { renameCategory } from '../alerts/rename-category.ts'
import { retireCategory } from '../alerts/retire-category.ts'
import { Conflict, FieldFault, NotFound, WrongState } from '../errors.ts'
import { type AppEnv, type C, contextOf } from '../http/env.ts'
import { type Errors, form, type Raw } from '../http/form.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { categoryForm, moveCategoryForm, renameCategoryForm } from './input.ts'
import { administers, adminPage } from './record-routes.tsx'

export const concerns = new Hono<AppEnv>()

const HOME = '/admin/concern-categories'

const notices: Record<string, string> = {
  added: 'The category is added. It is offered last.',
  renamed: 'The category has its new words.',
  nothing: 'Nothing was different, so nothing was changed.',
  retired: 'The category is retired. Alerts that have it keep it.',
  restored: 'The category is offered again.',
}

const show = async (c: C, again?: { values: Raw; errors: Errors }) => {
  const text = again ? undefined : notices[c.req.query('saved') ?? '']
  return renderPage(
    c,
    {
      ...adminPage('Categories of concern', again ? 422 : 200),
      ...(text === undefined ? {} : { notice: { kind: 'success', text } }),
    },
    <CategoriesPage
      categories={await listKeptCategories(c.get('deps').db)}
      values={again?.values ?? {}}
      errors={again?.errors ?? {}}
      csrf={csrfOf(c)}
    />
  )
}

concerns.get(HOME, administers, (c) => show(c))

concerns.post(HOME, administers, async (c) => {
  const input = form(c, categoryForm)
  if (!input.ok) return show(c, { values: input.raw, errors: input.errors })
  try {
    await addCategory(contextOf(c), input.data)
    return c.redirect(`${HOME}?saved=added`, 303)
  } catch (error) {
    if (!(error instanceof FieldFault)) throw error
    return show(c, { values: input.raw, errors: { [error.field]: error.message } })
  }
})

const categoryOf = async (c: C): Promise<StoredCategory> => {
  const category = await findCategory(c.get('deps').db, c.req.param('id') ?? '')
  if (!category) throw new NotFound('No such category')
  return category
}

const showRename = (
  c: C,
  category: StoredCategory,
  again?: { values: Raw; errors: Errors; status: 409 | 422 }
) =>
  renderPage(
    c,
    adminPage(`Rename ‘${category.label}’`, again?.status ?? 200),
    <RenameCategoryPage
      category={category}
      values={again?.values ?? { label: category.label }}
      errors={again?.errors ?? {}}
      csrf={csrfOf(c)}
    />
  )

concerns.get(`${HOME}/:id/rename`, administers, async (c) => showRename(c, await categoryOf(c)))

concerns.post(`${HOME}/:id/rename`, administers, async (c) => {
  const category = await categoryOf(c)
  const input = form(c, renameCategoryForm)
  const values = input.raw
  if (!input.ok) return showRename(c, category, { values, errors: input.errors, status: 422 })
  try {
    const isChanged = await renameCategory(contextOf(c), { id: category.id, ...input.data })
    return c.redirect(`${HOME}?saved=${isChanged ? 'renamed' : 'nothing'}`, 303)
  } catch (error) {
    if (error instanceof FieldFault) {
      const errors = { [error.field]: error.message }
      return showRename(c, category, { values, errors, status: 422 })
    }
    if (error instanceof Conflict) {
      const current = error.current as StoredCategory
      const errors = {
        label: `${error.message} It is ‘${current.label}’ now. Save again to use yours`,
      }
      return showRename(c, current, { values, errors, status: 409 })
    }
    throw error
  }
})

concerns.post(`${HOME}/:id/move`, administers, async (c) => {
  const { id } = await categoryOf(c)
  const input = form(c, moveCategoryForm)
  if (!input.ok) throw new FieldFault('to', input.errors.to ?? 'Choose up or down')
  await moveCategory(contextOf(c), { id, to: input.data.to })
  return c.redirect(`${HOME}#category-${id}`, 303)
})

concerns.get(`${HOME}/:id/retire`, administers, async (c) => {
  const { id, label, retiredAt } = await categoryOf(c)
  if (retiredAt !== null) throw new WrongState('This category is retired already.')
  const kept = (await listKeptCategories(c.get('deps').db)).find((one) => one.id === id)
  const title = `Retire ‘${label}’?`
  return renderPage(
    c,
    adminPage(title),
    <ConfirmStepPage
      title={title}
      action={`${HOME}/${id}/retire`}
      back={HOME}
      backText="Categories of concern"
      csrf={csrfOf(c)}
      button="Retire this category"
    >
      <p class="govuk-body">
        {`${plural(kept?.alerts ?? 0, 'alert has', 'alerts have')} it and will keep it, in lists and in figures. `}
        It is not offered for new alerts, and a draft that has it must choose another. You can bring
        it back.
      </p>
    </ConfirmStepPage>
  )
})

concerns.post(`${HOME}/:id/retire`, administers, async (c) => {
  const { id } = await categoryOf(c)
  const isChanged = await retireCategory(contextOf(c), { id, isRetired: true })
  return c.redirect(`${HOME}?saved=${isChanged ? 'retired' : 'nothing'}`, 303)
})

concerns.post(`${HOME}/:id/restore`, administers, async (c) => {
  const { id } = await categoryOf(c)
  const isChanged = await retireCategory(contextOf(c), { id, isRetired: false })
  return c.redirect(`${HOME}?saved=${isChanged ? 'restored' : 'nothing'}`, 303)
})
