/** The address of the register, or of a file of it, with what was chosen. */
import { addressWith } from '../components/address-with.ts'

export const registerHref = (
  values: Readonly<Record<string, string>>,
  path = '/alerts/register',
  page: Readonly<Record<string, string>> = {}
): string => addressWith(path, { ...values, ...page })
