import { inflateSync } from 'node:zlib';

/** A PDF as a stranger's program would take it apart: its objects, everything unpacked, and the text by the fonts' own tables. */
export interface ReadPdf {
  /** The dictionary of each object, as it is written. */
  objects: Map<number, { dictionary: string; stream: Buffer | null }>;
  trailer: string;
  /** The XMP packet. */
  xmp: string;
  /** Everything in the file with every stream unpacked, byte by byte. */
  everything: Buffer;
  /** What is drawn on each page, in the order it is drawn: one entry for each piece. */
  pages: string[][];
}

/** Takes a PDF apart. No compressed object streams: PDF/A writers need none, and ours makes none. */
export function readPdf(file: Buffer): ReadPdf {
  const source = file.toString('latin1');
  const objects: ReadPdf['objects'] = new Map();
  const unpacked: Buffer[] = [file];
  for (const found of source.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const at = found.index + found[0].length;
    const end = source.indexOf('\nendobj', at);
    const begins = source.indexOf('stream\n', at);
    const hasStream = begins >= 0 && begins < end;
    const dictionary = source.slice(at, hasStream ? begins : end);
    let stream: Buffer | null = null;
    if (hasStream) {
      const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
      const raw = file.subarray(begins + 7, begins + 7 + length);
      stream = dictionary.includes('/FlateDecode') ? inflateSync(raw) : raw;
      unpacked.push(stream);
    }
    objects.set(Number(found[1]), { dictionary, stream });
  }
  const trailer = source.slice(source.lastIndexOf('trailer'));
  const object = (id: number) => {
    const it = objects.get(id);
    if (!it) throw new Error(`no object ${id}`);
    return it;
  };
  const refs = (text: string): number[] => [...text.matchAll(/(\d+) 0 R/g)].map(([, id]) => Number(id));
  const root = object(refs(/\/Root (\d+ 0 R)/.exec(trailer)?.[1] ?? '')[0]!).dictionary;
  const kids = object(refs(/\/Pages (\d+ 0 R)/.exec(root)?.[1] ?? '')[0]!).dictionary;
  const pages = refs(/\/Kids \[([^\]]*)\]/.exec(kids)?.[1] ?? '').map((id) =>
    pageText(object, refs, object(id).dictionary),
  );
  const metadata = refs(/\/Metadata (\d+ 0 R)/.exec(root)?.[1] ?? '')[0];
  return {
    objects,
    trailer,
    xmp: metadata === undefined ? '' : (object(metadata).stream?.toString('utf8') ?? ''),
    everything: Buffer.concat(unpacked),
    pages,
  };
}

function pageText(
  object: (id: number) => { dictionary: string; stream: Buffer | null },
  refs: (text: string) => number[],
  page: string,
): string[] {
  const inline = /\/Resources (\d+ 0 R)/.exec(page)?.[1];
  const resources = inline ? object(refs(inline)[0]!).dictionary : page;
  const fonts = new Map<string, Map<string, string>>();
  for (const [, name = '', id] of (/\/Font <<([^>]*)>>/.exec(resources)?.[1] ?? '').matchAll(
    /\/(\w+) (\d+) 0 R/g,
  )) {
    const unicode = refs(/\/ToUnicode (\d+ 0 R)/.exec(object(Number(id)).dictionary)?.[1] ?? '')[0];
    if (unicode !== undefined) fonts.set(name, glyphs(object(unicode).stream?.toString('latin1') ?? ''));
  }
  const content =
    object(refs(/\/Contents (\d+ 0 R)/.exec(page)?.[1] ?? '')[0]!).stream?.toString('latin1') ?? '';
  const pieces: string[] = [];
  let font: Map<string, string> | undefined;
  for (const [whole, name, shown] of content.matchAll(/\/(\w+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (whole.endsWith('Tf')) font = fonts.get(name ?? '');
    else {
      const codes = [...(shown ?? '').matchAll(/<([0-9a-f]*)>/g)].map(([, hex]) => hex).join('');
      pieces.push((codes.match(/.{4}/g) ?? []).map((code) => font?.get(code) ?? '\ufffd').join(''));
    }
  }
  return pieces;
}

/** What each glyph of a font says, by its code. */
function glyphs(cmap: string): Map<string, string> {
  const map = new Map<string, string>();
  for (const [, first = '', list = ''] of cmap.matchAll(
    /<([0-9a-f]{4})> <[0-9a-f]{4}> \[((?:<[0-9a-f ]*> ?)*)\]/g,
  )) {
    let code = Number.parseInt(first, 16);
    for (const [, units = ''] of list.matchAll(/<([0-9a-f ]*)>/g)) {
      const text = String.fromCharCode(
        ...(units.match(/[0-9a-f]{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)),
      );
      map.set(code.toString(16).padStart(4, '0'), text);
      code += 1;
    }
  }
  return map;
}
