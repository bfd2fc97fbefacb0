/** "2026", "2026-06" or "2026-06-09" as people write it: "2026", "June 2026", "June 9, 2026". */
export function asDate(date: string, locale = 'en-US'): string {
  const [year, month, day] = date.split('-').map(Number);
  if (!year || !month) return date;
  const at = new Date(Date.UTC(year, month - 1, day ?? 1));
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', month: 'long', ...(day ? { day: 'numeric' as const } : {}) }).format(at);
}
