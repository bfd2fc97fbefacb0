import type { NotTaken as Change } from './useTray';

/** Changes of the tray that the server refused after their text was left. */
export function NotTaken({ changes, read }: { changes: readonly Change[]; read: (passage: string) => void }) {
  return (
    <div role="status">
      {changes.map(({ id, keep, why, text, language }) => (
        <div key={id} class="error-box refusal">
          <p>
            <strong>{keep ? 'A sentence was not kept in your evidence tray.' : 'A sentence is still in your evidence tray.'}</strong> {why}
          </p>
          <p class="small cut-short" lang={language}>
            “{text}”
          </p>
          <p class="row">
            <button type="button" onClick={() => read(id)}>
              Got it
            </button>
          </p>
        </div>
      ))}
    </div>
  );
}
