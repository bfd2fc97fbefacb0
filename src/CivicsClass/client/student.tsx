import { render } from 'preact';
import type { ClassView, MyView } from './contract';
import { startLive } from './live/live';

const app = document.getElementById('app')!;
startLive<{ class: ClassView; my: MyView }>({ hub: app.dataset.hub!, audiences: ['class', 'my'] });
render(<p>Connecting</p>, app);
