import { useEffect, useState } from 'preact/hooks';

/** Long enough to be read out; afterwards nobody should come upon old news. */
const STANDS_MS = 7000;

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
  useEffect(() => {
    if (!said.text) return;
    const timer = setTimeout(() => say((now) => ({ ...now, text: '' })), STANDS_MS);
    return () => clearTimeout(timer);
  }, [said.n]);
  return (
    <div class="unseen" role="status" aria-live="polite">
      <p key={said.n}>{said.text}</p>
    </div>
  );
}
