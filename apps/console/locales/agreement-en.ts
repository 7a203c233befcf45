/** The document of agreements, in English. */
export const agreementEn = {
  documentSection: 'Agreements on paper',
  documentAbout: 'What the contact centre and a department have agreed, as a document to sign.',
  documentNoDepartment: 'There is no department to write a document for.',
  documentPrint: 'Print',
  documentTitle: (p: { department: string }) => `Agreement with ${p.department}`,
  documentBetween: (p: { centre: string; department: string }) =>
    `Between the contact centre (${p.centre}) and ${p.department}.`,
  documentDated: (p: { date: string }) => `As it stands on ${p.date}.`,
  documentPrinciple:
    'The contact centre owns each question until it is answered, also when the department answers. Nobody is sent around. The department says who answers, and keeps the times below.',
  documentCentreDoes: 'The contact centre does',
  documentDepartmentDoes: 'The department does',
  documentNothingSaid: 'Nothing is written here yet.',
  documentTopics: 'Who answers, and when',
  documentOtherwise: (p: { n: number }) =>
    `Where nothing else is said, the department replies within ${p.n === 1 ? 'one working day' : `${p.n} working days`}.`,
  documentAnswers: 'Answers',
  documentAnybody: 'Whoever is on duty in the department',
  documentReply: 'Time to reply',
  documentWorkdays: (p: { n: number }) => (p.n === 1 ? 'one working day' : `${p.n} working days`),
  documentFollowUp: 'Follow-up',
  documentFollowUpText:
    'The parties review the agreement at least once a year, and by the dates above at the latest. Late replies, questions that came to the wrong department and questions that changed hands more than once are counted every month and gone through together.',
  documentSignatures: 'Signatures',
  documentCentre: 'The contact centre',
  documentPlaceAndDate: 'Place and date',
  documentSignature: 'Signature',
  documentNameAndTitle: 'Name and title',
};
