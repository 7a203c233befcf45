import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';

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

it('the image gives Node the options that npm start gives it', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };
  const [command = ''] = /^CMD .*$/m.exec(readFileSync('deploy/Dockerfile', 'utf8')) ?? [];
  const options = (line: string): string[] => line.match(/--[\w=-]+/g) ?? [];
  expect(options(scripts.start).length).toBeGreaterThan(0);
  expect(options(command)).toEqual(options(scripts.start));
});

it('the manifests are YAML of the shape that Compose and Kubernetes read', () => {
  const compose = parse(readFileSync('deploy/compose.yaml', 'utf8'), { merge: true }) as {
    services: Record<
      string,
      { image?: string; build?: { dockerfile: string }; volumes?: string[]; depends_on?: unknown }
    >;
    volumes: Record<string, unknown>;
  };
  const names = Object.keys(compose.services);
  expect(names.filter((name) => name.startsWith('relay-'))).toHaveLength(3);
  for (const [name, service] of Object.entries(compose.services)) {
    expect({ name, ...service }).toMatchObject(
      service.build
        ? { build: { dockerfile: 'deploy/Dockerfile' } }
        : { image: expect.any(String) as unknown },
    );
    const needed = service.depends_on ?? [];
    for (const other of Array.isArray(needed) ? needed : Object.keys(needed)) expect(names).toContain(other);
    for (const volume of service.volumes ?? []) {
      const [from = ''] = volume.split(':');
      if (from.startsWith('./')) expect([from, existsSync(`deploy/${from}`)]).toEqual([from, true]);
      else expect(Object.keys(compose.volumes)).toContain(from);
    }
  }
  const objects = parseAllDocuments(readFileSync('deploy/kubernetes/lotsa.yaml', 'utf8'));
  expect(objects.flatMap(({ errors }) => errors)).toEqual([]);
  const kinds = objects.map(
    (object) => object.toJS() as { apiVersion: string; kind: string; metadata: { name: string } },
  );
  for (const { apiVersion, metadata } of kinds) expect([apiVersion, metadata.name]).not.toContain(undefined);
  expect(kinds.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['Deployment', 'PodDisruptionBudget', 'Service']),
  );
});
