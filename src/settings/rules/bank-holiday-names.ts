/** What each letter in bank-holidays.ts is called in a sentence. */

const names: Readonly<Record<string, string>> = {
  N: 'New Year’s Day',
  G: 'Good Friday',
  E: 'Easter Monday',
  M: 'early May',
  V: 'early May (VE Day)',
  S: 'spring',
  A: 'summer',
  C: 'Christmas Day',
  B: 'Boxing Day',
  P: 'Platinum Jubilee',
  F: 'State Funeral of Queen Elizabeth II',
  K: 'Coronation',
}

/** `the Boxing Day bank holiday`, `the substitute bank holiday for Christmas Day` */
export const bankHolidayName = (letter: string, isSubstitute: boolean): string => {
  const name = names[letter] ?? 'national'
  return isSubstitute ? `the substitute bank holiday for ${name}` : `the ${name} bank holiday`
}
