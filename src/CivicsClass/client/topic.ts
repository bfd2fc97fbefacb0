/** A part of a topic in progress, or a draft reading: saves what is typed after a pause and on leaving, keeps it on the device while the server is away,
 *  shows it as students will see it, and tells who else is here. Without this script the same form works by its buttons. */
import { deviceStore } from './live/drafts';
import { pictureInto } from './topics/picture';
import { fill, focusAfter } from './topics/form';
import { DeviceCopy, pairsOf, same, type Pairs } from './topics/kept';
import { localTimes } from './topics/times';

const PREVIEW_AFTER_MS = 500;
const SAVE_AFTER_MS = 1500;
const AGAIN_AFTER_MS = 5000;
const HERE_EVERY_MS = 8000;
/** So long one line of the history goes on. */
const ONE_CHANGE_MS = 60_000;

const page = document.querySelector<HTMLElement>('[data-part]');
const form = document.querySelector<HTMLFormElement>('#part');
localTimes(document);
if (page && form) edit(page, form);

function edit(page: HTMLElement, form: HTMLFormElement): void {
  let address = page.dataset['part']!;
  /** A page for something new is one address for all that is begun on it. */
  let isNew = page.dataset['copy'] !== undefined;
  const windowId = crypto.randomUUID?.().slice(0, 13) ?? String(Math.random()).slice(2, 14);
  const copyOf = (where: string) => new DeviceCopy(deviceStore(), `civics:topic:${page.dataset['person']}:${where}`);
  let copy = copyOf(page.dataset['copy'] ?? address);
  const state = document.querySelector<HTMLElement>('#state')!;
  const fields = document.querySelector<HTMLElement>('#fields')!;
  const answer = document.querySelector<HTMLElement>('#answer')!;
  const others = document.querySelector<HTMLElement>('#others')!;
  let token = page.dataset['token']!;
  let saved: Pairs = pairsOf(new FormData(form));
  let change: { number: string; since: number } | undefined;
  let [pause, preview, again]: (number | undefined)[] = [];
  let sending: Promise<void> | undefined;
  let asked: AbortController | undefined;
  let isOver = false;
  const typed = () => pairsOf(new FormData(form));
  const isDirty = () => !same(typed(), saved);
  const say = (sentence: string, away = false) => {
    if (state.textContent !== sentence) state.textContent = sentence;
    state.classList.toggle('is-away', away);
  };
  const clock = () => new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  const body = (pairs: Pairs, more: Record<string, string>) => {
    const all = new FormData();
    for (const [name, value] of pairs) all.append(name, value);
    for (const [name, value] of Object.entries({ ...more, script: 'true', window: windowId, __RequestVerificationToken: form.querySelector<HTMLInputElement>('[name=__RequestVerificationToken]')!.value }))
      all.append(name, value);
    return all;
  };
  const keep = () => copy.write({ token, at: Date.now(), pairs: typed(), ...(isNew && { address }) });
  const wait = (sentence: string) => {
    say(`${sentence} ${keep() ? 'What you typed is kept on this device and will be sent later.' : 'Keep this page open: what you typed stands only here and will be sent later.'}`, true);
    clearTimeout(again);
    again = window.setTimeout(() => void save(), AGAIN_AFTER_MS);
  };

  const show = (outcome: HTMLElement, replace: boolean) => {
    const part = (name: string) => outcome.querySelector<HTMLTemplateElement>(`template[data-${name}]`)!.content;
    if (outcome.querySelector('template[data-undo]')) {
      document.querySelector('#undo')?.replaceWith(part('undo'));
      localTimes(document);
    }
    const isOpen = answer.querySelector<HTMLDetailsElement>('#balance-now')?.open ?? false;
    answer.replaceChildren(part('answer'));
    answer.querySelector('#balance-now')?.toggleAttribute('open', isOpen);
    if (replace) {
      fields.replaceChildren(part('fields'));
      return;
    }
    for (const todo of fields.querySelectorAll<HTMLElement>('[data-todo]')) {
      const sentences = [...answer.querySelectorAll<HTMLElement>('[data-at]')].filter((li) => li.dataset['at'] === todo.dataset['todo']).map((li) => li.textContent?.trim() ?? '');
      todo.textContent = [...new Set(sentences)].join(' ');
    }
  };

  const stands = (now: string) => {
    token = now;
    for (const field of document.querySelectorAll<HTMLInputElement>('input[name=token]')) field.value = now;
  };

  /** What is new has its place now. */
  const begun = () => {
    copy.forget();
    copy = copyOf(address);
    isNew = false;
    history.replaceState(null, '', address);
  };

  const take = (outcome: HTMLElement, sent: Pairs, act: string | undefined) => {
    const kind = outcome.dataset['outcome'];
    if (kind === 'saved') {
      if (isNew) begun();
      const untouched = same(typed(), sent);
      show(outcome, act !== undefined);
      stands(outcome.dataset['token']!);
      const number = outcome.dataset['change'] ?? '';
      if (number && number !== change?.number) change = { number, since: Date.now() };
      saved = act !== undefined ? typed() : sent;
      document.querySelector('#title')!.textContent = outcome.dataset['title'] ?? '';
      if (number) document.querySelector('[data-review]')?.remove();
      if (untouched || act !== undefined) {
        copy.forget();
        say(`Saved ${clock()}`);
      } else {
        keep();
        pause = window.setTimeout(() => void save(), SAVE_AFTER_MS);
      }
    } else if (kind === 'overtaken') {
      copy.forget();
      show(outcome, true);
      stands(outcome.dataset['token']!);
      saved = typed();
      say('Not saved: this part was saved elsewhere meanwhile. Both texts are below.', true);
      document.querySelector<HTMLElement>('#overtaken')?.focus();
    } else say(`Not saved. ${outcome.dataset['refused'] ?? ''} What you typed is still here.`, true);
  };

  const send = async (act: string | undefined, pairs: Pairs, seen: string) => {
    const goesOn = change && Date.now() - change.since < ONE_CHANGE_MS ? change.number : '';
    let reply: Response;
    try {
      reply = await fetch(address, { method: 'POST', body: body(pairs, { token: seen, goesOn, ...(act !== undefined && { act }) }) });
    } catch {
      return wait('The server cannot be reached.');
    }
    if (reply.redirected) return wait(reply.url.includes('/sign-in') ? 'You are signed out. Sign in again in another window.' : 'That was too large to send.');
    if (reply.status === 410 || reply.status === 404) {
      isOver = true;
      keep();
      return say(page.dataset['gone'] ?? 'Somebody has published or deleted this topic, or taken this part out. Nothing is saved any more: copy from this page what you need.', true);
    }
    if (!reply.ok) return wait('The server could not save this.');
    const answered = new DOMParser().parseFromString(await reply.text(), 'text/html');
    const outcome = answered.querySelector<HTMLElement>('[data-outcome]');
    if (outcome) take(document.adoptNode(outcome), pairs, act);
  };

  const save = async (act?: string, pairs?: Pairs, seen?: string) => {
    clearTimeout(pause);
    clearTimeout(again);
    while (sending) await sending;
    if (isOver || (act === undefined && !pairs && !isDirty())) return;
    asked?.abort();
    clearTimeout(preview);
    say('Saving …');
    sending = send(act, pairs ?? typed(), seen ?? token);
    await sending;
    sending = undefined;
  };

  const look = async () => {
    asked?.abort();
    asked = new AbortController();
    try {
      const reply = await fetch(`${address}?handler=Preview`, { method: 'POST', body: body(typed(), { token }), signal: asked.signal });
      if (!reply.ok || reply.redirected) return;
      const outcome = new DOMParser().parseFromString(await reply.text(), 'text/html').querySelector<HTMLElement>('[data-outcome]');
      if (outcome) show(document.adoptNode(outcome), false);
    } catch {
      // The next letter asks again, and saving says what is wrong.
    }
  };

  form.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.closest('[data-picture]')) return;
    keep();
    if (!state.classList.contains('is-away')) say('Not saved yet');
    clearTimeout(pause);
    clearTimeout(preview);
    preview = window.setTimeout(() => void look(), PREVIEW_AFTER_MS);
    pause = window.setTimeout(() => void save(), SAVE_AFTER_MS);
  });
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLSelectElement) || target.dataset['shapes'] !== 'True') return;
    const id = target.id;
    void save('shape:').then(() => document.getElementById(id)?.focus());
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter : undefined;
    if (page.dataset['copy'] !== undefined) return void save(undefined, typed()).then(() => !isNew && state.textContent?.startsWith('Saved') && location.assign(address));
    if (button?.name === 'act') void save(button.value).then(() => focusAfter(button.value));
    else void (isDirty() || document.querySelector('#overtaken') ? save(undefined, typed()).then(() => document.querySelector('#overtaken') && state.textContent?.startsWith('Saved') && location.reload()) : say(`Saved ${clock()}`));
  });
  fields.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('[data-drop]')) {
      saved = typed();
      copy.forget();
    }
  });
  pictureInto(form, () => form.dispatchEvent(new Event('input')));

  // The next page shall show what was typed on this one.
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    if (!link || link.getAttribute('href')!.startsWith('#') || event.ctrlKey || event.metaKey || event.shiftKey || isOver || !isDirty()) return;
    event.preventDefault();
    void save().then(() => document.querySelector('#overtaken') ?? location.assign(link.href));
  });
  document.addEventListener('submit', (event) => {
    const other = event.target;
    if (!(other instanceof HTMLFormElement) || other === form || event.defaultPrevented || isOver || !isDirty()) return;
    event.preventDefault();
    const isUndo = other.closest('#undo') !== null;
    void save().then(() => {
      if (document.querySelector('#overtaken')) return;
      if (!isUndo) other.submit();
      else if (other.dataset['own'] === 'True' && other.action.includes('handler=Undo')) document.querySelector<HTMLFormElement>('#undo form')?.submit();
      else say('What you typed is saved. The buttons say what they take back now.');
    });
  });

  // Sent on leaving; what does not arrive stays on the device.
  addEventListener('pagehide', () => {
    if (!isOver && isDirty() && !document.querySelector('#overtaken')) navigator.sendBeacon(address, body(typed(), { token, goesOn: change?.number ?? '' }));
    if (!isNew) navigator.sendBeacon(`${address}?handler=Here`, body([], { leaves: 'true' }));
  });
  addEventListener('online', () => void save());

  const here = async () => {
    if (isNew) return;
    try {
      const reply = await fetch(`${address}?handler=Here`, { method: 'POST', body: body([], {}) });
      if (!reply.ok || reply.redirected) return;
      const html = await reply.text();
      if (others.innerHTML.trim() !== html.trim()) others.innerHTML = html;
      const stands = others.querySelector<HTMLElement>('[data-stands]')?.dataset['stands'];
      if (stands && stands !== token && !sending && !isDirty() && !document.querySelector('#overtaken')) {
        say('Somebody else has just saved this part. The page shows it now.');
        location.reload();
      }
    } catch {
      // Saving says when the server is away.
    }
  };
  void here();
  setInterval(() => void here(), HERE_EVERY_MS);

  const kept = copy.read();
  if (kept && same(kept.pairs, typed())) copy.forget();
  else if (kept) {
    if (kept.address) address = kept.address;
    if (kept.token === token) fill(form, kept.pairs);
    void save('restore:', kept.pairs, kept.token).then(() => state.textContent?.startsWith('Saved') && say(`What you typed earlier had not reached the server. It is here again, and saved ${clock()}`));
  }
}
