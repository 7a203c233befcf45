// Limits that both sides know, as `LIMITS`: the client to warn early, the relay to refuse. Lengths are UTF-16 code units.
// One constant each, so that a page carries those it uses.

/** One text message or note. */
export const text = 4_000;
/** The question of a hand-off, in one sentence. */
export const question = 300;
/** Records that a preview of retention counts, for each rule. */
export const retentionCount = 1_000;
/** Why: the reason of a hand-off, of declining one. */
export const reason = 1_000;
/** The comment that may go with a rating. */
export const comment = 2_000;
/** A person's name as written by a visitor. */
export const name = 120;
/** What whoever vouches for a visitor calls it. */
export const subject = 200;
/** A token by which a site vouches for its visitor. */
export const identityToken = 4_000;
/** An e-mail address (RFC 5321 section 4.5.3.1.3). */
export const email = 254;
/** A phone number as written. */
export const phone = 40;
/** The address of the page a visitor came from, without its query. */
export const page = 1_000;
/** Messages in one answer of `conversation:resume`. */
export const pageMessages = 200;
/** Conversations or hand-offs in one page of a list. */
export const pageList = 50;
/** Hand-offs of one conversation, ended ones included. */
export const handoffs = 20;
/** Bytes of one file. */
export const fileBytes = 10 * 1024 * 1024;
/** Files of one field of a form, or of one supplement. */
export const filesOfField = 5;
/** The name of a file. */
export const fileName = 120;
/** What its sender says is in a picture. */
export const fileAlt = 300;
/** Fields of a form, choices of one of them, and the length of all as JSON: a form is saved in one socket frame. */
export const formFields = 40;
export const formOptions = 50;
export const formLength = 30_000;
/** Entries in the log of a case. */
export const caseEntries = 500;
/** What is kept of the text of a mail that comes in; the whole of it stays in the mailbox. */
export const mailText = 20_000;
/** Files of one mail that comes in. */
export const mailFiles = 10;
/** Bytes of one mail that comes in, files and all; of a larger one what is behind them is not read. */
export const mailBytes = 30 * 1024 * 1024;
/** Cases that are merged into one. */
export const mergedCases = 200;
/** Bytes of one socket frame; the relay cuts a connection that sends more. */
export const frame = 64 * 1024;
/** What a host page may say of itself: how many facts, and how long their names and values are. */
export const facts = 10;
export const factName = 40;
export const factValue = 200;
/** What is searched for. */
export const searchQuery = 300;
/** One step, or the introduction, of a guide. */
export const guideStep = 1_000;
/** The title of a guide. */
export const guideTitle = 160;
/** What is quoted of a citizen's words in a web gap, and how many quotes one has. */
export const gapWords = 1_000;
export const gapQuotes = 10;
/** Steps of a guide. */
export const guideSteps = 30;
/** Records of one person that are found at once. */
export const subjectRecords = 300;
/** What else there is of one person is counted up to this. */
export const subjectCount = 1_000;
/** The answer to a person's request about its own data. */
export const subjectAnswer = 20_000;
/** One text of a record, an answer of a form with everything in it. */
export const recordPart = 200_000;
/** Places that are blacked out in one record. */
export const redactions = 2_000;
/** Provisions of law, as they are referred to. */
export const legalGround = 200;
/** A number in the diary. */
export const diaryNumber = 60;
