import { embedPolicy, embedStyle, embedTag } from '@lotsa/core';
import { describe, expect, it } from 'vitest';
import { checkOrigin, originOf } from '../../../apps/console/embedding/origins.ts';

const origin = 'https://chat.example.se';
const current = { origin, path: '/widget.js', integrity: null };

describe('the script tag', () => {
  it('is the shortest one when nothing is chosen', () => {
    expect(embedTag('ekhamra', {}, current)).toBe(
      '<script src="https://chat.example.se/widget.js" data-site="ekhamra" async></script>',
    );
    expect(embedStyle({})).toBe('');
  });

  it('has what was chosen, and nothing in it can become markup', () => {
    expect(embedTag('ekhamra', { position: 'start', phone: '"><b>&', accent: '#9b1b30' }, current)).toBe(
      '<script src="https://chat.example.se/widget.js" data-site="ekhamra" data-position="start" data-phone="&quot;&gt;&lt;b&gt;&amp;" data-with="theme" async></script>',
    );
    expect(embedStyle({ accent: '#9b1b30', accentText: '#ffffff' })).toBe(
      ':root {\n  --lotsa-accent: #9b1b30;\n  --lotsa-accent-text: #ffffff;\n}',
    );
  });

  it('is pinned with its checksum', () => {
    const pinned = { origin, path: '/widget-0123456789abcdef.js', integrity: 'sha384-x' };
    expect(embedTag('ekhamra', {}, pinned)).toContain('integrity="sha384-x" crossorigin="anonymous" async');
    expect(embedPolicy(origin)).toBe(`script-src ${origin};\nframe-src ${origin};`);
  });
});

describe('whether a page may embed', () => {
  const site = { allowedOrigins: ['https://www.ekhamra.example', 'http://intranet.ekhamra.example:8080'] };

  it.each([
    ['https://www.ekhamra.example/bygglov?x=1', 'allowed'],
    ['WWW.ekhamra.example', 'allowed'],
    ['https://www.ekhamra.example:443', 'allowed'],
    ['http://intranet.ekhamra.example:8080/start', 'allowed'],
    ['http://www.ekhamra.example', 'notAllowed'],
    ['https://ekhamra.example', 'notAllowed'],
    ['https://www.ekhamra.example.evil.example', 'notAllowed'],
    ['javascript:alert(1)', 'notAnAddress'],
    ['ftp://www.ekhamra.example', 'notAnAddress'],
    ['två ord', 'notAnAddress'],
    ['', 'notAnAddress'],
  ])('%s: %s', (address, answer) => {
    expect(checkOrigin(site, address)).toBe(answer);
  });

  it('is asked of origins as browsers send them', () => {
    expect(originOf('https://räksmörgås.example/')).toBe('https://xn--rksmrgs-5wao1o.example');
  });
});
