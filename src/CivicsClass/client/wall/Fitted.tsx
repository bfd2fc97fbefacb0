import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useLevel } from './useLevel';

const SIZES = ['large', 'medium', 'small', 'least'];

/** Text as large as the wall has room for. `of` names what is shown. */
export function Fitted({ of, name, children }: { of: string; name: string; children: ComponentChildren }) {
  const room = useRef<HTMLDivElement>(null);
  const level = useLevel(room, of, SIZES.length - 1, (box) => box.scrollHeight <= box.clientHeight + 1);
  return <div ref={room} class={`fitted ${name} ${SIZES[level]}`}>{children}</div>;
}
