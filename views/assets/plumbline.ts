/**
 * The page's own script. Nothing works only with it: every form posts and every page reads without.
 */
import { startAutosave } from './autosave.ts'
import { startGovukComponents } from './govuk-components.ts'
import { startSessionWatch } from './session-watch.ts'

startGovukComponents()
startAutosave()
startSessionWatch()
