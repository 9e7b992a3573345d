/** How much is done, in words and as a bar. */
export type ProgressBarProps = {
  id: string
  done: number
  total: number
  /** What is counted: "answered", "submitted". */
  verb: string
}

export const ProgressBar = ({ id, done, total, verb }: ProgressBarProps) => (
  <div class="pl-progress">
    <label class="pl-progress__words" for={id}>
      {`${done} of ${total} ${verb}`}
    </label>
    <progress class="pl-progress__bar" id={id} value={done} max={Math.max(total, 1)}>
      {`${done} of ${total}`}
    </progress>
  </div>
)
