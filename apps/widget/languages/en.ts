import type { LanguageFile } from './index.ts';

/** English. */
export const messages: LanguageFile['messages'] = {
  direction: 'ltr',
  title: 'Chat',
  language: 'Language',
  close: 'Close',
  loading: 'The chat is loading',

  openUntil: (p) => `Open until ${p.time}`,
  open: 'Open now',
  closedUntil: (p) => `Closed. Opens ${p.when}`,
  closed: 'Closed right now',
  nobody: 'Nobody can answer in the chat right now',
  inQueue: 'You are in the queue',
  answers: (p) => `${p.names} is answering you`,
  over: 'The chat has ended',

  hello: 'Hello! What would you like to ask?',
  helloText: 'Write your question and one of our staff will answer here in the chat.',
  leaveTitle: 'Leave your question',
  leaveText:
    'Write your question and how we can reach you. We answer in this chat and by the e-mail or phone number you leave.',
  orCall: 'You can also reach us like this:',
  privacy: 'How we handle your data',
  privacyMore: 'Read more',

  writeQuestion: 'Write your question',
  writeMessage: 'Write a message',
  send: 'Send',
  personalNumber:
    'This looks like a personal identity number. We hide it before you send, so that nobody sees it. Never write personal identity numbers in the chat.',
  tooLong: (p) =>
    `The text is too long: ${p.n} characters of at most ${p.limit}. Split it into several messages.`,

  retry: 'Try again',
  end: 'End',
  endLong: 'End the chat',
  lost: 'We have lost the connection',
  lostText: 'We are trying again – what you wrote is still there.',
  unreachable: 'The chat cannot be reached',
  unreachableText: 'We try again by ourselves. What you wrote is still there.',
  unknownSite: 'There is no such chat',
  outdated: 'The chat has been updated',
  outdatedText: 'Reload the page to go on. What you wrote is still there.',
  reload: 'Reload',
};

export const talk: LanguageFile['talk'] = {
  conversation: 'The conversation',
  you: 'You',
  change: 'Edit',
  discard: 'Remove',
  sending: 'Sending',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  failed: 'Could not be sent',
  newMessages: (p) => (p.n === 1 ? '1 new message' : `${p.n} new messages`),
  typing: (p) => `${p.name} is writing`,

  assigned: (p) => `${p.name} is helping you now`,
  returned: 'You are back in the queue. What you wrote is still there, and you are first.',
  contactLeft: (p) => `You left your contact details: ${p.contact}`,
  specialistJoined: (p) => `${p.name} from ${p.department} has joined the chat`,
  transferred: (p) => `${p.name} from ${p.department} is helping you now`,
  specialistLeft: (p) => `${p.name} from ${p.department} has left the chat`,
  caseOpened: (p) => `Your question is now case ${p.number}. You will have an answer by ${p.date}.`,
  youEnded: 'You ended the chat',
  wasClosed: 'The chat has ended',

  arriving: 'Your question is being sent.',
  proving:
    'Many people are writing to us right now. A short security check runs before your question is sent. You do not need to do anything.',
  waiting: 'We have your question. We will answer as soon as we can.',
  next: 'We have your question. You are next.',
  place: (p) => `We have your question. You are number ${p.n} in the queue.`,
  estimate: (p) => `We expect to answer in about ${p.minutes}.`,
  leaveInstead: 'Leave contact details instead',
  received: 'We have your question and will answer it',
  thanks: 'Thank you! We have your question.',
  thanksText:
    'One of our staff will answer in this chat and by the details you left. You can read the answer here if you come back on the same device within 24 hours.',

  attach: 'Attach a file',
  emoji: 'Emoji',
  more: 'More',
};

export const forms: LanguageFile['forms'] = {
  contactTitle: 'How can we reach you?',
  contactHint: 'Fill in e-mail or phone, preferably both.',
  name: 'Name',
  optional: 'optional',
  email: 'E-mail',
  phone: 'Phone',
  sendContact: 'Send the details',
  sendQuestion: 'Send the question',
  cancel: 'Cancel',
  needQuestion: 'Write your question.',
  needContact: 'Fill in your e-mail address or phone number, so that we can answer.',
  badEmail: 'The e-mail address is not right. Write it like name@example.com.',
  badPhone: 'The phone number is not right. Write it in digits, for example 070-123 45 67.',
  notPersonalNumber:
    'This looks like a personal identity number. Remove it: we do not need it to answer you.',

  endQuestion: 'Do you want to end the chat?',
  endText: 'You can save the conversation afterwards.',
  endYes: 'Yes, end it',
  endNo: 'No, go on chatting',
  ratingTitle: 'How did it go?',
  ratingLow: 'Not well at all',
  ratingHigh: 'Very well',
  comment: 'Would you like to tell us more?',
  rate: 'Send your answer',
  rated: 'Thank you for your answer!',
  save: 'Save the conversation',
  startOver: 'Ask a new question',

  errorRate: 'That was too much in a short time. Wait a while and try again.',
  errorOverloaded: 'More people than usual are writing now. Try again in a little while, or call us.',
  errorClosed: 'The conversation had already ended. Try again, and a new one starts with your text.',
  errorChatClosed: 'The chat has just closed. Leave your contact details and we will answer anyway.',
  errorInvalid: 'Something in the text could not be received. Edit it and try again.',
  errorTopic: 'Choose what your question is about. Press Change to choose.',
  errorOther: 'Something went wrong on our side. Try again.',
  banned: (p) =>
    `You cannot chat with us right now. You are welcome back ${p.when}. If you need help before then, phone or e-mail us.`,
  eidNeeded: 'You need to identify yourself to ask about this.',
  eidBegin: 'Identify yourself',
  eidWindow: 'Opens in a new window, where you get a code.',
  eidCode: 'The code',
  eidCodeHint: 'Write the code that you got, for example K7QF-2MXP.',
  eidDone: 'Done',
  eidWrong: 'The code is wrong, or is too old. Identify yourself again.',
  eidOff: 'You cannot identify yourself here at the moment. Please call or e-mail us instead.',
};

export const ahead: LanguageFile['ahead'] = {
  important: 'Important message',
  eServices: 'Do it yourself on the web',
  suggestions: 'The answer may be here',
  suggestionsFound: (p) =>
    p.n === 1 ? '1 suggested answer below the text field' : `${p.n} suggested answers below the text field`,
  backToQuestion: 'Back to the question',
  guideMore: 'Go to the web page',
  guideFailed: 'The text could not be fetched',
  helpedAsk: 'Did this answer your question?',
  helpedYes: 'Yes, this answered my question',
  helpedNo: 'No, I want to ask my question',
  helpedThanks: 'Good that you found the answer!',
  helpedThanksText: 'Thank you for telling us. You can ask a new question whenever you like.',
  topic: 'What is your question about?',
  topicOptional: 'optional',
  topicNone: 'Choose a topic',
  topicNeeded: 'Choose what your question is about.',
  knownAs: (p) => `You are signed in as ${p.name} (${p.by}). Those who answer see it.`,
  known: (p) => `${p.by} has confirmed who you are. Those who answer see it.`,
  knownEnd: 'Stop showing who I am',
  knownFailed: 'That did not work just now. Try again.',
};

export const extras: LanguageFile['extras'] = {
  closeSheet: 'Close',
  files: 'Files to send',
  describePicture: 'Describe the picture',
  describeHint: 'Optional. For those who cannot see it.',
  fileSending: (p) => `Sending ${p.name}, ${p.percent} done`,
  fileCancel: 'Cancel',
  fileRemove: 'Remove',
  fileLost:
    'The file did not arrive. It is sent again when the connection is back. Do not close the chat until then, or you will have to choose the file again.',
  fileType: 'This kind of file cannot be sent. Choose a picture (JPEG, PNG, WebP or GIF) or a PDF.',
  fileTooLarge: (p) => `The file is too large. It may be at most ${p.limit}.`,
  fileBroken: 'The file is empty or damaged. Choose another one.',
  fileInfected: 'There is malicious code in the file. It has not been sent.',
  fileUnchecked: 'The file could not be checked right now. Try again in a while.',
  openPicture: 'Open the picture in a new tab',
  emojiFaces: 'Faces',
  emojiHands: 'Hands and signs',
  emojiNature: 'Weather, nature and food',
  emojiThings: 'Home, travel and things',
  copy: 'Copy',
  copied: 'Copied',
  copyLatest: 'Copy the latest answer',
  copyAll: 'Copy the whole conversation',
  copyFailed: 'The browser did not let us copy.',
  notices: 'When you get an answer and do not see the chat',
  noticeSound: 'Play a sound',
  noticeDesktop: 'Show a notification on the screen',
  noticesOn: 'This is what it looks like when you get an answer.',
  newAnswer: (p) => `${p.name} has answered you`,
  desktopNotHere:
    'The browser allows no notifications from a frame on another web site. The sound works all the same.',
  desktopRefused:
    'The browser allows no notifications from here. This can often be changed in the browser’s settings for the page.',
  followCase: 'Follow the case',
  openCase: (p) => `Open case ${p.number}`,
  casePrivate: 'The link is for you only. Save it if you want to follow the case later.',
};

/** Of what is sent by mail. */
export const byMail: LanguageFile['byMail'] = {
  mailTranscript: 'Get the conversation by e-mail',
  mailTranscriptHint: 'We send what you and we have written. The address is used for nothing else.',
  mailTranscriptSent: (p) => `The conversation is on its way to ${p.email}.`,
  mailLink: 'Continue on another device',
  mailLinkHint:
    'We send a link to your own e-mail. It works once, for 24 hours. Open it where you want to continue.',
  mailLinkSent: (p) => `The link is on its way to ${p.email}.`,
  mailSend: 'Send',
  mailSecret:
    'This conversation is about sensitive matters and cannot be e-mailed. Save it as a file instead.',
  eraseAsk: 'Erase the conversation',
  eraseSure: 'Erase it for good?',
  eraseText:
    'What you and we have written is removed and cannot be brought back. Save it first if you want to keep it.',
  eraseDo: 'Yes, erase',
  mailLost: 'We got no answer. Try again.',
};
