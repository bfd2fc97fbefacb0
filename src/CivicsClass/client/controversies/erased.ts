/** To the writer of texts that are gone everywhere; nobody is blamed. */
export function erasedWords(count: number | undefined): string {
  return `Your teacher has erased ${count === 1 ? 'a text' : `${count} texts`} of yours, here and wherever it was kept, because something in it should not stay written down. That can happen to anybody. You can say your point again without that part.`;
}
