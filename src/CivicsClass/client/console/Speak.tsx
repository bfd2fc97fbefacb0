import { useState } from 'preact/hooks';
import { addressees, labelOf } from './addressees';
import { count } from './classroom';
import { type Desk, once } from './desk';

/** Words of the teacher on students' pages, beside the step: to all, to a side, to a team. */
export function Speak({ desk }: { desk: Desk }) {
  const { view, ask } = desk;
  const [text, setText] = useState('');
  const [to, choose] = useState(0);
  const all = addressees(view);
  const { label: _, ...whom } = all[to] ?? all[0]!;
  const standing = view.help?.prompts ?? [];
  const post = async (event: Event) => {
    event.preventDefault();
    if (await ask({ kind: 'help.prompt', text, ...whom })) setText('');
  };
  const pose = async () => {
    if (await ask({ kind: 'help.moment', text })) setText('');
  };
  return (
    <details class="card speak" open={standing.length > 0}>
      <summary>Say something to students{standing.length > 0 && ` · ${standing.length} on their pages`}</summary>
      {standing.map((prompt) => (
        <div key={prompt.id} class="row between wrap standing">
          <p><span class="small">{labelOf(all, prompt)} · {count(prompt.readers, 'student')}</span><br />{prompt.text}</p>
          <button type="button" class="small-button" onClick={once(() => ask({ kind: 'help.takeBackPrompt', prompt: prompt.id }))}>Take it back</button>
        </div>
      ))}
      <form class="stack" onSubmit={(event) => void post(event)}>
        <label class="field"><span class="small">To</span>
          <select value={String(to)} onChange={(e) => choose(Number(e.currentTarget.value))}>
            {all.map((one, at) => <option key={one.label} value={String(at)}>{one.label}</option>)}
          </select>
        </label>
        <label class="field"><span class="small">It stands at the top of their page until you take it back.</span>
          <textarea rows={2} maxLength={500} value={text} onInput={(e) => setText(e.currentTarget.value)} />
        </label>
        <div class="row wrap">
          <button type="submit" class="primary small-button" disabled={!text.trim()}>Put it on their pages</button>
          <button type="button" class="small-button" disabled={!text.trim()} onClick={once(() => void pose())}>Ask it as the question of the moment</button>
        </div>
      </form>
    </details>
  );
}
