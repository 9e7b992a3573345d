/** An age in the bands that children in need and looked-after returns count in: enough to know whom a page is about. */

/** @param age whole years */
export const ageBand = (age: number): string => {
  if (age < 1) return 'Under 1'
  if (age <= 4) return '1 to 4'
  if (age <= 9) return '5 to 9'
  if (age <= 15) return '10 to 15'
  return age <= 17 ? '16 or 17' : '18 or over'
}
