/** Finds the audits of a round and team, however many the team had in other years: actions that answer repeat findings. */
import type { Kysely } from 'kysely'

export const figuresOfPlaces = {
  async up(db: Kysely<any>): Promise<void> {
    await db.schema
      .createIndex('audit_by_round_team')
      .on('audit')
      .columns(['round_id', 'team_id'])
      .execute()
  },
}
