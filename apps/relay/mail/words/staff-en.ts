import type { StaffMailWords } from './staff-sv.ts';

/** The staff's mails, in English. */
export const staffEn: StaffMailWords = {
  footer: (centre, site) => `${centre}, ${site}`,
  choose: 'In Lotsa, under Settings, you choose which mails you want.',
  waitingSubject: 'A question is waiting for you in Lotsa',
  waitingIntro:
    'The contact centre has handed a question to you or your department. None of you is signed in.',
  secretIntro: 'Sign in to see it.',
  expiringSubject: 'Time is almost up for a question in Lotsa',
  expiringIntro: 'The question goes back to the contact centre if nobody takes it in time.',
  lateSoonIntro: 'You have taken the question, and the time to answer is almost up.',
  topic: 'Topic',
  department: 'Department',
  wanted: 'What is wanted',
  wanted_consult: 'Advice to whoever answers',
  wanted_join: 'That you join the conversation',
  wanted_transfer: 'That you take the question over',
  from: 'From',
  until: 'By',
  open: 'Open the question in Lotsa',
  digestSubject: (from, to) => `Your week in Lotsa, ${from} to ${to}`,
  digestIntro: 'This is how it went with the questions that were handed to you.',
  answered: 'Answered',
  answeredLate: (n, late) => (late === 0 ? `${n}` : `${n}, of which ${late} after the promised time`),
  expired: 'Ran out without an answer',
  openNow: 'Open now',
  lateNow: 'Late now',
  lateTitle: 'Late',
  lateSince: (when) => `Should have been answered ${when}`,
  webhookSubject: (name) => `Lotsa has stopped sending to ${name}`,
  webhookIntro:
    'Nothing has reached the address for five days, or the receiver asked us to stop. Lotsa has switched the webhook off. What it could not deliver stays in the log for 30 days and can be sent again when the address answers.',
  webhookSince: 'Last reached before',
  webhookOpen: 'Open webhooks in Lotsa',
  toDigest: 'See your week in Lotsa',
};
