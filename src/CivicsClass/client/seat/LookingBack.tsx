import type { ComponentChildren } from 'preact';

/** What is on this screen is not what the class does now; one tap leads there. */
export function LookingBack({ classIs, clock, go }: { classIs: string; clock?: ComponentChildren; go: () => void }) {
  return (
    <div class="looking-back">
      <p>
        <span role="status">
          You are looking back. The class is at: <strong>{classIs}</strong>
        </span>
        {clock && <span class="small class-clock"> {clock}</span>}
      </p>
      <button type="button" onClick={go}>
        Go there
      </button>
    </div>
  );
}
