import { type CaseListQuery, compareCases, isInCaseBox } from '@lotsa/core';
import type {
  Answer,
  Case,
  CaseAnswers,
  CaseChange,
  CaseFacts,
  ErrorAnswer,
  Me,
  StaffCase,
  StaffRequestEvents,
} from '@lotsa/protocol';
import { createCatchUp } from '../catch-up.ts';
import type { Clock } from '../clock.ts';
import type { Link } from '../link.ts';
import { newId } from '../new-id.ts';
import { createState, type Observable } from '../observable.ts';
import { SIGNED_OUT } from './signed-out.ts';

/** A list of cases. */
export interface CaseList {
  readonly query: CaseListQuery;
  /** In its order. */
  readonly cases: readonly Case[];
  readonly loaded: boolean;
  /** There are more: `loadMore()`. */
  readonly more: boolean;
  /** Why it could not be fetched. */
  readonly error: ErrorAnswer | null;
}

/** The case that is open. */
export interface OpenCase {
  readonly number: string;
  /** Null before the first answer. */
  readonly value: StaffCase | null;
  readonly error: ErrorAnswer | null;
}

/** What the console knows of cases. */
export interface CaseState {
  /** Types and templates; null before they are asked for. */
  readonly settings: CaseAnswers['cases:settings'] | null;
  readonly list: CaseList | null;
  readonly open: OpenCase | null;
}

/** The cases of the staff's side: one list and one open case, both live. */
export interface CaseDesk extends Observable<CaseState> {
  /** Fetches types and templates. */
  loadSettings(): Promise<void>;
  /** Shows another list. */
  choose(query: CaseListQuery): Promise<void>;
  loadMore(): Promise<void>;
  /** The first page of a list, as it is now, besides the one that is shown; empty where it cannot be had. */
  find(query: CaseListQuery): Promise<readonly Case[]>;
  /** Opens a case and stays with it; null leaves it. */
  openCase(number: string | null): Promise<void>;
  /**
   * Changes the open case. `case_changed` says that a colleague did something that this user had not seen: the case is
   * fetched anew, and nothing of either is lost.
   */
  update(number: string, change: CaseChange): Promise<Answer<null>>;
  /** Merges cases into the open one, one after the other; the answer of the first that fails. */
  merge(numbers: readonly string[], into: string): Promise<Answer<null>>;
  /** Reads a secret case for four hours, as a manager, with a reason that is logged (rule P6); and opens it. */
  breakGlass(number: string, reason: string): Promise<Answer<null>>;
  /** Makes a case of a conversation. */
  create(request: NewCase): Promise<Answer<CaseAnswers['case:open']>>;
  /** One that the promised date of a case alerts. The answer ends it. */
  onAlert(listener: (fact: CaseFacts['case:alerted']) => void): () => void;
}

/** What a conversation becomes. */
export type NewCase = Omit<Parameters<StaffRequestEvents['case:open']>[0], 'id'>;

/** What a case desk needs; `link` and `me` are null while nobody is signed in. */
export interface CaseDeskOptions {
  link: () => Link<StaffRequestEvents> | null;
  me: () => Me | null;
  clock: Clock;
}

/** The part that the connection drives. */
export interface DrivenCaseDesk extends CaseDesk {
  heard(name: keyof CaseFacts, fact: CaseFacts[keyof CaseFacts]): void;
  /** There is a new connection: what was missed is fetched. */
  online(): void;
  /** Somebody else, or nobody, is signed in. */
  forget(): void;
}

/** Makes it. */
export function createCaseDesk({ link, me, clock }: CaseDeskOptions): DrivenCaseDesk {
  const state = createState<CaseState>({ settings: null, list: null, open: null });
  const listeners = new Set<(fact: CaseFacts['case:alerted']) => void>();
  let next: string | null = null;

  /** Fetches the first page of the list that is shown. */
  const fetchList = createCatchUp(async () => {
    const query = state.state.list?.query;
    const answer = query && (await link()?.ask('cases:list', { ...query, after: null }, 'patient'));
    const list = state.state.list;
    // Another one was chosen meanwhile.
    if (!answer || !list || list.query !== query) return false;
    if (!answer.ok) {
      state.set({ list: { ...list, loaded: true, error: answer.error } });
      return false;
    }
    next = answer.value.next;
    state.set({
      list: { query, cases: answer.value.cases, loaded: true, more: next !== null, error: null },
    });
    return false;
  });

  const fetchOpen = createCatchUp(async () => {
    const number = state.state.open?.number;
    const answer = number === undefined ? null : await link()?.ask('case:get', { number }, 'patient');
    const open = state.state.open;
    if (!answer || open?.number !== number || !open) return false;
    if (answer.ok) takeOpen(answer.value);
    else state.set({ open: { ...open, value: null, error: answer.error } });
    return false;
  });

  function takeOpen(value: StaffCase): void {
    const { open } = state.state;
    if (open?.number !== value.case.number) return;
    if (open.value && open.value.case.seq > value.case.seq) return;
    state.set({ open: { ...open, value, error: null } });
  }

  /** A case as it is now: into the list, out of it, or to another place in it. */
  function takeCase(it: Case): void {
    const { list } = state.state;
    const user = me();
    if (!list?.loaded || !user) return;
    const known = list.cases.find(({ id }) => id === it.id);
    if (known && known.seq > it.seq) return;
    const others = list.cases.filter(({ id }) => id !== it.id);
    const order = compareCases(list.query);
    const last = list.cases.at(-1);
    const belongs = isInCaseBox(it, list.query, user, clock.now());
    // Beyond what was fetched it comes with its page.
    const beyond = list.more && last !== undefined && order(last, it) < 0;
    if (!belongs || beyond) {
      if (known) state.set({ list: { ...list, cases: others } });
      return;
    }
    state.set({ list: { ...list, cases: [...others, it].toSorted(order) } });
  }

  const ask = async (number: string, change: CaseChange): Promise<Answer<null>> => {
    const id = newId();
    const { open } = state.state;
    const seen = open?.number === number ? (open.value?.case.seq ?? null) : null;
    const answer = await link()?.ask('case:update', { number, id, seen, change });
    if (!answer) return SIGNED_OUT;
    if (!answer.ok) {
      if (answer.error.code === 'case_changed') void fetchOpen('open');
      return answer;
    }
    takeOpen(answer.value);
    takeCase(answer.value.case);
    return { ok: true, value: null };
  };

  return {
    get state() {
      return state.state;
    },
    subscribe: (listener) => state.subscribe(listener),
    async loadSettings() {
      const answer = await link()?.ask('cases:settings', {}, 'patient');
      if (answer?.ok) state.set({ settings: answer.value });
    },
    async choose(query) {
      state.set({ list: { query, cases: [], loaded: false, more: false, error: null } });
      await fetchList('list');
    },
    async loadMore() {
      const { list } = state.state;
      const after = next;
      if (!list?.loaded || after === null) return;
      next = null;
      const answer = await link()?.ask('cases:list', { ...list.query, after }, 'patient');
      const now = state.state.list;
      if (!answer?.ok || now?.query !== list.query) return;
      next = answer.value.next;
      const known = new Set(now.cases.map(({ id }) => id));
      const cases = [...now.cases, ...answer.value.cases.filter(({ id }) => !known.has(id))];
      state.set({ list: { ...now, cases, more: next !== null } });
    },
    async find(query) {
      const answer = await link()?.ask('cases:list', { ...query, after: null }, 'patient');
      return answer?.ok ? answer.value.cases : [];
    },
    async openCase(number) {
      if (state.state.open?.number === number) return;
      state.set({ open: number === null ? null : { number, value: null, error: null } });
      if (number !== null) await fetchOpen('open');
    },
    update: ask,
    async merge(numbers, into) {
      for (const number of numbers) {
        const answer = await ask(number, { type: 'merge', into });
        if (!answer.ok) return answer;
      }
      void fetchOpen('open');
      return { ok: true, value: null };
    },
    async breakGlass(number, reason) {
      const answer = await link()?.ask('case:break-glass', { number, id: newId(), reason });
      if (!answer) return SIGNED_OUT;
      if (!answer.ok) return answer;
      takeOpen(answer.value);
      takeCase(answer.value.case);
      return { ok: true, value: null };
    },
    async create(request) {
      return (await link()?.ask('case:open', { id: newId(), ...request })) ?? SIGNED_OUT;
    },
    onAlert(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    heard(name, fact) {
      takeCase(fact.case);
      const { open } = state.state;
      const concerns = open && (fact.case.number === open.number || fact.case.mergedInto === open.number);
      const known = fact.case.number === open?.number ? (open.value?.case.seq ?? 0) : 0;
      if (concerns && fact.case.seq > known) void fetchOpen('open');
      if (name === 'case:alerted') for (const tell of listeners) tell(fact as CaseFacts['case:alerted']);
    },
    online() {
      if (state.state.list) void fetchList('list');
      if (state.state.open) void fetchOpen('open');
    },
    forget: () => state.set({ settings: null, list: null, open: null }),
  };
}
