/** The name of a copy's file. Files are listed, mailed and synchronised, so it says the audit's reference and no more. */

const LONGEST = 60

/** `audit-A-000123`, before its ending; what an imported reference has besides letters and digits of ASCII becomes a hyphen. */
export const copyFileName = (reference: string): string => {
  const safe = reference
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST)
  return safe === '' ? 'audit' : `audit-${safe}`
}
