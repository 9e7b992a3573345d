/** A small council with something in most tables: people, teams, a published rubric, imported history. */
import type { Context } from '../../src/db/transaction.ts'
import { publishRubric } from '../../src/rubrics/publish-rubric.ts'
import { parseRubric } from '../../src/rubrics/rules/parse-rubric.ts'
import { fourGradeScales, soundFile } from '../rubrics/rubric-files.ts'
import { addPersonWith, addTeamWith } from './builders.ts'
import { FILE, run } from './results-file.ts'

/** Everything that another database could read otherwise: quotes, separators that JSON keeps, other scripts. */
export const AWKWARD_NAME = 'Zoë “Zed” O\'Hara\u2028line\nbreak \\ 李 🎓 "x"'

export const addCouncil = async (ctx: Context): Promise<void> => {
  const service = await addTeamWith(ctx, { name: 'Safeguarding', kind: 'service' })
  const teamId = await addTeamWith(ctx, { name: 'North 1', parentId: service })
  await addPersonWith(ctx, { name: AWKWARD_NAME, teamId })
  const parsed = parseRubric('rubrics/tea/1.yaml', soundFile, { scales: fourGradeScales() })
  if (!parsed.ok) throw new Error('the sample rubric is not sound')
  await publishRubric(ctx, {
    file: 'rubrics/tea/1.yaml',
    rubric: parsed.rubric,
    lines: parsed.lines,
  })
  await run(ctx, FILE)
}
