/** Whether a team can be chosen for something new. What happened in it before stays under its name whatever this says. */

export interface TeamDates {
  readonly openedOn: string | null
  readonly closedOn: string | null
  readonly isHistorical: 0 | 1
}

/**
 * @param todayOn London date
 * @returns open from its opening date to its closing date, both included; one known only from imported history never is
 */
export const isTeamOpen = (team: TeamDates, todayOn: string): boolean =>
  team.isHistorical === 0 &&
  (team.openedOn === null || team.openedOn <= todayOn) &&
  (team.closedOn === null || team.closedOn >= todayOn)
