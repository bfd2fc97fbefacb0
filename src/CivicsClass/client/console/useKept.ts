import { useState } from 'preact/hooks';

/** A switch that survives a reload on this device. */
export function useKept(name: string, initially: boolean): [boolean, (on: boolean) => void] {
  const [on, set] = useState(() => (read(name) ?? String(initially)) === 'true');
  const keep = (next: boolean) => {
    set(next);
    try {
      localStorage.setItem(name, String(next));
    } catch {
      // Storage may be forbidden; the switch then lasts as long as the page.
    }
  };
  return [on, keep];
}

function read(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}
