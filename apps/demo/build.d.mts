/** Writes Ekhamra's web site as static files into `outDir` (made when missing). */
export function renderDemo(outDir: string): void;
