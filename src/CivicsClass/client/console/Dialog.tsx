import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

/** A modal question or note. Focus comes back to where it was when it closes. */
export function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ComponentChildren }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const shown = dialog.current!;
    shown.showModal();
    return () => shown.close();
  }, []);
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={heading} onClose={onClose}>
      <h2 id={heading}>{title}</h2>
      {children}
    </dialog>
  );
}

/** `first`: what must be read before the rest. */
export function Confirm({ title, first, says, yes, onYes, onClose }: { title: string; first?: string | undefined; says: string; yes: string; onYes: () => void; onClose: () => void }) {
  return (
    <Dialog title={title} onClose={onClose}>
      {first && <p class="notice">{first}</p>}
      <p>{says}</p>
      <div class="row end">
        <button type="button" onClick={onClose}>Keep as it is</button>
        <button type="button" class="primary" onClick={() => { onYes(); onClose(); }}>{yes}</button>
      </div>
    </Dialog>
  );
}
