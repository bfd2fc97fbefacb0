import type { RefObject } from 'preact';
import type { ClassView } from '../contract';
import { NotReviewed } from '../parts/NotReviewed';
import { SideTag } from '../parts/sides';
import type { TrayEntry } from './useTray';

/** What the student keeps as evidence, to look through and to thin out. */
export function Tray({ dialog, lesson, entries, drop, disabled }: {
  dialog: RefObject<HTMLDialogElement | null>;
  lesson: ClassView;
  entries: TrayEntry[];
  drop: (passage: string) => void;
  disabled: boolean;
}) {
  return (
    <dialog class="sheet" ref={dialog} aria-labelledby="tray-title">
      <h2 id="tray-title">Your evidence tray</h2>
      {entries.length === 0 && <p>Nothing here yet. Tap the plus beside a sentence that you could quote in the debate.</p>}
      <ul class="plain stack">
        {entries.map((entry) => (
          <li key={entry.id} class="card">
            <SideTag position={lesson.positions[entry.side]} />
            <p class="passage" lang={entry.language}>“{entry.text}”</p>
            {entry.refused && <p class="error" role="alert">{entry.refused}</p>}
            <div class="row between">
              <span class="small">
                {entry.title}, ¶{entry.paragraph} <NotReviewed when={entry.notReviewed} />
              </span>
              {entry.saving ? (
                <span class="small saving">Saving…</span>
              ) : (
                <button type="button" class="quiet" disabled={disabled} aria-label={`Remove the sentence from paragraph ${entry.paragraph} of ${entry.title}`} onClick={() => drop(entry.id)}>
                  Remove
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
      <form method="dialog">
        <button class="primary">Close</button>
      </form>
    </dialog>
  );
}
