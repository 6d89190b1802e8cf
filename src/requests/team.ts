/** What a team is told apart by: "team Jeugd", "Jeugd" and "jeugd " are one. */
export function teamKey(team: string): string {
  return team
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:team|afdeling|department|de|het|the) (?=.)/, '')
    .trim();
}

/** Whether both are named and are one team. */
export function isOneTeam(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && teamKey(one) === teamKey(other);
}
