/**
 * A learning circular of the demonstration: about child protection plans, of what the audits of the last year found, put
 * in words that name nobody and published. All of it goes through the circulars' own verbs.
 */
import { FINDINGS_A_PAGE, listFindings } from '../reports/circular-findings-store.ts'
import { findCircular } from '../reports/circular-store.ts'
import { loadCircularTheme } from '../reports/circular-theme-store.ts'
import { issueCircular } from '../reports/issue-circular.ts'
import { goodLooks } from '../reports/rules/circular.ts'
import { rollingYear } from '../reports/rules/quarter.ts'
import { saveCircular } from '../reports/save-circular.ts'
import { startCircular } from '../reports/start-circular.ts'
import { takeFindings } from '../reports/take-findings.ts'
import { personIdOf } from './add-people.ts'
import { addDays, instantOn, workingDayUpTo } from './rules/days.ts'
import { PROGRAMME_LEAD, type Show } from './show.ts'

const THEME = 'cp_plan'
const DAYS_AGO = 12
const LOOKS = 3

const words = {
  title: 'Learning from audits: child protection plans that parents can use',
  strong: [
    'The best plans say in everyday words what has to be different, and parents could repeat it to the auditor.',
    'Where core groups met on time, small slips were seen early and put right before the next conference.',
    'Children’s own words stood in the plan, and somebody had gone back to tell them what came of it.',
  ].join('\n'),
  change: [
    'Too many plans list services to attend. Say what will be safer for the child when it has worked.',
    'Actions without a date or an owner were rarely done. Give each both, in the meeting.',
    'Visits were on time and their purpose was not written down. Note what was seen, heard and decided.',
  ].join('\n'),
  next: [
    'Read one plan of your team aloud at the next meeting: would a parent know what to do?',
    'Before each conference, ask the child what they want people to understand.',
  ].join('\n'),
}

/** @param lastDay the last working day before today */
export const playCircular = (show: Show, lastDay: string): void => {
  const { stage, agenda, staff } = show
  const lead = personIdOf(staff, PROGRAMME_LEAD)
  const day = workingDayUpTo(addDays(lastDay, -DAYS_AGO))
  agenda.add(instantOn(day, 14 * 60), async (at) => {
    const ctx = stage.at(at, lead)
    const { from, to } = rollingYear(day)
    const circularId = await startCircular(ctx, { theme: THEME, from, to })
    const { items, now } = await loadCircularTheme(ctx.db, THEME)
    const asked = { theme: THEME, from, to, itemKeys: [...items.keys()] }
    const { findings } = await listFindings(ctx.db, asked, 1)
    const findingIds = findings.slice(0, FINDINGS_A_PAGE).map(({ id }) => id)
    if (findingIds.length > 0) await takeFindings(ctx, { circularId, findingIds })
    const draft = await findCircular(ctx.db, circularId)
    const looks = now
      ? goodLooks(now)
          .slice(0, LOOKS)
          .map(({ key }) => key)
      : []
    await saveCircular(ctx, { circularId, words, looks, revision: draft?.revision ?? 0 })
    agenda.add(instantOn(day, 16 * 60), async (then) => {
      const later = stage.at(then, lead)
      const ready = await findCircular(later.db, circularId)
      await issueCircular(later, { circularId, revision: ready?.revision ?? 0 })
    })
  })
}
