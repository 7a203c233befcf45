import type { StaffConsole } from '@lotsa/client';
import type { Answer } from '@lotsa/protocol';

/**
 * Hands conversations over, to a colleague or with null to the queue: all by one request, so that one that comes in meanwhile
 * goes along; some one by one. One that is not this user's any more is no reason to keep the others.
 * @returns how many went over; an error when none did.
 */
export async function handOver(
  staff: Pick<StaffConsole, 'handOver' | 'assign' | 'release'>,
  ids: readonly string[],
  all: boolean,
  userId: string | null,
): Promise<Answer<{ moved: number }>> {
  if (all) return staff.handOver(userId);
  let moved = 0;
  let refusal: Answer<null> | undefined;
  for (const id of ids) {
    const answer = await (userId === null ? staff.release(id) : staff.assign(id, userId));
    if (answer.ok) moved += 1;
    else refusal = answer;
  }
  return moved === 0 && refusal && !refusal.ok ? refusal : { ok: true, value: { moved } };
}
