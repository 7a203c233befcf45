/** The colour and weight of a small sign. Never the only bearer of a meaning (WCAG 1.4.1): the text says it too. */
export type Tone = 'neutral' | 'accent' | 'ok' | 'warn' | 'danger';
