import '@lotsa/ui/tokens.css';
import '@lotsa/ui/base.css';
import './panel.css';
import { render } from 'preact';
import { App } from './panel/app.tsx';
import { createPanel } from './panel/panel.ts';

const root = document.getElementById('app');
const site = decodeURIComponent(location.pathname.split('/')[2] ?? '');
// Not awaited: what the panel fetches later imports from this module, which must then have ended.
if (root && site) void createPanel(site).then((panel) => render(<App panel={panel} />, root));
