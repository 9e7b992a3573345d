/** A draft as a whole: its items, what it says about itself, its rules, trying it, what it changes, discarding it. */
import { Hono } from 'hono'
import type { SavedStatusProps } from '../../views/components/saved-status.tsx'
import { statusLabel } from '../../views/format.ts'
import { AboutPage, HeadStatus } from '../../views/studio/about-page.tsx'
import { ChangesPage } from '../../views/studio/changes-page.tsx'
import { DiscardPage } from '../../views/studio/discard-page.tsx'
import { DraftPage } from '../../views/studio/draft-page.tsx'
import { FormPage, TriedAnswer } from '../../views/studio/form-page.tsx'
import { RulesPage } from '../../views/studio/rules-page.tsx'
import { type AppEnv, type C, contextOf, isHtmx } from '../http/env.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { londonDate } from '../people/rules/london-date.ts'
import { differenceOf } from '../rubrics/rules/difference.ts'
import { ruleValues, standardRules } from '../rubrics/rules/grading-rule.ts'
import { judgementLabels, judgements } from '../rubrics/rules/judgement.ts'
import { themeGradeItem } from '../rubrics/rules/meaning.ts'
import { commonKey } from '../rubrics/rules/rubric.ts'
import { serviceStatuses } from '../rubrics/rules/service-status.ts'
import { discardDraft } from './discard-draft.ts'
import { type Posted, postedHead, postedMeanings, postedRules } from './input.ts'
import { knownScales } from './load-check.ts'
import {
  draftOf,
  kindChoices,
  noticeOf,
  type OpenDraft,
  studioPage,
  writes,
} from './record-routes.tsx'
import { type DraftHead, rulesOn } from './rules/draft.ts'
import { differingControls, headControls } from './rules/item-controls.ts'
import { tryForm } from './rules/try-form.ts'
import { wordedDifference } from './rules/worded-difference.ts'
import { saveDraftHead } from './save-draft-head.ts'
import { stateMeaning } from './state-meaning.ts'

export const drafts = new Hono<AppEnv>()

const titleOf = ({ draft }: OpenDraft): string => draft.head.title || draft.key

const differenceIn = ({ check }: OpenDraft) =>
  check.base && check.checked.ok ? differenceOf(check.base.rubric, check.checked.rubric) : undefined

drafts.get('/studio/:id', writes, async (c) => {
  const open = await draftOf(c)
  const { draft, faults, heading } = open
  const difference = differenceIn(open)
  const states = new Map(
    draft.items.map((item) => {
      const one = difference?.items.find(({ key }) => key === item.content.key)
      const state =
        item.baseKey === null ? 'new' : one?.kind === 'changed' ? 'changed' : ('same' as const)
      return [item.id, state] as const
    })
  )
  return renderPage(
    c,
    { ...studioPage(titleOf(open)), ...noticeOf(c) },
    <DraftPage
      {...heading}
      items={draft.items}
      faults={faults}
      changed={{ at: draft.changedAt, by: draft.changedBy }}
      states={states}
      kinds={kindChoices}
      leftOut={draft.head.leftOut ?? []}
      csrf={csrfOf(c)}
    />
  )
})

/** What was typed and is not stored. */
interface UnsavedHead {
  readonly head: Partial<DraftHead>
  readonly state: SavedStatusProps['state']
  readonly status: 409 | 422
}

const headProps = (c: C, open: OpenDraft, unsaved?: UnsavedHead) => ({
  ...open.heading,
  faults: open.faults.length,
  head: { ...open.draft.head, ...unsaved?.head },
  revision: open.draft.revision,
  changedAt: open.draft.changedAt,
  headFaults: open.faults.filter(({ itemId }) => itemId === undefined),
  todayOn: londonDate(c.get('now')),
  state: unsaved?.state,
  csrf: csrfOf(c),
})

const showAbout = async (c: C, unsaved?: UnsavedHead) => {
  const open = await draftOf(c)
  return renderPage(
    c,
    { ...studioPage(`About ${titleOf(open)}`, unsaved?.status ?? 200), ...noticeOf(c) },
    <AboutPage
      {...headProps(c, open, unsaved)}
      judgements={judgements.map((value) => ({ value, text: judgementLabels[value] }))}
      scales={[...knownScales().values()].map(({ key, title }) => ({ value: key, text: title }))}
      statuses={serviceStatuses.map((value) => ({ value, text: statusLabel(value) }))}
    />
  )
}

const showRules = async (c: C, unsaved?: UnsavedHead) => {
  const open = await draftOf(c)
  const scale = knownScales().get(open.draft.head.scale)
  const names = rulesOn(scale).filter(
    (name) => name !== 'unsafe_caps' || open.draft.key === commonKey
  )
  return renderPage(
    c,
    { ...studioPage(`Grading rules of ${titleOf(open)}`, unsaved?.status ?? 200), ...noticeOf(c) },
    <RulesPage
      {...headProps(c, open, unsaved)}
      rules={names.map((name) => ({
        name,
        standard: standardRules[name],
        values: ruleValues[name],
      }))}
    />
  )
}

/** Saves one page of the head, as typed or by its button. */
const saveHead = async (
  c: C,
  sent: Posted<Partial<DraftHead>>,
  show: (c: C, unsaved?: UnsavedHead) => Promise<Response>
) => {
  const here = c.req.path
  const todayOn = londonDate(c.get('now'))
  if (c.get('body')?.has('theirs')) return c.redirect(here, 303)
  if (!sent.ok) {
    const state = { kind: 'refused' as const, messages: [sent.message] }
    const { draft } = await draftOf(c)
    return isHtmx(c)
      ? c.html(<HeadStatus {...draft} todayOn={todayOn} state={state} />, 422)
      : show(c, { head: sent.data, state, status: 422 })
  }
  const { kind, draft } = await saveDraftHead(contextOf(c), {
    draftId: c.req.param('id') ?? '',
    head: sent.data,
    revision: sent.revision,
  })
  if (kind === 'conflict') {
    const mine = { ...draft.head, ...sent.data }
    const state = {
      kind,
      by: draft.changedBy ?? 'Somebody else',
      at: draft.changedAt,
      fields: differingControls(headControls(mine), headControls(draft.head)),
    } as const
    return isHtmx(c)
      ? c.html(<HeadStatus {...draft} todayOn={todayOn} state={state} />, 409)
      : show(c, { head: sent.data, state, status: 409 })
  }
  return isHtmx(c)
    ? c.html(<HeadStatus {...draft} todayOn={todayOn} />)
    : c.redirect(`${here}?saved=head`, 303)
}

const bodyOf = (c: C) => c.get('body') ?? new Map<string, readonly string[]>()

drafts.get('/studio/:id/about', writes, (c) => showAbout(c))
drafts.post('/studio/:id/about', writes, (c) => saveHead(c, postedHead(bodyOf(c)), showAbout))
drafts.get('/studio/:id/rules', writes, (c) => showRules(c))
drafts.post('/studio/:id/rules', writes, (c) => saveHead(c, postedRules(bodyOf(c)), showRules))

const showForm = async (c: C) => {
  const open = await draftOf(c)
  const { checked } = open.check
  const tried = checked.ok ? tryForm(checked.rubric, bodyOf(c), c.get('now')) : undefined
  if (tried && isHtmx(c)) return c.html(<TriedAnswer {...tried} />)
  return renderPage(
    c,
    studioPage(`Try ${titleOf(open)}`),
    <FormPage
      {...open.heading}
      faults={open.faults.length}
      forms={tried?.forms}
      tried={tried ?? { indicative: undefined, faults: [], scale: undefined }}
      csrf={csrfOf(c)}
    />
  )
}

drafts.get('/studio/:id/form', writes, showForm)
drafts.post('/studio/:id/form', writes, showForm)

drafts.get('/studio/:id/changes', writes, async (c) => {
  const open = await draftOf(c)
  const { draft } = open
  const ofItems = draft.items.map(({ id, content, meaning, meaningReason }) => {
    return [content.key, { itemId: id, meaning, reason: meaningReason }] as const
  })
  const { themeMeaning, themeReason } = draft.head
  const difference = differenceIn(open)
  const ofTheme = { itemId: 'theme', meaning: themeMeaning, reason: themeReason }
  return renderPage(
    c,
    { ...studioPage(`What changes in ${titleOf(open)}`), ...noticeOf(c) },
    <ChangesPage
      {...open.heading}
      faults={open.faults.length}
      difference={difference && wordedDifference(difference)}
      said={new Map([...ofItems, [themeGradeItem, ofTheme]])}
      csrf={csrfOf(c)}
    />
  )
})

drafts.post('/studio/:id/changes', writes, async (c) => {
  const draftId = c.req.param('id')
  const stated = postedMeanings(bodyOf(c))
  const theme = stated.find(({ itemId }) => itemId === 'theme')
  await stateMeaning(contextOf(c), {
    draftId,
    stated: stated.filter(({ itemId }) => itemId !== 'theme'),
    theme,
  })
  return c.redirect(`/studio/${draftId}/changes?saved=changes`, 303)
})

drafts.get('/studio/:id/discard', writes, async (c) => {
  const open = await draftOf(c)
  return renderPage(
    c,
    studioPage(`Discard the draft of ${titleOf(open)}?`),
    <DiscardPage {...open.heading} faults={open.faults.length} csrf={csrfOf(c)} />
  )
})

drafts.post('/studio/:id/discard', writes, async (c) => {
  await discardDraft(contextOf(c), { draftId: c.req.param('id') })
  return c.redirect('/rubrics?saved=discarded', 303)
})
