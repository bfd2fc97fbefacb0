import type { ComponentChildren } from 'preact';

/** For those who are done: what happens next, and something worthwhile until then. */
export function Early({ early, children }: { early: string; children: ComponentChildren }) {
  return (
    <section class="notice stack early">
      <p>{children}</p>
      {early && (
        <p>
          <strong>Done early?</strong> {early}
        </p>
      )}
    </section>
  );
}
