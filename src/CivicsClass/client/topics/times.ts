/** Times in the reader's own zone; today's without the day. */
export function localTimes(root: ParentNode): void {
  for (const time of root.querySelectorAll<HTMLTimeElement>('time[data-local]')) time.textContent = inWords(new Date(time.dateTime), new Date());
}

export function inWords(at: Date, now: Date): string {
  const isToday = at.toDateString() === now.toDateString();
  return new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', ...(!isToday && { day: 'numeric', month: 'short' }) }).format(at);
}
