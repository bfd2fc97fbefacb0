/** The report page: times in the reader's own zone, a button to print, nothing folded away on paper. */

const language = document.documentElement.lang || 'en';
const locale = navigator.languages.find((l) => l.startsWith(language)) ?? language;
const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });

for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-local]')) {
  time.textContent = format.format(new Date(time.dateTime));
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

const folded = () => document.querySelectorAll<HTMLDetailsElement>('details:not([open])');
let opened: HTMLDetailsElement[] = [];
window.addEventListener('beforeprint', () => {
  opened = [...folded()];
  for (const details of opened) details.open = true;
});
window.addEventListener('afterprint', () => {
  for (const details of opened) details.open = false;
});

export {};
