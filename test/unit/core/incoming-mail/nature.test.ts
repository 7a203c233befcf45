import { type MailNature, natureOf, takesAutomaticAnswer } from '@lotsa/core';
import { describe, expect, it } from 'vitest';

const ours = { host: 'chat.ekhamra.example', addresses: new Set(['kontakt@ekhamra.example']) };
const TOKEN = '0123456789abcdef0123456789abcdef';

/** What is told of a mail with these headers. */
function nature(headers: Record<string, string>, from: string | null = 'kim@example.se'): MailNature {
  const map = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value]]));
  return natureOf({ headers: map, from, messageId: headers['Message-ID'] ?? null }, ours);
}

describe('[M3] a mail is told by its head', () => {
  it.each<[MailNature, Record<string, string>]>([
    ['person', {}],
    ['person', { 'Auto-Submitted': 'no' }],
    ['person', { 'X-Auto-Response-Suppress': 'All' }],
    ['person', { Precedence: 'first-class', 'Return-Path': '<kim@example.se>' }],
    ['person', { 'Message-ID': '<abc@gmail.example>' }],
    // A mail of somebody else's program on the same machine is no mail of ours.
    ['person', { 'Message-ID': '<20261122.kim@chat.ekhamra.example>' }],
    ['own', { 'Message-ID': `<${TOKEN}@chat.ekhamra.example>` }],
    ['own', { 'Message-ID': `<EKH-2026-000001.${TOKEN}.ab12@chat.ekhamra.example>`, 'Auto-Submitted': 'no' }],
    ['bounce', { 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=x' }],
    ['bounce', { 'Content-Type': 'Multipart/Report; boundary=x;\n report-type="delivery-status"' }],
    ['autoReply', { 'Auto-Submitted': 'auto-replied (vacation)' }],
    ['autoReply', { 'Auto-Submitted': ' AUTO-REPLIED; owner-email="kim@example.se"' }],
    ['autoReply', { 'X-Autoreply': 'yes' }],
    ['autoReply', { Precedence: 'auto_reply' }],
    ['autoReply', { 'Return-Path': '<>' }],
    ['autoReply', { 'Content-Type': 'multipart/report; report-type=disposition-notification' }],
    ['automatic', { 'Auto-Submitted': 'auto-generated' }],
    ['automatic', { Precedence: 'bulk' }],
    ['automatic', { Precedence: 'List' }],
    ['automatic', { 'List-Id': 'Nyheter <nyheter.example.se>' }],
    ['automatic', { 'List-Unsubscribe': '<https://example.se/av>' }],
  ])('%s: %j', (expected, headers) => {
    expect(nature(headers)).toBe(expected);
  });

  it('by whom it is from', () => {
    expect(nature({}, 'kontakt@ekhamra.example')).toBe('own');
    expect(nature({}, 'mailer-daemon@example.se')).toBe('bounce');
    expect(nature({}, 'postmaster@example.se')).toBe('bounce');
    expect(nature({}, null)).toBe('person');
  });

  it('and says whether its sender wants an answer of a program', () => {
    const asks = (value: string): boolean =>
      takesAutomaticAnswer({ headers: new Map([['x-auto-response-suppress', [value]]]) });
    expect(takesAutomaticAnswer({ headers: new Map() })).toBe(true);
    expect(asks('DR, RN, NRN')).toBe(true);
    expect(asks('DR, OOF, AutoReply')).toBe(false);
    expect(asks('All')).toBe(false);
  });
});
