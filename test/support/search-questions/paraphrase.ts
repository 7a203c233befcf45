/** A question in somebody's words: the id of Ekhamra's question that it is (null for none), and the reader's language. */
export type Paraphrase = readonly [questionId: string | null, language: string, text: string];
