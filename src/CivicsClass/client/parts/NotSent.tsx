import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';

/** A text that nobody else has: to read, to select and to copy. */
export function NotSent({ says, text, children }: { says: string; text: string; children?: ComponentChildren }) {
  const words = useRef<HTMLParagraphElement>(null);
  const [told, tell] = useState('');
  const copy = async () => tell((await copied(text)) || copySelected(words.current) ? 'Copied' : 'The text is selected. Copy it from there.');
  return (
    <div class="notice stack not-sent">
      <p>
        <strong>{says}</strong> {children}
      </p>
      <p class="written" ref={words}>
        {text}
      </p>
      <p class="row">
        <button type="button" onClick={() => void copy()}>
          Copy
        </button>
        <span class="small" role="status">
          {told}
        </span>
      </p>
    </div>
  );
}

/** Browsers offer the clipboard on https and on this computer alone. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function copySelected(words: HTMLElement | null): boolean {
  if (!words) return false;
  getSelection()?.selectAllChildren(words);
  return document.execCommand('copy');
}
