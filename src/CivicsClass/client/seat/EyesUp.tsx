import { useLayoutEffect, useRef } from 'preact/hooks';

/** The teacher has the floor. What lies beneath is inert and comes back as it was, focus included. */
export function EyesUp() {
  const overlay = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    overlay.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) setTimeout(() => before.focus());
    };
  }, []);
  return (
    <div class="eyes-up" role="alertdialog" aria-modal="true" aria-labelledby="eyes-up" aria-describedby="eyes-up-why" tabIndex={-1} ref={overlay}>
      <svg viewBox="0 0 48 48" width="72" height="72" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round">
        <path d="M4 27c5-9 12-13 20-13s15 4 20 13c-5 8-12 12-20 12S9 35 4 27Z" />
        <circle cx="24" cy="24" r="6" fill="currentColor" />
        <path d="M14 8l2 4M24 5v5M34 8l-2 4" />
      </svg>
      <h1 id="eyes-up">Eyes up</h1>
      <p id="eyes-up-why">Look at your teacher. Your work is kept and waits here.</p>
    </div>
  );
}
