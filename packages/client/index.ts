export { deviceStore, memoryStore, type KeyValueStore } from './key-value-store.ts';
export { newId } from './new-id.ts';
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
export { createStaffConsole, type StaffConsoleOptions } from './staff/create-staff-console.ts';
export type { CaseDesk, CaseList, CaseState, NewCase, OpenCase } from './staff/case-desk.ts';
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
export type { StaffSettings } from './staff/staff-settings.ts';
export { callRelay } from './http.ts';
