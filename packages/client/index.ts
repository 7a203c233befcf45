import type { KeyValueStore } from './key-value-store.ts';
import type { StaffConsole } from './staff/staff-console.ts';

export { deviceStore, memoryStore, type KeyValueStore } from './key-value-store.ts';
export type { Observable } from './observable.ts';
export type { ConnectionState, MessageState, Progress } from './message-state.ts';
export { createVisitorChat, type VisitorChatOptions } from './visitor/create-visitor-chat.ts';
export {
  isOver,
  type ShownMessage,
  type VisitorChat,
  type VisitorContext,
  type VisitorState,
} from './visitor/visitor-chat.ts';
export type {
  BoxView,
  Directory,
  HandoffRequest,
  Notice,
  ShownStaffMessage,
  StaffConsole,
  StaffState,
  ThreadView,
  Typist,
} from './staff/staff-console.ts';

/** Makes the staff's side. */
export declare function createStaffConsole(options: { store: KeyValueStore; baseUrl?: string }): StaffConsole;
