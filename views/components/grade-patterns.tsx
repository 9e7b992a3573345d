/**
 * The patterns that stand for grades in a printed chart. Put it once in the page; a shape with the class
 * `pl-bar--good` (and so on) has the colour on screen and the pattern on paper.
 */
export const GradePatterns = () => (
  <svg class="pl-patterns" width="0" height="0" aria-hidden="true" focusable="false">
    <defs>
      <pattern id="pl-pattern-good" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="#fff" />
        <path d="M0 6L6 0" stroke="#000" stroke-width="1" />
      </pattern>
      <pattern
        id="pl-pattern-requires_improvement"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
      >
        <rect width="6" height="6" fill="#fff" />
        <circle cx="3" cy="3" r="1.1" fill="#000" />
      </pattern>
      <pattern id="pl-pattern-inadequate" width="5" height="5" patternUnits="userSpaceOnUse">
        <rect width="5" height="5" fill="#fff" />
        <path d="M0 5L5 0M0 0L5 5" stroke="#000" stroke-width="0.8" />
      </pattern>
      <pattern id="pl-pattern-grey" width="5" height="5" patternUnits="userSpaceOnUse">
        <rect width="5" height="5" fill="#fff" />
        <path d="M0 2.5H5" stroke="#000" stroke-width="1" />
      </pattern>
      <pattern id="pl-pattern-blue" width="5" height="5" patternUnits="userSpaceOnUse">
        <rect width="5" height="5" fill="#fff" />
        <path d="M2.5 0V5" stroke="#000" stroke-width="2" />
      </pattern>
    </defs>
  </svg>
)
