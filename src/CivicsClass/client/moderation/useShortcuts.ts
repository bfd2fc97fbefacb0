import { useEffect, useRef } from 'preact/hooks';
import { isTyping } from './typing';

/** Single keys, while `on`. Never while typing, with a modifier, while a key is held or a dialog is open. */
export function useShortcuts(on: boolean, keys: Record<string, () => void>): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    if (!on) return;
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (isTyping(event.target as HTMLElement | null) || document.querySelector('dialog[open]')) return;
      const act = now.current[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [on]);
}
