/**
 * The page's own script. Nothing works only with it: every form posts and every page reads without. It never writes to
 * the browser's storage, since computers are shared.
 *
 * ## How an item saves itself (checked in Chromium with htmx 4.0.1 by tests/browser/autosave.test.ts)
 *
 * The markup is `AutosaveItem` around the item's controls and, last, a `SavedStatus`, inside one big
 * `<form method="post" autocomplete="off">` that holds the hidden `_csrf` and a Save button:
 *
 *     <section id="item-3" data-autosave hx-post="/audits/…/answers/cp.clarity"
 *         hx-trigger="change, input delay:800ms, save-again" hx-sync="this:queue last"
 *         hx-target="find [data-save-status]" hx-swap="outerMorph"
 *         hx-status:409="swap:outerMorph" hx-status:422="swap:outerMorph"
 *         hx-status:4xx="swap:none" hx-status:5xx="swap:none">
 *       … controls …
 *       <div id="saved-3" role="status" data-save-status="saved">
 *         <input type="hidden" name="…revision" value="4"><span data-save-text>Saved at 16:42</span></div>
 *     </section>
 *
 * - `hx-include` is of no use here: htmx 4 posts the whole enclosing form for any element in it. This script replaces
 *   the body in `htmx:before:request` by the item's own controls, its revision and the form's `_csrf`. That is also
 *   the moment at which the request leaves: htmx collects the body when it is triggered, so a queued one would carry
 *   old text and the revision from before the save ahead of it.
 * - `hx-sync` is `this:queue last`: a queue for each item, the newest waiting. By default htmx keeps the *first* of
 *   those that wait, and one queue for several items would drop all but the last item.
 * - `change` cancels a pending `input delay:…` of the same element, so leaving a field saves once.
 * - `save-again` is this script's own event, for trying again.
 * - The layout's `noSwap` keeps 401 and 5xx out of every swap.
 *
 * ## What the server answers
 *
 * The root element is always a `SavedStatus` with the same id, never a control: a morph would put old text over new
 * typing. Other parts follow it as `<hx-partial hx-target="#side-panel" hx-swap="outerMorph">…</hx-partial>`.
 *
 * - **200** saved, with the next revision. *An answer equal to the one stored is saved, whatever its revision*: when an
 *   answer to a save is lost on its way, exactly the same is posted again, and only then what was typed since.
 * - **409** `state.kind` "conflict", with the revision as it is now and both texts. Nothing more is saved of this item
 *   until "Keep mine" (saved over theirs, knowingly) or "Use theirs" is pressed. A 409 of another kind (the audit was
 *   submitted meanwhile) may be any element; its words are shown.
 * - **422** `state.kind` "refused" with what would be right. Tried again when it is changed.
 * - **401** the session has ended: on coming back to the page `GET /session` is asked, and if it is the same person
 *   (`<body data-person>`), its token goes into every `_csrf` of the page and all is saved in order. **403**: the same
 *   at once, and once.
 * - **5xx, 408, 429** or no answer: tried again after 1, 2, 5, 10 and then every 15 seconds, and when the browser is
 *   online again; the oldest change first, one at a time.
 *
 * While anything is unsaved, leaving the page warns. The Save button waits for what is on its way.
 */
import { startAutosave } from './autosave.ts'
import { startGovukComponents } from './govuk-components.ts'
import { startPlainAgain } from './plain-again.ts'
import { startSessionWatch } from './session-watch.ts'
import { startUnsavedForms } from './unsaved-form.ts'

startGovukComponents()
startAutosave()
startPlainAgain()
startSessionWatch()
startUnsavedForms()
