/** The workflow of alerts as a state diagram in Mermaid's language, for docs/alert-states.mmd. */
import { type AlertStepRow, alertPartLabels, alertWorkflow } from './alert-workflow.ts'

const only: Record<AlertStepRow['appliesTo'], string> = {
  any: '',
  concern: '',
  ladder: ', not an immediate risk',
  immediate: ', immediate risk only',
  good_practice: ', good practice only',
}

/** What changes no state is an arrow of a state to itself. */
export const alertDiagram = (): string => {
  const arrows = new Map<string, string[]>()
  for (const row of alertWorkflow) {
    const to = row.to === 'gone' ? '[*]' : row.to
    const words = row.words === 'required' ? ', with words' : ''
    const key = `    ${row.from} --> ${to}: ${row.action}${only[row.appliesTo]}${words}`
    arrows.set(key, [...(arrows.get(key) ?? []), alertPartLabels[row.part]])
  }
  return [
    'stateDiagram-v2',
    '    [*] --> draft: written',
    ...[...arrows].map(([arrow, parts]) => `${arrow} (${parts.join(' / ')})`),
    '    resolved --> [*]',
    '    withdrawn --> [*]',
    '',
  ].join('\n')
}
