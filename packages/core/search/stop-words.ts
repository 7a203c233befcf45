import { wordsOf } from './words.ts';

const setOf = (text: string): ReadonlySet<string> => new Set(wordsOf(text));

/** Words that say nothing of what a question is about, by language. */
export const STOP_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  sv: setOf(`
    och eller men att som om i på av för till från med utan hos vid under över efter innan mellan mot genom inom åt kring
    en ett den det de dem dom denna detta dessa någon något några ingen inget inga alla allt all
    jag mig mej min mitt mina du dig dej din ditt dina han hon honom henne hans hennes vi oss vår vårt våra ni er ert era man sig sej
    sin sitt sina
    är var vara varit blir bli blev blivit har ha hade haft kan kunna kunde ska skall skulle vill vilja ville får fick må måste
    behöver behöva borde bör gör göra gjorde gjort finns fanns tror vet veta ser se kommer komma kom går gå gick ta tar tog
    ge ger gav sätt sätter
    hur när vad vem vilka vilken vilket vart varifrån varför
    inte ej inget icke bara också även så då nu just här där dit hit redan igen ännu än väl ju nog kanske egentligen
    hej hejsan hallå tja tack snälla undrar undra fråga frågar fråga frågor veta
    mer mest mycket lite många vilket sådan sådant slags typ
    in ut upp ner fram bort hem
    ja nej ok okej
  `),
  en: setOf(`
    a an the and or but if of to in on at by for from with without about into over under after before between through
    i me my mine you your yours he him his she her hers it its we us our ours they them their this that these those
    some any no not all every each
    is am are was were be been being has have had having do does did doing done can could will would shall should may might
    must need needs want wants like get gets got getting know go goes going come comes make makes take
    how when what where who whom whose which why there here now just also too very so then than as
    hi hello hey please thanks thank wonder wondering question ask
    s t m d ll re ve don isn doesn didn
  `),
  fi: setOf(`
    ja tai mutta että jos kun kuin niin myös vain vielä jo nyt sitten siis
    minä minun minua minulla minulle sinä sinun hän hänen me meidän te teidän he heidän se sen sitä siitä tämä tämän tätä tuo
    ne nämä joka jotka mikä mitä missä mihin mistä milloin miten kuinka miksi kuka kenen voiko onko
    on ovat oli olivat olla ole olen olet olemme en et ei emme ette eivät voi voin voit voida pitää pitäisi haluan haluaisin
    hei moi kiitos ole hyvä
    ja sekä kanssa ilman varten asti
  `),
  ar: setOf(`
    في من إلى الى على عن مع هل ما ماذا متى أين اين كيف لماذا كم أي هذا هذه ذلك تلك هو هي هم أنا انا نحن أنت انت
    و أو او ثم لكن إن أن ان كان كانت يكون تكون لا لم لن ليس قد كل بعض عند لي لك له لها لنا
    أريد اريد أود يمكن يمكنني أستطيع استطيع مرحبا السلام عليكم شكرا فضلك رجاء
  `),
};
