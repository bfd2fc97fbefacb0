import { useState } from 'preact/hooks';

const MOST = 40;

/** What this student has folded; it stays folded on this device. */
export function useFolded(session: string): [isFolded: (id: string) => boolean, fold: (id: string, on: boolean) => void] {
  const name = `civics:${session}:folded`;
  const [folded, set] = useState(() => read(name));
  const fold = (id: string, on: boolean) => {
    if (folded.includes(id) === on) return;
    const next = on ? [...folded, id].slice(-MOST) : folded.filter((other) => other !== id);
    set(next);
    try {
      sessionStorage.setItem(name, JSON.stringify(next));
    } catch {
      // Storage may be forbidden; then it is open again after a reload.
    }
  };
  return [(id) => folded.includes(id), fold];
}

function read(name: string): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(name) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}
