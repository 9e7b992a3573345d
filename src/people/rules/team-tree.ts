/** The tree of teams: what stands below what, without circles, and the paths that make "own team and below" one join. */

export interface TreeTeam {
  readonly id: string
  readonly parentId: string | null
}

/** The team itself and each team above it, nearest first; a circle, which nobody can make, would end it. */
export const ancestorsOf = (teams: readonly TreeTeam[], id: string): string[] => {
  const parents = new Map(teams.map((team) => [team.id, team.parentId]))
  const found: string[] = []
  for (
    let at: string | null = id;
    at !== null && !found.includes(at);
    at = parents.get(at) ?? null
  ) {
    found.push(at)
  }
  return found
}

/** The team itself and every team below it. */
export const descendantsOf = (teams: readonly TreeTeam[], id: string): string[] =>
  teams.filter((team) => ancestorsOf(teams, team.id).includes(id)).map((team) => team.id)

/** True when the team would come to stand below itself. */
export const makesCircle = (
  teams: readonly TreeTeam[],
  id: string,
  parentId: string | null
): boolean => parentId !== null && ancestorsOf(teams, parentId).includes(id)

export interface PlacedTeam<T> {
  readonly team: T
  readonly below: readonly PlacedTeam<T>[]
}

/** The teams as a tree, in the order given; a team whose parent is left out stands at the top. */
export const treeOf = <T extends TreeTeam>(teams: readonly T[]): PlacedTeam<T>[] => {
  const ids = new Set(teams.map(({ id }) => id))
  const place = (parentId: string | null): PlacedTeam<T>[] =>
    teams
      .filter((team) =>
        parentId === null
          ? team.parentId === null || !ids.has(team.parentId)
          : team.parentId === parentId
      )
      .map((team) => ({ team, below: place(team.id) }))
  return place(null)
}
