import type { EService } from '@lotsa/protocol';

/** The e-services of a topic, those that are for fewest topics first: they are what it is about. */
export const eServicesOf = (services: Iterable<EService>, topicId: string | null): EService[] =>
  topicId === null
    ? []
    : [...services]
        .filter(({ topicIds }) => topicIds.includes(topicId))
        .toSorted((a, b) => a.topicIds.length - b.topicIds.length || (a.name.sv < b.name.sv ? -1 : 1));

/** An e-service as it is offered in a language: Swedish where it has no text in it. */
export function eServiceIn({ id, name, url }: EService, language: string) {
  const shown = name[language] === undefined ? 'sv' : language;
  return { id, name: name[shown] ?? name.sv, language: shown, url: url[language] ?? url.sv };
}
