import { useLayoutEffect, useRef } from 'preact/hooks';

/** The teacher has the floor. A modal dialog of its own, so that it covers an open one too; all beneath comes back as it was, focus included. */
export function EyesUp() {
  const overlay = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const shown = overlay.current!;
    const stay = () => shown.showModal();
    // Escape would end this dialog, and an open one beneath it as well.
    const noEscape = (event: KeyboardEvent) => event.key === 'Escape' && event.preventDefault();
    stay();
    shown.addEventListener('close', stay);
    document.addEventListener('keydown', noEscape);
    return () => {
      shown.removeEventListener('close', stay);
      document.removeEventListener('keydown', noEscape);
      shown.close();
      if (before instanceof HTMLElement && before.isConnected) setTimeout(() => before.focus());
    };
  }, []);
  return (
    <dialog class="eyes-up" role="alertdialog" aria-labelledby="eyes-up" aria-describedby="eyes-up-why" ref={overlay}>
      <svg viewBox="0 0 48 48" width="72" height="72" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round">
        <path d="M4 27c5-9 12-13 20-13s15 4 20 13c-5 8-12 12-20 12S9 35 4 27Z" />
        <circle cx="24" cy="24" r="6" fill="currentColor" />
        <path d="M14 8l2 4M24 5v5M34 8l-2 4" />
      </svg>
      <h1 id="eyes-up">Eyes up</h1>
      <p id="eyes-up-why">Look at your teacher. Your work is kept and waits here.</p>
    </dialog>
  );
}
