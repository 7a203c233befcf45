import type { Answer, Board, StaffRequestEvents } from '@lotsa/protocol';
import type { Link } from '../link.ts';
import type { MutableState } from '../observable.ts';
import { SIGNED_OUT } from './signed-out.ts';
import type { StaffState } from './staff-console.ts';

/** The live board, from when it is watched until it is left. */
export interface BoardWatch {
  watch(): Promise<Answer<null>>;
  leave(): Promise<void>;
  /** There is a new connection, which is not watching yet. */
  online(): void;
  heard(board: Board): void;
}

/** Makes it. */
export function createBoardWatch(
  link: Link<StaffRequestEvents>,
  state: MutableState<StaffState>,
): BoardWatch {
  let watching = false;

  function heard(board: Board): void {
    if (watching) state.set({ board });
  }

  async function watch(): Promise<Answer<null>> {
    watching = true;
    const answer = await link.ask('board:watch', {}, 'patient');
    if (!answer) return SIGNED_OUT;
    if (!answer.ok) return answer;
    heard(answer.value);
    return { ok: true, value: null };
  }

  return {
    watch,
    async leave() {
      watching = false;
      state.set({ board: null });
      await link.ask('board:leave', {});
    },
    online() {
      if (watching) void watch();
    },
    heard,
  };
}
