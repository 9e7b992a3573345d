/** The panel beside the work on an audit, and the parts of it that a save brings up to date. */
import type { SideFacts, SideState, SideStepFacts } from '../../src/audits/rules/side-facts.ts'
import { GradeTag } from '../components/grade-tag.tsx'
import { ProgressBar } from '../components/progress-bar.tsx'
import { SidePanel, SideStep, type SideStepProps } from '../components/side-panel.tsx'
import { CapSetAsideNote } from './cap-set-aside.tsx'

const SideGrade = ({ facts }: { facts: SideState }) => (
  <div id="side-grade">
    {facts.hasNoGrade ? (
      <p>The answers to this theme are counted and make no grade.</p>
    ) : facts.grade === null ? (
      <p>Shown once something is graded.</p>
    ) : (
      <>
        <p>
          <GradeTag grade={facts.grade} />
        </p>
        {facts.soFar ? <p class="pl-note">So far: more is still to be answered.</p> : ''}
        {facts.reasons.map((reason) => (
          <p class="pl-side__reason">{reason}</p>
        ))}
        {facts.needsSecondLook ? (
          <p class="pl-side__reason">
            Needs a second look: somewhere there was not enough evidence.
          </p>
        ) : (
          ''
        )}
        <CapSetAsideNote cap={facts.capSetAside} />
      </>
    )}
  </div>
)

const SideProgress = ({ facts }: { facts: SideState }) => (
  <div id="side-progress">
    <ProgressBar
      id="progress"
      done={facts.progress.answered}
      total={facts.progress.toAnswer}
      verb="answered"
    />
  </div>
)

const stepProps = (address: string, step: SideStepFacts): SideStepProps => ({
  id: `step-${step.key}`,
  text: step.title,
  href: `${address}/${step.place}`,
  isDone: step.isDone,
  isCurrent: step.isCurrent,
})

export const AuditSide = ({ address, facts }: { address: string; facts: SideFacts }) => (
  <SidePanel
    label="Where this audit stands"
    sections={[
      {
        title: facts.gradeOf === 'theme' ? 'Indicative grade' : 'Indicative grade overall',
        content: <SideGrade facts={facts} />,
      },
      { title: 'Progress', content: <SideProgress facts={facts} /> },
    ]}
    steps={facts.steps.map((step) => stepProps(address, step))}
  />
)

/** What a save changes in the panel. The step is sent only when it was finished, or is no longer. */
export const SideChanges = (props: {
  address: string
  facts: SideState
  step?: SideStepFacts | undefined
}) => (
  <>
    <hx-partial hx-target="#side-grade" hx-swap="outerMorph">
      <SideGrade facts={props.facts} />
    </hx-partial>
    <hx-partial hx-target="#side-progress" hx-swap="outerMorph">
      <SideProgress facts={props.facts} />
    </hx-partial>
    {props.step === undefined ? (
      ''
    ) : (
      <hx-partial hx-target={`#step-${props.step.key}`} hx-swap="outerMorph">
        <SideStep {...stepProps(props.address, props.step)} />
      </hx-partial>
    )}
  </>
)
