import type { LanguageFile } from './index.ts';

/** Arabic. Names and contact details may be Latin: isolated, so that they do not turn the words around them. */
const isolated = (text: string): string => `\u2068${text}\u2069`;

export const messages: LanguageFile['messages'] = {
  direction: 'rtl',
  title: 'محادثة',
  language: 'اللغة',
  close: 'إغلاق',
  loading: 'جارٍ تحميل المحادثة',

  openUntil: (p) => `مفتوح حتى ${p.time}`,
  open: 'مفتوح الآن',
  closedUntil: (p) => `مغلق. يفتح ${p.when}`,
  closed: 'مغلق الآن',
  nobody: 'لا أحد متاح للرد في المحادثة الآن',
  inQueue: 'أنت في قائمة الانتظار',
  answers: (p) => `يرد عليك ${isolated(p.names)}`,
  over: 'انتهت المحادثة',

  hello: 'مرحباً! عمَّ تريد أن تسأل؟',
  helloText: 'اكتب سؤالك وسيجيبك أحد موظفينا هنا في المحادثة.',
  leaveTitle: 'اترك سؤالك',
  leaveText:
    'اكتب سؤالك وكيف يمكننا التواصل معك. سنجيب في هذه المحادثة وعبر البريد الإلكتروني أو رقم الهاتف الذي تتركه.',
  orCall: 'يمكنك أيضاً التواصل معنا عبر:',
  privacy: 'كيف نتعامل مع بياناتك',
  privacyMore: 'اقرأ المزيد',

  writeQuestion: 'اكتب سؤالك',
  writeMessage: 'اكتب رسالة',
  send: 'إرسال',
  personalNumber:
    'يبدو أن هذا رقم شخصي. نخفيه قبل الإرسال حتى لا يراه أحد. لا تكتب أبداً رقماً شخصياً في المحادثة.',
  tooLong: (p) => `النص طويل جداً: ${p.n} حرفاً من أصل ${p.limit} كحد أقصى. قسّمه إلى عدة رسائل.`,

  retry: 'حاول مرة أخرى',
  end: 'إنهاء',
  endLong: 'إنهاء المحادثة',
  lost: 'انقطع الاتصال',
  lostText: 'نحاول الاتصال من جديد. ما كتبته محفوظ.',
  unreachable: 'لا يمكن الوصول إلى المحادثة',
  unreachableText: 'نحاول مرة أخرى تلقائياً. ما كتبته محفوظ.',
  unknownSite: 'هذه المحادثة غير موجودة',
  outdated: 'تم تحديث المحادثة',
  outdatedText: 'أعد تحميل الصفحة للمتابعة. ما كتبته محفوظ.',
  reload: 'إعادة التحميل',
};

export const talk: LanguageFile['talk'] = {
  conversation: 'المحادثة',
  you: 'أنت',
  change: 'تعديل',
  discard: 'حذف',
  sending: 'جارٍ الإرسال',
  sent: 'أُرسلت',
  delivered: 'وصلت',
  read: 'قُرئت',
  failed: 'تعذّر الإرسال',
  newMessages: (p) =>
    p.n === 1
      ? 'رسالة جديدة واحدة'
      : p.n === 2
        ? 'رسالتان جديدتان'
        : p.n < 11
          ? `${p.n} رسائل جديدة`
          : `${p.n} رسالة جديدة`,
  typing: (p) => `${isolated(p.name)} يكتب`,

  assigned: (p) => `يساعدك الآن ${isolated(p.name)}`,
  returned: 'عدت إلى قائمة الانتظار وأنت الأول فيها. ما كتبته محفوظ.',
  contactLeft: (p) => `تركت بيانات الاتصال: ${isolated(p.contact)}`,
  specialistJoined: (p) => `انضم إلى المحادثة ${isolated(p.name)} من ${isolated(p.department)}`,
  transferred: (p) => `يساعدك الآن ${isolated(p.name)} من ${isolated(p.department)}`,
  specialistLeft: (p) => `غادر المحادثة ${isolated(p.name)} من ${isolated(p.department)}`,
  caseOpened: (p) => `أصبح سؤالك الآن قضية رقم \u2068${p.number}\u2069. ستحصل على رد في موعد أقصاه ${p.date}.`,
  youEnded: 'أنهيت المحادثة',
  wasClosed: 'انتهت المحادثة',

  arriving: 'جارٍ إرسال سؤالك.',
  proving: 'يكتب إلينا كثيرون الآن، لذلك نجري فحصاً أمنياً قصيراً قبل إرسال سؤالك. لا يلزمك فعل أي شيء.',
  waiting: 'وصلنا سؤالك. سنجيب في أقرب وقت ممكن.',
  next: 'وصلنا سؤالك. أنت التالي.',
  place: (p) => `وصلنا سؤالك. ترتيبك في قائمة الانتظار هو ${p.n}.`,
  estimate: (p) => `نتوقع أن نجيب خلال ${p.minutes} تقريباً.`,
  leaveInstead: 'اترك بيانات الاتصال بدلاً من الانتظار',
  received: 'وصلنا سؤالك وسنجيب عنه',
  thanks: 'شكراً! وصلنا سؤالك.',
  thanksText:
    'سيجيب أحد موظفينا في هذه المحادثة وعبر البيانات التي تركتها. يمكنك قراءة الجواب هنا إذا عدت على الجهاز نفسه خلال 24 ساعة.',

  attach: 'إرفاق ملف',
  emoji: 'رموز تعبيرية',
  more: 'المزيد',
};

export const forms: LanguageFile['forms'] = {
  contactTitle: 'كيف نتواصل معك؟',
  contactHint: 'املأ البريد الإلكتروني أو الهاتف، ويفضَّل كلاهما.',
  name: 'الاسم',
  optional: 'اختياري',
  email: 'البريد الإلكتروني',
  phone: 'الهاتف',
  sendContact: 'إرسال البيانات',
  sendQuestion: 'إرسال السؤال',
  cancel: 'إلغاء',
  needQuestion: 'اكتب سؤالك.',
  needContact: 'املأ بريدك الإلكتروني أو رقم هاتفك حتى نتمكن من الإجابة.',
  badEmail: 'البريد الإلكتروني غير صحيح. اكتبه هكذا: \u2066name@example.com\u2069',
  badPhone: 'رقم الهاتف غير صحيح. اكتبه بالأرقام، مثلاً: \u2066070-123 45 67\u2069',
  notPersonalNumber: 'يبدو هذا رقمًا شخصيًا. احذفه، فلا نحتاج إليه للرد عليك.',

  endQuestion: 'هل تريد إنهاء المحادثة؟',
  endText: 'يمكنك حفظ المحادثة بعد ذلك.',
  endYes: 'نعم، أنهِ المحادثة',
  endNo: 'لا، أريد المتابعة',
  ratingTitle: 'كيف كانت التجربة؟',
  ratingLow: 'ليست جيدة إطلاقاً',
  ratingHigh: 'جيدة جداً',
  comment: 'هل تريد أن تخبرنا المزيد؟',
  rate: 'إرسال الإجابة',
  rated: 'شكراً على إجابتك!',
  save: 'حفظ المحادثة',
  startOver: 'اطرح سؤالاً جديداً',

  errorRate: 'طلبات كثيرة في وقت قصير. انتظر قليلاً ثم حاول مرة أخرى.',
  errorOverloaded: 'يكتب إلينا الآن عدد كبير من الناس. حاول مرة أخرى بعد قليل، أو اتصل بنا.',
  errorClosed: 'كانت المحادثة قد انتهت. حاول مرة أخرى لتبدأ محادثة جديدة بنصك.',
  errorChatClosed: 'أُغلقت المحادثة للتو. اترك بيانات الاتصال وسنجيبك رغم ذلك.',
  errorInvalid: 'تعذّر استلام شيء في النص. عدّله وحاول مرة أخرى.',
  errorTopic: 'اختر موضوع سؤالك. اضغط على «تعديل» لتختار.',
  errorOther: 'حدث خطأ لدينا. حاول مرة أخرى.',
  banned: (p) =>
    `لا يمكنك الدردشة معنا حالياً. نرحب بعودتك ${p.when}. إذا احتجت إلى المساعدة قبل ذلك فاتصل بنا أو راسلنا بالبريد الإلكتروني.`,
  eidNeeded: 'تحتاج إلى إثبات هويتك لطرح سؤال عن هذا الموضوع.',
  eidBegin: 'أثبت هويتك',
  eidWindow: 'تُفتح نافذة جديدة تحصل فيها على رمز.',
  eidCode: 'الرمز',
  eidCodeHint: 'اكتب الرمز الذي حصلت عليه، مثل K7QF-2MXP.',
  eidDone: 'تم',
  eidWrong: 'الرمز غير صحيح أو انتهت صلاحيته. أثبت هويتك مرة أخرى.',
  eidOff: 'لا يمكن إثبات الهوية هنا الآن. اتصل بنا أو أرسل بريداً إلكترونياً.',
};

export const ahead: LanguageFile['ahead'] = {
  important: 'رسالة مهمة',
  eServices: 'أنجزها بنفسك على الموقع',
  suggestions: 'قد تجد الإجابة هنا',
  suggestionsFound: (p) =>
    p.n === 1
      ? 'توجد إجابة مقترحة واحدة أسفل حقل الكتابة'
      : p.n === 2
        ? 'توجد إجابتان مقترحتان أسفل حقل الكتابة'
        : `توجد ${p.n} إجابات مقترحة أسفل حقل الكتابة`,
  backToQuestion: 'العودة إلى السؤال',
  guideMore: 'الانتقال إلى صفحة الويب',
  guideFailed: 'تعذّر تحميل النص',
  helpedAsk: 'هل وجدت إجابة عن سؤالك؟',
  helpedYes: 'نعم، أجاب هذا عن سؤالي',
  helpedNo: 'لا، أريد طرح سؤالي',
  helpedThanks: 'يسرّنا أنك وجدت الإجابة!',
  helpedThanksText: 'شكراً لإخبارنا. يمكنك طرح سؤال جديد متى شئت.',
  topic: 'ما موضوع سؤالك؟',
  topicOptional: 'اختياري',
  topicNone: 'اختر موضوعاً',
  topicNeeded: 'اختر موضوع سؤالك.',
  knownAs: (p) => `أنت مسجّل الدخول باسم ${p.name} (${p.by}). يرى ذلك من يجيبك.`,
  known: (p) => `أكّد ${p.by} هويتك. يرى ذلك من يجيبك.`,
  knownEnd: 'التوقف عن إظهار هويتي',
  knownFailed: 'تعذّر ذلك الآن. حاول مرة أخرى.',
};

export const extras: LanguageFile['extras'] = {
  closeSheet: 'إغلاق',
  files: 'ملفات للإرسال',
  describePicture: 'صِف الصورة',
  describeHint: 'اختياري. لمن لا يرى الصورة.',
  fileSending: (p) => `جارٍ إرسال ${isolated(p.name)}، اكتمل ${isolated(p.percent)}`,
  fileCancel: 'إلغاء',
  fileRemove: 'إزالة',
  fileLost:
    'لم يصل الملف. سيُرسل مجدداً عند عودة الاتصال. لا تغلق المحادثة حتى ذلك الحين، وإلا فعليك اختيار الملف من جديد.',
  fileType: 'لا يمكن إرسال هذا النوع من الملفات. اختر صورة (JPEG أو PNG أو WebP أو GIF) أو ملف PDF.',
  fileTooLarge: (p) => `الملف كبير جداً. الحد الأقصى هو ${isolated(p.limit)}.`,
  fileBroken: 'الملف فارغ أو تالف. اختر ملفاً آخر.',
  fileInfected: 'يحتوي الملف على برمجية ضارة، ولم يُرسل.',
  fileUnchecked: 'تعذّر فحص الملف الآن. حاول مرة أخرى بعد قليل.',
  openPicture: 'فتح الصورة في علامة تبويب جديدة',
  emojiFaces: 'وجوه',
  emojiHands: 'أيدٍ وإشارات',
  emojiNature: 'الطقس والطبيعة والطعام',
  emojiThings: 'المنزل والتنقل والأشياء',
  copy: 'نسخ',
  copied: 'تم النسخ',
  copyLatest: 'نسخ آخر إجابة',
  copyAll: 'نسخ المحادثة كاملة',
  copyFailed: 'لم يسمح المتصفح بالنسخ.',
  notices: 'عندما تصلك إجابة وأنت لا ترى المحادثة',
  noticeSound: 'تشغيل صوت',
  noticeDesktop: 'عرض إشعار على الشاشة',
  noticesOn: 'هكذا يظهر الإشعار عندما تصلك إجابة.',
  newAnswer: (p) => `أجابك ${isolated(p.name)}`,
  desktopNotHere: 'لا يسمح المتصفح بالإشعارات من إطار في موقع آخر. الصوت يعمل مع ذلك.',
  desktopRefused: 'لا يسمح المتصفح بالإشعارات من هنا. يمكن غالباً تغيير ذلك في إعدادات المتصفح لهذه الصفحة.',
  followCase: 'متابعة القضية',
  openCase: (p) => `فتح القضية ${isolated(p.number)}`,
  casePrivate: 'هذا الرابط لك وحدك. احفظه إن أردت متابعة القضية لاحقاً.',
};

/** Of what is sent by mail. */
export const byMail: LanguageFile['byMail'] = {
  mailTranscript: 'أرسل المحادثة إلى بريدي الإلكتروني',
  mailTranscriptHint: 'نرسل ما كتبته وما كتبناه. لا يُستخدم العنوان لأي شيء آخر.',
  mailTranscriptSent: (p) => `المحادثة في طريقها إلى \u2066${p.email}\u2069`,
  mailLink: 'المتابعة على جهاز آخر',
  mailLinkHint: 'نرسل رابطاً إلى بريدك الإلكتروني. يعمل مرة واحدة خلال 24 ساعة. افتحه حيث تريد المتابعة.',
  mailLinkSent: (p) => `الرابط في طريقه إلى \u2066${p.email}\u2069`,
  mailSend: 'إرسال',
  mailSecret: 'تتعلق هذه المحادثة بأمور حساسة ولا يمكن إرسالها بالبريد الإلكتروني. احفظها كملف بدلاً من ذلك.',
  eraseAsk: 'حذف المحادثة',
  eraseSure: 'هل تريد الحذف نهائياً؟',
  eraseText: 'سيُحذف ما كتبته وما كتبناه ولا يمكن استعادته. احفظ المحادثة أولاً إذا أردت الاحتفاظ بها.',
  eraseDo: 'نعم، احذف',
  mailLost: 'لم نتلق رداً. حاول مرة أخرى.',
};
