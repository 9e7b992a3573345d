/** Reports: the list, drafts, frozen reports, and learning circulars. */
import { Hono } from 'hono'
import type { AppEnv } from '../http/env.ts'
import { circularDrafts } from './circular-draft-routes.tsx'
import { circularReading } from './circular-routes.tsx'
import { reportDrafts } from './draft-routes.tsx'
import { reportFiles } from './file-routes.tsx'
import { reportList } from './list-routes.tsx'
import { reportReading } from './report-routes.tsx'

export const reports = new Hono<AppEnv>()

// The list first: `new`, `exports` and `circulars` are no ids.
reports.route('/', reportList)
reports.route('/', circularReading)
reports.route('/', circularDrafts)
reports.route('/', reportDrafts)
reports.route('/', reportReading)
reports.route('/', reportFiles)
