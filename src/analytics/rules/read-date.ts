/** A calendar date as a file or a command gives it. */

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/
const BRITISH = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/

const exists = (year: number, month: number, day: number) => {
  if (month < 1 || month > 12 || day < 1) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day <= (days[month - 1] ?? 0)
}

const iso = (year: string, month: string, day: string) =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

/** `YYYY-MM-DD`, or what is wrong with what was typed and what would be right. */
export const readDate = (
  typed: string
): { ok: true; date: string } | { ok: false; message: string } => {
  const [, year, month, day] = ISO.exec(typed) ?? []
  if (year && month && day) {
    if (Number(year) < 1900 || Number(year) > 2199) {
      return { ok: false, message: `“${typed}” is in the year ${year}; check the year` }
    }
    if (exists(Number(year), Number(month), Number(day))) return { ok: true, date: typed }
    return { ok: false, message: `“${typed}” is a date that does not exist; check day and month` }
  }
  const british = BRITISH.exec(typed)
  if (british) {
    const [, d = '', m = '', y = ''] = british
    if (exists(Number(y), Number(m), Number(d))) {
      return { ok: false, message: `“${typed}” is not written YYYY-MM-DD; write ${iso(y, m, d)}` }
    }
  }
  const shown = typed.length > 40 ? `${typed.slice(0, 37)}…` : typed
  return { ok: false, message: `“${shown}” is not a date; write it YYYY-MM-DD, as 2026-01-30` }
}
