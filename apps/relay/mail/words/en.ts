import type { MailWords } from './sv.ts';

/** English. */
export const en: MailWords = {
  footer: (centre, site) => `${centre}, ${site}`,
  reach: (phone, email) => `Phone: ${phone}\nE-mail: ${email}`,
  noPersonal: 'Never write personal identity numbers or sensitive information in e-mail.',

  transcriptSubject: (centre) => `Your conversation with ${centre}`,
  transcriptIntro: 'You asked for your conversation by e-mail. Here it is.',
  transcriptAskedBy:
    'This mail was sent because somebody wrote this address in our chat. Was it not you? Then you can delete the mail.',
  transcriptCut:
    'The conversation is long, and its beginning did not fit. You can save all of it in the chat.',
  you: 'You',
  assigned: (name) => `${name} is helping you now`,
  returned: 'You are back in the queue. What you wrote is still there, and you are first.',
  contactLeft: 'You left your contact details',
  specialistJoined: (name, department) => `${name} from ${department} has joined the chat`,
  transferred: (name, department) => `${name} from ${department} is helping you now`,
  specialistLeft: (name, department) => `${name} from ${department} has left the chat`,
  caseOpened: (number, date) => `Your question is now case ${number}. You will have an answer by ${date}.`,
  visitorEnded: 'You ended the chat',
  closed: 'The chat has ended',
  file: (name) => `File: ${name}`,

  linkSubject: (centre) => `Continue your conversation with ${centre}`,
  linkIntro: 'Open the link on the device where you want to continue. You see the same conversation on both.',
  linkLabel: 'Continue the conversation',
  linkLimits: (until) =>
    `The link works once, until ${until}. Do not give it to anybody else: whoever opens it can read the conversation.`,
  linkAskedBy:
    'This mail was sent because somebody wrote this address in our chat. Was it not you? Then you can delete the mail.',

  continueTitle: 'Continue your conversation here',
  continueText:
    'The conversation opens on this device and stays on the other one. Do not do this on a computer that others use.',
  continueButton: 'Continue the conversation',
  goneTitle: 'The link cannot be used',
  goneText:
    'It has already been used, or its time is over. Ask for a new link in the chat, on the device where you began the conversation.',
  goneChat: 'Open the chat',
};
