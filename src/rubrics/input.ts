/** What an address or a form may say about a rubric. */
import { z } from 'zod'
import { rubricKeyForm } from './rules/parse-rubric.ts'
import { versionForm } from './rules/rubric-version.ts'

/** Anything of another form is no rubric, and is not asked of the database. */
export const rubricAddress = z.object({
  key: z.string().regex(rubricKeyForm),
  version: z.string().regex(versionForm),
})
