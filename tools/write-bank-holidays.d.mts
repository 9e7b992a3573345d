export const writtenYears: () => Promise<[number, string][]>
