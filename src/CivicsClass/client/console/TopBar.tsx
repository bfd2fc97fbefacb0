import { useState } from 'preact/hooks';
import type { Desk } from './desk';
import { EndLesson } from './Next';
import { ShortcutHelp } from './ShortcutHelp';

type Props = { desk: Desk; onSafe: (on: boolean) => void; keys: boolean; onKeys: (on: boolean) => void; help: boolean; onHelp: (open: boolean) => void };

export function TopBar({ desk, onSafe, keys, onKeys, help, onHelp }: Props) {
  const { view, place, safe } = desk;
  const [ending, setEnding] = useState(false);
  return (
    <header class="topbar">
      <p class="lessonTitle">{view.class.title}</p>
      <div class="row tools">
        <button type="button" class="small-button" aria-pressed={safe} onClick={() => onSafe(!safe)}>{safe ? 'Wall-safe: on' : 'Wall-safe'}</button>
        <a class="btn small-button" href={place.wallUrl} target="_blank" rel="noopener">Projector<span class="unseen"> (opens a new window)</span><span class="arrow" aria-hidden="true">↗</span></a>
        {view.class.phase === 'ended' || <a class="btn small-button" href={place.reportUrl} target="_blank" rel="noopener">Report<span class="unseen"> (opens a new window)</span><span class="arrow" aria-hidden="true">↗</span></a>}
        <button type="button" class="small-button help" aria-label="Keyboard shortcuts" onClick={() => onHelp(true)}>?</button>
        {view.class.phase !== 'ended' && <button type="button" class="small-button" onClick={() => setEnding(true)}>End<span class="unseen"> the lesson</span></button>}
      </div>
      {ending && <EndLesson desk={desk} onClose={() => setEnding(false)} />}
      {help && <ShortcutHelp keys={keys} onKeys={onKeys} onClose={() => onHelp(false)} />}
    </header>
  );
}
