/** A team as the server tells of it. */
interface Team {
  readonly name: string
  readonly folder: string
}

/** The folder of a team's minutes, as it stands beside its name: nothing where the team is called like it, and `.` for the root. */
export function folderBeside({ name, folder }: Team): string {
  return name === folder ? '' : folder || '.'
}

/** A team's name, with the folder of its minutes where that says more. */
export function teamTitle(team: Team): string {
  const folder = folderBeside(team)
  return folder ? `${team.name} (${folder})` : team.name
}
