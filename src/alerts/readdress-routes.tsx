/** The page on which an alert is addressed to somebody else at its stage. */
import { Hono } from 'hono'
import { ReaddressPage } from '../../views/alerts/readdress-page.tsx'
import { type AppEnv, type C, contextOf } from '../http/env.ts'
import { form } from '../http/form.ts'
import { renderPage } from '../http/page.tsx'
import { readdressForm } from './input.ts'
import { loadAnswerers } from './load-answerers.ts'
import { readdressAlert } from './readdress-alert.ts'
import { alertIdOf, openStepPage, reads, type StepAgain } from './record-routes.tsx'
import { takeStep } from './step-routes.tsx'

export const alertReaddressing = new Hono<AppEnv>()

const TITLE = 'Address it to somebody else'

const show = async (c: C, again?: StepAgain) => {
  const { seen, common, person } = await openStepPage(c, 'readdress', again)
  const current = seen.addressees
    .filter(({ isCurrent }) => isCurrent)
    .map(({ personId, name, jobTitle, isActive }) => ({
      id: personId,
      name,
      jobTitle,
      hasLeft: !isActive,
    }))
  const gone = current.filter(({ hasLeft }) => hasLeft)
  // Whoever has left is what the page is opened for; a single one is the only choice.
  const likely = gone.length > 0 ? gone : current.length === 1 ? current : []
  const cannot = [seen.alert.raisedBy, person.id, ...current.map(({ id }) => id)]
  return renderPage(
    c,
    { title: TITLE, current: 'alerts', status: again?.status ?? 200 },
    <ReaddressPage
      {...common}
      title={TITLE}
      current={current}
      instead={again?.lists?.instead ?? likely.map(({ id }) => id)}
      people={(await loadAnswerers(c.get('deps').db)).filter(({ id }) => !cannot.includes(id))}
      expectedOn={seen.alert.expectedOn}
    />
  )
}

alertReaddressing.get('/alerts/:id/readdress', reads, (c) => show(c))
alertReaddressing.post('/alerts/:id/readdress', reads, (c) => {
  const sent = form(c, readdressForm)
  const lists = { instead: c.get('body')?.get('instead') ?? [] }
  const again = (refused: StepAgain) => show(c, refused)
  if (!sent.ok) return again({ values: sent.raw, lists, errors: sent.errors, status: 422 })
  const { revision, instead, to, words } = sent.data
  return takeStep(c, 'readdress', { values: sent.raw, lists }, again, () =>
    readdressAlert(contextOf(c), { alertId: alertIdOf(c), revision, instead, to, words })
  )
})
