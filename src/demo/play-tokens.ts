/** What reads the council's figures: a token that Power BI has, and one of a trial that is over. */
import { addToken } from '../api/add-token.ts'
import { revokeToken } from '../api/revoke-token.ts'
import { personIdOf } from './add-people.ts'
import { addDays, instantOn, workingDayUpTo } from './rules/days.ts'
import type { Show } from './show.ts'

const ADMINISTRATOR = 'Noor Bakshi'

export const playTokens = ({ stage, agenda, staff }: Show): void => {
  const administrator = personIdOf(staff, ADMINISTRATOR)
  const dayBack = (days: number) => workingDayUpTo(addDays(stage.today, -days))
  agenda.add(instantOn(dayBack(210), 11 * 60), async (at) => {
    const { id } = await addToken(stage.at(at, administrator), {
      name: 'Trial of a dashboard',
      scopes: ['results', 'audits'],
      expiresOn: addDays(stage.today, 155),
    })
    agenda.add(instantOn(dayBack(160), 16 * 60), async (then) =>
      revokeToken(stage.at(then, administrator), { tokenId: id })
    )
  })
  agenda.add(instantOn(dayBack(41), 10 * 60 + 20), async (at) => {
    await addToken(stage.at(at, administrator), {
      name: 'Power BI, quarterly figures',
      scopes: ['results'],
      expiresOn: addDays(stage.today, 324),
    })
  })
}
