import { readDeliveryStatus } from '@lotsa/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';

it('[M4] reads what became of a mail for each recipient, and nothing where a report says nothing', () => {
  const report = [
    'Reporting-MTA: dns; mx.example.se\r\nArrival-Date: Sun, 22 Nov 2026 09:00:00 +0100',
    'Final-Recipient: rfc822; kim@example.se\r\nAction: Failed (no such user)\r\nStatus: 5.1.1 (Bad mailbox)',
    'Final-Recipient: rfc822; bo@example.se\r\naction: delayed\r\nStatus: 4.4.1',
    'Final-Recipient: rfc822; mia@example.se\r\nAction: exploded',
  ].join('\r\n\r\n');
  expect(readDeliveryStatus(report)).toEqual([
    { action: 'failed', status: '5.1.1' },
    { action: 'delayed', status: '4.4.1' },
  ]);
  fc.assert(fc.property(fc.string({ maxLength: 500 }), (text) => Array.isArray(readDeliveryStatus(text))));
});
