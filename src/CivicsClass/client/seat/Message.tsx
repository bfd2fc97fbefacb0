import type { ComponentChildren } from 'preact';

/** A screen with nothing but a sentence or two. */
export function Message({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <main id="main" class="seat page stack message">
      <h1>{title}</h1>
      {children}
    </main>
  );
}
