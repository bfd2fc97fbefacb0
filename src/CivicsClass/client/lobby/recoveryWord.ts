/** Keeps the word that the join page hands over once, so that the student can look it up again on this device. */
export function keepWord(key: string, handed: string | undefined): string | undefined {
  const name = `civics:${key}:word`;
  try {
    if (handed) localStorage.setItem(name, handed);
    return handed ?? localStorage.getItem(name) ?? undefined;
  } catch {
    return handed;
  }
}
