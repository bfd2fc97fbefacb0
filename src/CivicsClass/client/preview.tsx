import { render } from 'preact';
import type { ClassView, MyView } from './contract';
import type { Wire } from './live/connection';
import { startLive } from './live/live';
import { Seat } from './seat/Seat';
import type { StudentViews } from './seat/step';

/** The students' page as a teacher looks at it before a lesson: one state, and nothing is stored, here or on the server. */
const app = document.getElementById('app')!;
const views = JSON.parse(app.dataset['views'] ?? '{}') as { class: ClassView; my: MyView };
const room = views.class.key;
for (const key of Object.keys(localStorage).filter((key) => key.startsWith(`civics:${room}:`))) localStorage.removeItem(key);

const wire: Wire = {
  start: () => Promise.resolve(),
  stop: () => Promise.resolve(),
  invoke: async <T,>(method: string, _id?: unknown, command?: unknown) => {
    if (method === 'Enter') return { now: Date.now(), views: { class: { version: [1, 1], view: views.class }, my: { version: [1, 1], view: views.my } }, drafts: {} } as T;
    return ((command as { kind?: string })?.kind === 'draft.keep' ? { seq: 1 } : { refused: 'This is a preview, so nothing is stored. In class it would be.' }) as T;
  },
  on: () => {},
  onclose: () => {},
};

app.replaceChildren();
render(<Seat live={startLive<StudentViews>({ hub: `/s/${room}/student`, audiences: ['class', 'my'], wire })} word={undefined} />, app);
