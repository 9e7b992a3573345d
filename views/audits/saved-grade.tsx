/** The answer to an autosave of a grade: what is said about it, and the panel where it changed. */
import type { ThemeGrade } from '../../src/audits/rules/audit-work.ts'
import type { SideState, SideStepFacts } from '../../src/audits/rules/side-facts.ts'
import type { SavedStatusProps } from '../components/saved-status.tsx'
import { SideChanges } from './audit-side.tsx'
import { NameQuestionChange } from './name-question.tsx'
import { GradeStatus } from './theme-grade-fields.tsx'

export type SavedGradeProps = {
  address: string
  grade: Pick<ThemeGrade, 'revision' | 'savedAt'>
  state?: SavedStatusProps['state'] | undefined
  /** What looks like a name in the reason. */
  names?: readonly string[] | undefined
  side: SideState
  step?: SideStepFacts | undefined
}

export const SavedGrade = (props: SavedGradeProps) => (
  <>
    <GradeStatus grade={props.grade} state={props.state} />
    <NameQuestionChange id="grade" names={props.names} />
    <SideChanges address={props.address} facts={props.side} step={props.step} />
  </>
)
