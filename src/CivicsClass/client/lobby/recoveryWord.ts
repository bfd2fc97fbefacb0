type WordStore = Pick<Storage, 'getItem' | 'setItem'>;

/** Keeps the word that the join page hands over once, so that its student alone can look it up again on this device. */
export function keepWord(key: string, seat: string, handed: string | undefined, open: () => WordStore = () => localStorage): string | undefined {
  const name = `civics:${key}:${seat}:word`;
  try {
    const store = open();
    if (handed) store.setItem(name, handed);
    return handed || (store.getItem(name) ?? undefined);
  } catch {
    return handed || undefined;
  }
}
