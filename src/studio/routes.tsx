/** The rubric library and the rubric studio. */
import { Hono } from 'hono'
import type { AppEnv } from '../http/env.ts'
import { drafts } from './draft-routes.tsx'
import { draftItems } from './item-routes.tsx'
import { library } from './library-routes.tsx'
import { publishing } from './publish-routes.tsx'
import { starting } from './start-routes.tsx'
import { withdrawing } from './withdraw-routes.tsx'

export const studio = new Hono<AppEnv>()

studio.route('/', library)
// Before the drafts, whose ids would swallow their addresses.
studio.route('/', starting)
studio.route('/', withdrawing)
studio.route('/', drafts)
studio.route('/', draftItems)
studio.route('/', publishing)
