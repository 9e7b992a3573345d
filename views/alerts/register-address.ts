/** The address of the register, or of a file of it, with what was chosen. */

export const registerHref = (
  values: Readonly<Record<string, string>>,
  path = '/alerts/register',
  page: Readonly<Record<string, string>> = {}
): string => {
  const query = new URLSearchParams(
    [...Object.entries(values), ...Object.entries(page)].filter(([, value]) => value !== '')
  )
  return query.size === 0 ? path : `${path}?${query}`
}
