const TYPED_INPUTS = new Set(['text', 'search', 'url', 'email', 'password', 'number', 'tel']);

/** Whether a key pressed here is writing, so that no shortcut may fire. */
export function isTyping(target: { tagName?: string; type?: string; isContentEditable?: boolean } | null): boolean {
  if (!target) return false;
  const tag = target.tagName?.toLowerCase();
  return target.isContentEditable === true || tag === 'textarea' || tag === 'select' || (tag === 'input' && TYPED_INPUTS.has(target.type ?? 'text'));
}
