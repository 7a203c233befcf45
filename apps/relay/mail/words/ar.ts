import type { MailWords } from './sv.ts';

/** Keeps a name or a number of another direction in its place (Unicode UAX 9, 2.4). */
const isolated = (text: string): string => `\u2068${text}\u2069`;

/** Arabic. */
export const ar: MailWords = {
  footer: (centre, site) => `${centre}، ${site}`,
  reach: (phone, email) => `الهاتف: ${isolated(phone)}\nالبريد الإلكتروني: ${isolated(email)}`,
  noPersonal: 'لا تكتب أبداً رقمك الشخصي أو معلومات حساسة في البريد الإلكتروني.',

  transcriptSubject: (centre) => `محادثتك مع ${centre}`,
  transcriptIntro: 'طلبت إرسال محادثتك إلى بريدك الإلكتروني. ها هي.',
  transcriptAskedBy:
    'أُرسلت هذه الرسالة لأن أحداً كتب هذا العنوان في محادثتنا. ألم تكن أنت؟ يمكنك إذن حذف الرسالة.',
  transcriptCut: 'المحادثة طويلة ولم يتسع المكان لبدايتها. يمكنك حفظ المحادثة كاملة في نافذة المحادثة.',
  you: 'أنت',
  assigned: (name) => `يساعدك الآن ${isolated(name)}`,
  returned: 'عدت إلى قائمة الانتظار. ما كتبته محفوظ، وأنت في المقدمة.',
  contactLeft: 'تركت بيانات الاتصال',
  specialistJoined: (name, department) => `انضم إلى المحادثة ${isolated(name)} من ${isolated(department)}`,
  transferred: (name, department) => `يساعدك الآن ${isolated(name)} من ${isolated(department)}`,
  specialistLeft: (name, department) => `غادر المحادثة ${isolated(name)} من ${isolated(department)}`,
  caseOpened: (number, date) =>
    `أصبح سؤالك الآن قضية رقم ${isolated(number)}. ستحصل على رد في موعد أقصاه ${date}.`,
  visitorEnded: 'أنهيت المحادثة',
  closed: 'انتهت المحادثة',
  file: (name) => `ملف: ${isolated(name)}`,

  linkSubject: (centre) => `تابع محادثتك مع ${centre}`,
  linkIntro: 'افتح الرابط على الجهاز الذي تريد المتابعة عليه. سترى المحادثة نفسها على الجهازين.',
  linkLabel: 'متابعة المحادثة',
  linkLimits: (until) => `يعمل الرابط مرة واحدة، حتى ${until}. لا تعطه لأحد: من يفتحه يستطيع قراءة المحادثة.`,
  linkAskedBy: 'أُرسلت هذه الرسالة لأن أحداً كتب هذا العنوان في محادثتنا. ألم تكن أنت؟ يمكنك إذن حذف الرسالة.',

  continueTitle: 'تابع محادثتك هنا',
  continueText: 'تُفتح المحادثة على هذا الجهاز وتبقى على الجهاز الآخر. لا تفعل ذلك على حاسوب يستخدمه آخرون.',
  continueButton: 'متابعة المحادثة',
  goneTitle: 'لا يمكن استخدام الرابط',
  goneText: 'استُخدم الرابط من قبل، أو انتهت مدته. اطلب رابطاً جديداً في المحادثة على الجهاز الذي بدأت عليه.',
  goneChat: 'فتح المحادثة',
};
