import { render } from 'preact';
import { Seat } from './seat/Seat';
import { keepWord } from './lobby/recoveryWord';
import { forgetWhenOver } from './live/forgetWhenOver';
import { startLive } from './live/live';
import { clearDraft } from './seat/leftBehind';
import type { StudentViews } from './seat/step';

const app = document.getElementById('app')!;
const { key = '', hub = '', seat = '', recoveryWord } = app.dataset;
const word = keepWord(key, seat, recoveryWord);
const live = startLive<StudentViews>({ hub, audiences: ['class', 'my'], stored: clearDraft });
forgetWhenOver(live);
app.replaceChildren();
render(<Seat live={live} word={word} isNew={Boolean(recoveryWord)} />, app);
