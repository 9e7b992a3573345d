/** The name of a case's copy. Files are listed, mailed and synchronised, so it says the reference and no more. */

const LONGEST = 60

/** `case-4417`, before its ending; what a reference has besides letters and digits of ASCII becomes a hyphen. */
export const caseFileName = (reference: string): string => {
  const safe = reference
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST)
  return safe === '' ? 'case' : `case-${safe}`
}
