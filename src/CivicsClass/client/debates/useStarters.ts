import { useState } from 'preact/hooks';

/** Whether this student wants sentence starters; kept on the device with the class's other texts, and forgotten with them. */
export function useStarters(room: string): [boolean, (on: boolean) => void] {
  const name = `civics:${room}:starters`;
  const [on, set] = useState(() => read(name) !== 'off');
  const keep = (next: boolean) => {
    set(next);
    try {
      localStorage.setItem(name, next ? 'on' : 'off');
    } catch {
      // Storage may be forbidden; the choice then lasts as long as the form.
    }
  };
  return [on, keep];
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}
