import type { RefObject } from 'preact';
import type { ClassView } from '../contract';
import { SideTag } from '../parts/sides';
import type { Passage } from '../seat/step';

/** What the student keeps as evidence, to look through and to thin out. */
export function Tray({ dialog, lesson, passages, drop, disabled }: {
  dialog: RefObject<HTMLDialogElement | null>;
  lesson: ClassView;
  passages: Passage[];
  drop: (passage: string) => void;
  disabled: boolean;
}) {
  return (
    <dialog class="sheet" ref={dialog} aria-labelledby="tray-title">
      <h2 id="tray-title">Your evidence tray</h2>
      {passages.length === 0 && <p>Nothing here yet. Tap the plus beside a sentence that you could quote in the debate.</p>}
      <ul class="plain stack">
        {passages.map((passage) => (
          <li key={passage.id} class="card">
            <SideTag position={lesson.positions[passage.side]} />
            <p class="passage" lang={passage.language}>“{passage.text}”</p>
            <div class="row between">
              <span class="small">
                {passage.title}, ¶{passage.paragraph}
              </span>
              <button type="button" class="quiet" disabled={disabled} aria-label={`Remove the sentence from paragraph ${passage.paragraph} of ${passage.title}`} onClick={() => drop(passage.id)}>
                Remove
              </button>
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
