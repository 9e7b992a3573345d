/** The page on which an audit is done, with made-up props and every state of saving. */
import { AutosaveItem } from '../../views/components/autosave-item.tsx'
import { Breadcrumbs } from '../../views/components/breadcrumbs.tsx'
import { Button } from '../../views/components/button.tsx'
import { GradePicker } from '../../views/components/grade-picker.tsx'
import { GradeTag } from '../../views/components/grade-tag.tsx'
import { ProgressBar } from '../../views/components/progress-bar.tsx'
import { SavedStatus } from '../../views/components/saved-status.tsx'
import { SidePanel } from '../../views/components/side-panel.tsx'
import { Textarea } from '../../views/components/textarea.tsx'

const gradesOf = (descriptors: [string, string, string, string]) =>
  (['outstanding', 'good', 'requires_improvement', 'inadequate'] as const).map((grade, index) => ({
    grade,
    descriptor: descriptors[index] ?? '',
  }))

/** The page on which an audit is done. */
export const AuditSpecimen = () => (
  <>
    <Breadcrumbs
      items={[
        { text: 'My work', href: '/' },
        { text: 'January learning audit', href: '/audits/1' },
        { text: 'Case 198230' },
      ]}
    />
    <h1>Child protection plan</h1>
    <p class="pl-muted">
      Case 198230 · on a plan for 7 months · Riverside team · theme 2 of 3 · judge the last six
      months
    </p>
    <div class="pl-columns">
      <form method="post" action="/audits/1" autocomplete="off">
        <AutosaveItem id="item-1" action="/audits/1/answers/cp.clarity">
          <GradePicker
            id="cp-clarity"
            name="cp.clarity"
            question="Can parents see what has to be different for the child to be safe?"
            isCritical
            guidance="Look at the plan, the last conference record and the written agreement."
            grades={gradesOf([
              'Parents can say it in their own words',
              'Plain, specific bottom lines',
              'Jargon or stock phrases',
              'The danger itself is not stated',
            ])}
            value="requires_improvement"
            reason={{ name: 'cp.clarity.reason' }}
          />
          <Textarea
            name="cp.clarity.text"
            label="What in the record shows this?"
            rows={3}
            value="The plan says 'engage with services'. It does not say what mother must do when father comes to the flat."
          />
          <SavedStatus
            id="saved-1"
            revisionName="cp.clarity.revision"
            revision={3}
            state={{ kind: 'saved', at: '2026-01-30T16:42:00.000Z' }}
          />
        </AutosaveItem>
        <AutosaveItem id="item-2" action="/audits/1/answers/cp.actions">
          <GradePicker
            id="cp-actions"
            name="cp.actions"
            question="Are actions owned, dated and tied to the danger?"
            guidance="Look at the plan and the core group minutes."
            grades={gradesOf([
              'Each is tested for effect',
              'Yes for every main risk',
              'Some loose, undated or unowned',
              'Actions miss the main risk',
            ])}
            value="not_enough_evidence"
            reason={{ name: 'cp.actions.reason', value: 'No minutes since August.' }}
          />
          <Textarea
            name="cp.actions.text"
            label="What in the record shows this?"
            rows={3}
            value="All seven actions have an owner and a date; five are about the violence."
          />
          <SavedStatus
            id="saved-2"
            revisionName="cp.actions.revision"
            revision={2}
            state={{
              kind: 'conflict',
              by: 'Kofi Mensah',
              at: '2026-01-30T16:40:00.000Z',
              fields: [
                {
                  label: 'grade',
                  name: 'cp.actions',
                  theirsValue: 'good',
                  mine: 'Not enough evidence',
                  theirs: 'Good',
                },
                {
                  label: 'evidence',
                  name: 'cp.actions.text',
                  theirsValue: 'Seven actions.',
                  mine: 'All seven actions have an owner and a date; five are about the violence.',
                  theirs: 'Seven actions.',
                },
              ],
            }}
          />
        </AutosaveItem>
        <AutosaveItem id="item-3" action="/audits/1/answers/cp.child_focus">
          <GradePicker
            id="cp-child-focus"
            name="cp.child_focus"
            question="Is it about the child's experience rather than adult compliance?"
            guidance="Look for the child's words in visits and in the plan."
            grades={gradesOf([
              "Every action is linked to the child's day",
              'Effect on the child is stated throughout',
              'Mostly a list for parents',
              'Child hardly mentioned',
            ])}
            reason={{ name: 'cp.child_focus.reason' }}
            error="Choose a grade, or say that it does not apply"
          />
          <Textarea name="cp.child_focus.text" label="What in the record shows this?" rows={3} />
          <SavedStatus
            id="saved-3"
            revisionName="cp.child_focus.revision"
            revision={0}
            state={{
              kind: 'refused',
              messages: ['Write at most 10,000 characters. You have 10,412.'],
            }}
          />
        </AutosaveItem>
        <div class="govuk-button-group">
          <Button>Save and go to section 3</Button>
          <Button class="govuk-button--secondary" href="/audits/1">
            Back to the list
          </Button>
        </div>
      </form>
      <SidePanel
        label="This audit"
        sections={[
          {
            title: 'Indicative grade so far',
            content: (
              <>
                <p>
                  <GradeTag grade="requires_improvement" />
                </p>
                <p class="pl-muted">
                  Held at requires improvement: “Can parents see what has to be different” is
                  critical and was graded requires improvement. Without it the answers point to
                  good.
                </p>
              </>
            ),
          },
          {
            title: 'Progress',
            content: <ProgressBar id="progress" done={14} total={22} verb="answered" />,
          },
        ]}
        steps={[
          { text: 'Is the child safe now?', href: '#', isDone: true },
          { text: 'Voice of the child', href: '#', isDone: true },
          { text: 'Child protection plan', href: '#', isCurrent: true },
          { text: 'Supervision and oversight', href: '#' },
          { text: 'Family and worker', href: '#' },
          { text: 'Strengths, areas, actions', href: '#' },
        ]}
      />
    </div>
  </>
)
