import { MASK } from '@lotsa/core';
import PdfKit from 'pdfkit';
import { fontBytes, type Weight } from './fonts.ts';
import { type Line, linesOf } from './lines.ts';

/** How a text looks. Sizes are points. */
export interface Style {
  size: number;
  weight: Weight;
  colour: string;
  /** Our own words run from left to right, whatever name is in them; what people wrote decides itself. */
  direction?: 'ltr';
}

/** What the file says of itself (XMP and the information dictionary, which PDF/A wants to be the same). */
export interface FileFacts {
  title: string;
  subject: string;
  /** When it was made: the same record at the same time is the same file, byte by byte. */
  at: number;
  /** Who made it. */
  author: string;
}

/** A4, with margins that survive a hole punch. */
const PAGE = { width: 595.28, height: 841.89, left: 70, right: 56, top: 56, bottom: 64 } as const;
/** The width of the text. */
const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
const LEADING = 1.45;
/** What stands where something was blacked out, for those who listen or search. */
const MASKED = 'maskerat';
const MASK_FACE = 'noto-latin';

/** A PDF/A-2b that is written from top to bottom. */
export interface PdfWriter {
  /** A paragraph or heading; `indent` from the left, `width` of it. */
  text(tag: 'H1' | 'H2' | 'P', text: string, style: Style, place?: { indent?: number; width?: number }): void;
  /** A name with its value beside it. */
  pair(name: string, value: string, styles: { name: Style; value: Style; nameWidth: number }): void;
  /** Free space; none at the top of a page. */
  space(points: number): void;
  /** Goes on at the top of a new page unless so much is left of this one. */
  keep(points: number): void;
  /** A thin line across. */
  rule(): void;
  /** Ends it with `footer` at the foot of each page. @returns the file. */
  end(footer: (page: number, pages: number) => string): Promise<Buffer>;
}

/** Begins a file: fonts embedded as far as used, tagged for screen readers, in Swedish, in sRGB, with XMP (ISO 19005-2). */
export function createPdfWriter({ title, subject, at, author }: FileFacts): PdfWriter {
  const made = new Date(at);
  const doc = new PdfKit({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/A-2b',
    tagged: true,
    lang: 'sv',
    displayTitle: true,
    // No font is there that is not embedded.
    font: null as unknown as string,
    info: {
      Title: title,
      Subject: subject,
      Author: author,
      Creator: 'Lotsa',
      Producer: 'Lotsa',
      CreationDate: made,
      ModDate: made,
    },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const whole = new Promise<Buffer>((resolve, reject) => {
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  const registered = new Set<string>();
  let y: number = PAGE.top;
  const root = doc.struct('Document');
  doc.addStructure(root);
  doc.addPage();

  function font(face: string, weight: Weight): typeof doc {
    const name = `${face} ${weight}`;
    if (!registered.has(name)) {
      doc.registerFont(name, fontBytes(face, weight));
      registered.add(name);
    }
    return doc.font(name);
  }

  const widthOf = (face: string, text: string, { size, weight }: Style): number => {
    if (text !== MASK) return font(face, weight).fontSize(size).widthOfString(text);
    return (
      font(MASK_FACE, weight)
        .fontSize(size * 0.8)
        .widthOfString(MASKED) +
      size * 0.8
    );
  };

  function newPage(): void {
    doc.addPage();
    y = PAGE.top;
  }

  /** Draws a line whose top is at `y`. */
  function draw(line: Line, left: number, width: number, style: Style): void {
    let x = line.rtl ? left + width - line.width : left;
    const baseline = y + style.size * 1.08;
    for (const piece of line.pieces) {
      if (piece.text === MASK) {
        doc.rect(x, y + style.size * 0.12, piece.width, style.size * 1.2).fill('#000000');
        font(MASK_FACE, style.weight)
          .fontSize(style.size * 0.8)
          .fillColor('#ffffff')
          .text(MASKED, x + style.size * 0.4, baseline - style.size * 0.08, {
            lineBreak: false,
            baseline: 'alphabetic',
          });
      } else {
        font(piece.face, style.weight)
          .fontSize(style.size)
          .fillColor(style.colour)
          .text(piece.text, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
      }
      x += piece.width;
    }
  }

  const setLines = (text: string, width: number, style: Style): Line[] =>
    linesOf(text, width, (face, part) => widthOf(face, part, style), style.direction);
  const heightOf = ({ size }: Style): number => size * LEADING;

  const keep = (points: number): void => {
    if (y + points > PAGE.height - PAGE.bottom) newPage();
  };

  /** Under a tag, line by line, over as many pages as it takes. */
  function paragraph(tag: string, lines: readonly Line[], left: number, width: number, style: Style): void {
    const all = (): void => {
      for (const line of lines) {
        keep(heightOf(style));
        draw(line, left, width, style);
        y += heightOf(style);
      }
    };
    root.add(doc.struct(tag, {}, all));
  }

  return {
    keep,
    text(tag, text, style, { indent = 0, width = TEXT_WIDTH - indent } = {}) {
      paragraph(tag, setLines(text, width, style), PAGE.left + indent, width, style);
    },
    pair(name, value, { name: nameStyle, value: valueStyle, nameWidth }) {
      const width = TEXT_WIDTH - nameWidth;
      const names = setLines(name, nameWidth - 8, nameStyle);
      const values = setLines(value, width, valueStyle);
      keep(Math.max(names.length * heightOf(nameStyle), heightOf(valueStyle)));
      const top = y;
      paragraph('P', names, PAGE.left, nameWidth - 8, nameStyle);
      const afterName = y;
      y = top;
      const page = doc.bufferedPageRange().count;
      paragraph('P', values, PAGE.left + nameWidth, width, valueStyle);
      if (doc.bufferedPageRange().count === page) y = Math.max(y, afterName);
    },
    space(points) {
      if (y > PAGE.top) y += points;
    },
    rule() {
      keep(8);
      doc.markContent('Artifact', { type: 'Layout' });
      doc
        .moveTo(PAGE.left, y)
        .lineTo(PAGE.width - PAGE.right, y)
        .lineWidth(0.6)
        .stroke('#767676');
      doc.endMarkedContent();
      y += 8;
    },
    end(footer) {
      root.end();
      const { start, count } = doc.bufferedPageRange();
      const style: Style = { size: 8, weight: 'regular', colour: '#333333' };
      for (let page = 0; page < count; page += 1) {
        doc.switchToPage(start + page);
        doc.markContent('Artifact', { type: 'Pagination' });
        y = PAGE.height - PAGE.bottom + 24;
        const [line] = setLines(footer(page + 1, count), TEXT_WIDTH, style);
        if (line) draw(line, PAGE.left, TEXT_WIDTH, style);
        doc.endMarkedContent();
      }
      doc.end();
      return whole;
    },
  };
}
