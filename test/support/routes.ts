import { Router } from 'express';

/** A route that answers over HTTP: `POST /api/session`. */
export interface HttpRoute {
  method: string;
  path: string;
}

interface Registered {
  path: string | string[];
  methods: Record<string, boolean>;
}

/** Every route that is registered while `work` runs: what a new file adds is among them by itself. */
export async function routesOf<T>(work: () => Promise<T>): Promise<{ result: T; routes: HttpRoute[] }> {
  const prototype = (Router as unknown as { prototype: { route(path: string | string[]): Registered } })
    .prototype;
  const original = prototype.route;
  const registered: Registered[] = [];
  prototype.route = function route(path) {
    const made = original.call(this, path);
    registered.push(made);
    return made;
  };
  try {
    const result = await work();
    const routes = registered.flatMap(({ path, methods }) =>
      [path]
        .flat()
        .flatMap((one) =>
          Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path: one })),
        ),
    );
    return { result, routes };
  } finally {
    prototype.route = original;
  }
}

/** The address of a route with its parameters filled in; `value` is encoded. */
export const fill = (path: string, value: (name: string) => string): string =>
  path
    .replace(/\{\*(\w+)\}/g, (_, name: string) => encodeURIComponent(value(name)))
    .replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(value(name)));
