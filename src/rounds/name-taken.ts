/** What is said when another round has the name already. */
import { FieldFault } from '../errors.ts'

export const nameTaken = (name: string): FieldFault =>
  new FieldFault('name', `There is already a round called “${name}”. Choose another name`)
