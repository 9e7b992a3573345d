/** What groups of children are called on the pages of results. */

const ages: Readonly<Record<string, string>> = {
  under_1: 'Under 1',
  '1_to_4': '1 to 4',
  '5_to_9': '5 to 9',
  '10_to_15': '10 to 15',
  '16_to_17': '16 and 17',
  '18_and_over': '18 and over',
}

/** `10 to 15`; what is not an age is said as it was recorded. */
export const groupLabel = (dimension: string, key: string): string =>
  key === '' ? 'Not known' : dimension === 'age' ? (ages[key] ?? key) : key

export const dimensionLabel: Readonly<Record<string, string>> = {
  ethnicity: 'Ethnicity group',
  sex: 'Sex',
  disability: 'Disability',
  age: 'Age',
}

/** `sex: Female`; what is asked for as not known is said so. */
export const childWords = (asked: Readonly<Record<string, string | undefined>>): string[] =>
  Object.entries(asked).flatMap(([dimension, value]) =>
    value === undefined
      ? []
      : [
          `${(dimensionLabel[dimension] ?? dimension).toLowerCase()}: ${groupLabel(dimension, value === 'not_known' ? '' : value)}`,
        ]
  )
