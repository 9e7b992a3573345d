/** The controls of one item: what they hold now, what the server sent them with, and how to put other values in. */

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const controlsOf = (item: Element): Control[] =>
  [...item.querySelectorAll<Control>('input[name], textarea[name], select[name]')].filter(
    (control) => !control.disabled && control.type !== 'file'
  )

const isStatus = (control: Element): boolean => control.closest('[data-save-status]') !== null

const isTickable = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type)

const valuesNow = (control: Control): string[] => {
  if (isTickable(control)) return control.checked ? [control.value] : []
  if (control instanceof HTMLSelectElement) {
    return [...control.selectedOptions].map((option) => option.value)
  }
  return [control.value]
}

/** A list without a marked option shows its first. */
const valuesAtFirst = (control: Control): string[] => {
  if (isTickable(control)) return control.defaultChecked ? [control.value] : []
  if (control instanceof HTMLSelectElement) {
    const marked = [...control.options].filter((option) => option.defaultSelected)
    const first = control.options[0]
    if (marked.length === 0 && !control.multiple && first) return [first.value]
    return marked.map((option) => option.value)
  }
  return [control.defaultValue]
}

const written = (controls: Control[], read: (control: Control) => string[]): string => {
  const fields = new URLSearchParams()
  for (const control of controls) {
    for (const value of read(control)) fields.append(control.name, value.replace(/\r\n?/g, '\n'))
  }
  return fields.toString()
}

/** The answer as it stands on the page, without revision and token: two that are equal need no save. */
export const answerNow = (item: Element): string =>
  written(
    controlsOf(item).filter((control) => !isStatus(control)),
    valuesNow
  )

/** The answer as the server last rendered it. */
export const answerAtFirst = (item: Element): string =>
  written(
    controlsOf(item).filter((control) => !isStatus(control)),
    valuesAtFirst
  )

/** What to post: the item's own controls with its revision, not the hundred others of the form around it. */
export const bodyOf = (item: Element): URLSearchParams =>
  new URLSearchParams(written(controlsOf(item), valuesNow))

/** The token of the form around the item, read at the last moment: another tab may have renewed it. */
export const tokenOf = (item: Element): string =>
  item.closest('form')?.querySelector<HTMLInputElement>('input[name="_csrf"]')?.value ?? ''

/** Puts the other person's answer, as a conflict carries it, into the controls. */
export const takeTheirs = (item: Element): void => {
  const theirs = new Map<string, string[]>()
  for (const carried of item.querySelectorAll<HTMLInputElement>('input[data-theirs]')) {
    const name = carried.dataset.theirs ?? ''
    theirs.set(name, [...(theirs.get(name) ?? []), carried.value])
  }
  for (const control of controlsOf(item)) {
    const values = theirs.get(control.name)
    if (values === undefined || isStatus(control)) continue
    if (isTickable(control)) control.checked = values.includes(control.value)
    else if (control instanceof HTMLSelectElement) {
      for (const option of control.options) option.selected = values.includes(option.value)
    } else control.value = values[0] ?? ''
  }
}
