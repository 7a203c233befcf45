import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const sources = ['sockets/metrics.ts', 'http/metrics.ts', 'http/queue-metrics.ts']
  .map((file) => readFileSync(`apps/relay/${file}`, 'utf8'))
  .join('\n');

it('the dashboard shows figures that the relay has', () => {
  const dashboard = readFileSync('deploy/grafana-dashboard.json', 'utf8');
  const shown = new Set(dashboard.match(/lotsa_[a-z_]+/g));
  expect(shown.size).toBeGreaterThan(6);
  for (const name of shown) expect(sources).toContain(name.replace(/_(count|bucket|sum)$/, ''));
});

it('the deployments name variables that the settings have', () => {
  const config = readFileSync('apps/relay/config.ts', 'utf8');
  for (const file of ['deploy/compose.yaml', 'deploy/kubernetes/lotsa.yaml', 'deploy/Dockerfile']) {
    const text = readFileSync(file, 'utf8');
    const named = [
      ...text.matchAll(/^ {4}([A-Z_]+):/gm),
      ...text.matchAll(/name: ([A-Z_]+),/g),
      ...text.matchAll(/([A-Z_]+)=/g),
    ].map(([, name]) => name ?? '');
    for (const name of named.filter((each) => each !== 'NODE_ENV')) {
      expect(config, `${name} of ${file}`).toContain(`${name}:`);
    }
    expect(named.length).toBeGreaterThan(2);
  }
});
