import { render } from 'preact';
import { Seat } from './seat/Seat';
import { keepWord } from './lobby/recoveryWord';
import { startLive } from './live/live';
import type { StudentViews } from './seat/step';

const app = document.getElementById('app')!;
const { key = '', hub = '', recoveryWord } = app.dataset;
const word = keepWord(key, recoveryWord);
const live = startLive<StudentViews>({ hub, audiences: ['class', 'my'] });
render(<Seat live={live} word={word} isNew={recoveryWord !== undefined} />, app);
