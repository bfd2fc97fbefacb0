import type { ClassView } from '../contract';
import type { LeftBehind } from '../live/left';
import { nameOf } from './leftBehind';

/** What an earlier page could not send and the server does not take any more, wherever the student is now. */
export function NotTakenEarlier({ lesson, left }: { lesson: ClassView; left: LeftBehind }) {
  return (
    <div role="status">
      {left.refused.map(({ id, command, sentence }) => (
        <div key={id} class="error-box refusal">
          <p>
            <strong>Not saved: {nameOf(command, lesson)}.</strong> {sentence}
          </p>
          <p class="row">
            <button type="button" onClick={() => left.read(id)}>
              Got it
            </button>
          </p>
        </div>
      ))}
    </div>
  );
}
