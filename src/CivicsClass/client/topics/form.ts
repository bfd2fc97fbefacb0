import type { Pairs } from './kept';

/** Where the focus goes after an entry was added, moved or removed. */
export function focusAfter(act: string): void {
  const [kind, name = ''] = act.split(':');
  const list = kind === 'add' ? name : name.slice(0, name.lastIndexOf('.'));
  const found = document.getElementById(list.replaceAll('.', '-'));
  const entries = [...(found?.children ?? [])].filter((child): child is HTMLElement => child instanceof HTMLElement && child.hasAttribute('data-entry'));
  const at = Number(name.slice(name.lastIndexOf('.') + 1));
  const entry = kind === 'add' ? entries.at(-1) : entries[kind === 'up' ? at - 1 : kind === 'down' ? at + 1 : Math.min(at, entries.length - 1)];
  const button = kind === 'up' || kind === 'down' ? [...(entry?.querySelectorAll<HTMLButtonElement>(':scope > .row > button') ?? [])].find((b) => b.value.startsWith(kind) && !b.disabled) : undefined;
  (button ?? (kind === 'add' ? entry?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select') : entry) ?? found)?.focus();
}

/** Puts what was kept into the fields that are there. */
export function fill(form: HTMLFormElement, pairs: Pairs): void {
  const values = new Map(pairs);
  const ticked = new Set(pairs.map(([name, value]) => `${name}=${value}`));
  for (const field of form.elements)
    if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = ticked.has(`${field.name}=${field.value}`);
    else if ((field instanceof HTMLInputElement && field.type !== 'hidden' && field.type !== 'file') || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement)
      field.value = values.get(field.name) ?? field.value;
}
