export { contrast, hex, parseColour, type Rgb } from './colour.ts';
export { themeOf, SURFACES, type Correction, type GivenTheme, type Theme } from './theme.ts';
