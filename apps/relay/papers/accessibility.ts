import { languageName } from '@lotsa/core';
import type { PaperFacts } from './facts.ts';
import { decide, list, type Paper, text } from './model.ts';
import { paper, siteNames, type Tongue } from './tongue.ts';

/** The accessibility statement (lag 2018:1937; Commission Implementing Decision 2018/1523). */
export function accessibilityPaper(facts: PaperFacts, t: Tongue): Paper {
  const tags = [...new Set(facts.sites.flatMap(({ languages }) => languages))];
  const languages = tags.map((tag) => languageName(tag, t.lang));
  return paper(
    facts,
    t,
    t.say('Tillgänglighetsredogörelse för chatten', 'Accessibility statement for the chat'),
    [
      {
        heading: t.say('Vad den gäller', 'What it covers'),
        blocks: [
          text(
            t.say(
              `Den här redogörelsen gäller chatten och formulären på ${siteNames(facts.sites, t)}. De bygger på den öppna programvaran Lotsa.`,
              `This statement covers the chat and the forms of ${siteNames(facts.sites, t)}. They are built on the open software Lotsa.`,
            ),
          ),
          list(
            ...facts.sites.map(({ id }) => `${facts.publicUrl}/chat/${id}`),
            ...facts.sites.map(({ id }) => `${facts.publicUrl}/contact/${id}`),
          ),
        ],
      },
      {
        heading: t.say('Hur tillgänglig är chatten?', 'How accessible is the chat?'),
        blocks: [
          text(
            t.say(
              'Chatten är byggd för att följa WCAG 2.2 på nivå AA och EN 301 549.',
              'The chat is built to meet WCAG 2.2 at level AA and EN 301 549.',
            ),
          ),
          decide(
            t.say(
              'Avgör: uppfyller den kraven helt, delvis eller inte? Påstå inte mer än ni har prövat i er egen webbplats.',
              'Decide: does it meet the requirements fully, partly or not? Do not claim more than you have tested in your own web site.',
            ),
          ),
          list(
            t.say(
              'Det går att använda den med bara tangentbord och med skärmläsare, och att förstora till 400 procent.',
              'It can be used by keyboard alone and with a screen reader, and magnified to 400 per cent.',
            ),
            t.say(
              'Mörkt läge, hög kontrast och minskad rörelse följer systemets inställning.',
              'Dark mode, high contrast and reduced motion follow the settings of the system.',
            ),
            t.say(`Språk: ${languages.join(', ')}.`, `Languages: ${languages.join(', ')}.`),
          ),
        ],
      },
      {
        heading: t.say('Kända brister', 'Known limitations'),
        blocks: [
          list(
            t.say(
              'Meddelanden märks med språket som samtalet började på. Skriver någon på ett annat språk kan uttalet bli fel (WCAG 3.1.2).',
              'Messages are marked with the language that the conversation began in. Where somebody writes in another one, it may be read wrongly (WCAG 3.1.2).',
            ),
            t.say(
              'Chatten kräver JavaScript. Formulären fungerar utan.',
              'The chat needs JavaScript. The forms work without it.',
            ),
            tags.some((tag) => tag !== 'sv' && tag !== 'en') &&
              t.say(
                'Översättningarna till finska och arabiska och den lätta svenskan är inte granskade av personer som har språket eller behöver lätt språk.',
                'The Finnish, Arabic and easy Swedish texts have not been reviewed by people who speak the language or need easy language.',
              ),
            t.say(
              'Den är prövad med automatiska tester i en webbläsare, inte systematiskt med NVDA, JAWS, VoiceOver eller TalkBack.',
              'It is tested automatically in one browser, not systematically with NVDA, JAWS, VoiceOver or TalkBack.',
            ),
            t.say('Det finns inget teckenspråk.', 'There is no sign language.'),
          ),
          decide(
            t.say(
              'Avgör: vilka brister gäller hos er, när åtgärdas de, och åberopas oskäligt betungande anpassning (12 §)?',
              'Decide: which limitations hold at your site, when are they mended, and is a disproportionate burden claimed (section 12)?',
            ),
          ),
        ],
      },
      {
        heading: t.say('Om du inte kan använda chatten', 'If you cannot use the chat'),
        blocks: [
          list(
            ...facts.sites.map(
              ({ centreName, phone, email }) =>
                `${t.of(centreName)}: ${[phone, email].filter(Boolean).join(', ')}`,
            ),
          ),
          decide(
            t.say(
              'Avgör: hur lämnar man synpunkter på tillgängligheten, och hur snabbt svarar ni?',
              'Decide: how does one comment on accessibility, and how soon do you answer?',
            ),
          ),
        ],
      },
      {
        heading: t.say('Tillsyn', 'Supervision'),
        blocks: [
          text(
            t.say(
              'Myndigheten för digital förvaltning har tillsyn. Är du inte nöjd med vårt svar kan du anmäla det: digg.se/tdosanmalan.',
              'The Agency for Digital Government supervises the act. If you are not content with our answer you can report it: digg.se/tdosanmalan.',
            ),
          ),
        ],
      },
      {
        heading: t.say('Så har vi testat', 'How it was tested'),
        blocks: [
          decide(
            t.say(
              'Avgör: vem testade, hur och när? När publicerades chatten, och när uppdaterades redogörelsen?',
              'Decide: who tested it, how and when? When was the chat published, and when was this statement updated?',
            ),
          ),
        ],
      },
    ],
  );
}
