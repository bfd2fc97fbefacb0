import { useEffect, useState } from 'preact/hooks';

let speak: ((text: string) => void) | undefined;

/** Says something to those who listen to the page, without moving focus. */
export function announce(text: string): void {
  speak?.(text);
}

/** Mounted once per page; a new paragraph each time, so that the same words twice are heard twice. */
export function Announcer() {
  const [said, say] = useState({ n: 0, text: '' });
  useEffect(() => {
    speak = (text) => say((before) => ({ n: before.n + 1, text }));
    return () => (speak = undefined);
  }, []);
  return (
    <div class="unseen" role="status" aria-live="polite">
      <p key={said.n}>{said.text}</p>
    </div>
  );
}
