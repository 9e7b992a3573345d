/** Text for a machine, to be copied: a long line scrolls in its own box, which the keyboard reaches. */

export const CodeBlock = ({ label, text }: { label: string; text: string }) => (
  <section class="pl-code" aria-label={label} {...{ tabindex: 0 }}>
    <pre class="pl-code__text">{text}</pre>
  </section>
)
