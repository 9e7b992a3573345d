/** Where the council's case system shows a case: the setting `CASE_URL` with the case's reference in it. */

/** @returns undefined where the council has set none */
export const caseSystemAddress = (
  template: string | undefined,
  reference: string
): string | undefined =>
  reference === '' ? undefined : template?.replaceAll('{ref}', encodeURIComponent(reference))
