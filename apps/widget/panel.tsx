import '@lotsa/ui/tokens.css';
import '@lotsa/ui/base.css';
import './panel.css';
import { render } from 'preact';
import { App } from './panel/app.tsx';
import { createPanel } from './panel/panel.ts';

const root = document.getElementById('app');
const site = decodeURIComponent(location.pathname.split('/')[2] ?? '');
if (root && site) {
  const panel = await createPanel(site);
  render(<App panel={panel} />, root);
}
