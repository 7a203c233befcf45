/** What a mail server says of one recipient (RFC 3464, 2.3). */
export interface DeliveryStatus {
  action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  /** Enhanced status code (RFC 3463), such as `5.1.1`. */
  status: string | null;
}

/** Reads the machine's part of a report: a block of fields for the mail, then one for each recipient. */
export function readDeliveryStatus(text: string): DeliveryStatus[] {
  const blocks = text
    .slice(0, 50_000)
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/);
  return blocks.flatMap((block) => {
    const field = (name: string): string | undefined =>
      new RegExp(`^${name}:[ \\t]*(.{0,200})$`, 'im').exec(block)?.[1];
    const action = /^(failed|delayed|delivered|relayed|expanded)\b/.exec(
      field('Action')?.toLowerCase() ?? '',
    )?.[1];
    if (action === undefined) return [];
    const status = /^[245]\.\d{1,3}\.\d{1,3}/.exec(field('Status') ?? '')?.[0] ?? null;
    return [{ action: action as DeliveryStatus['action'], status }];
  });
}
