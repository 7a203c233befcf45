/**
 * Answers from `cache`, or computes, remembers and returns. The oldest entry goes when there are more than `limit`,
 * so that a cache of values asked for by visitors costs bounded memory.
 */
export function recall<K, V>(cache: Map<K, V>, limit: number, key: K, compute: () => V): V {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const value = compute();
  if (cache.size >= limit) {
    const oldest = cache.keys().next();
    if (!oldest.done) cache.delete(oldest.value);
  }
  cache.set(key, value);
  return value;
}
