/** An immediate risk: a formal alert outside the ladder, to managers of services, and up the line while none acknowledges. */

/** The step of the line (safety/rules/addressees.ts) to which it goes at first: the managers of the services. */
export const FIRST_LEVEL = 2

/** Seen by a manager of a service or somebody above it goes no further up; a worker’s word does not stop it. */
export const stopsTheClock = ({ part }: { readonly part: string }): boolean =>
  part === 'service_manager' || part === 'line'
