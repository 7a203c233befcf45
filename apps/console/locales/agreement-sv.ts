/** The document of agreements, in Swedish. */
export const agreementSv = {
  documentSection: 'Överenskommelser på papper',
  documentAbout:
    'Vad kontaktcentret och en förvaltning har kommit överens om, som ett dokument att skriva under.',
  documentNoDepartment: 'Det finns ingen förvaltning att skriva ett dokument för.',
  documentPrint: 'Skriv ut',
  documentTitle: (p: { department: string }) => `Överenskommelse med ${p.department}`,
  documentBetween: (p: { centre: string; department: string }) =>
    `Mellan kontaktcentret (${p.centre}) och ${p.department}.`,
  documentDated: (p: { date: string }) => `Innehållet gäller den ${p.date}.`,
  documentPrinciple:
    'Kontaktcentret äger varje fråga tills den är besvarad, även när förvaltningen svarar. Ingen invånare skickas runt. Förvaltningen utser vem som svarar och håller tiderna nedan.',
  documentCentreDoes: 'Kontaktcentret gör',
  documentDepartmentDoes: 'Förvaltningen gör',
  documentNothingSaid: 'Inget är skrivet här ännu.',
  documentTopics: 'Vem svarar, och när',
  documentOtherwise: (p: { n: number }) =>
    `Där inget annat står svarar förvaltningen inom ${p.n === 1 ? 'en arbetsdag' : `${p.n} arbetsdagar`}.`,
  documentAnswers: 'Svarar',
  documentAnybody: 'Den som är i tjänst på förvaltningen',
  documentReply: 'Svarstid',
  documentWorkdays: (p: { n: number }) => (p.n === 1 ? 'en arbetsdag' : `${p.n} arbetsdagar`),
  documentFollowUp: 'Uppföljning',
  documentFollowUpText:
    'Parterna ser över överenskommelsen minst en gång om året, och senast vid de datum som står ovan. Sena svar, frågor som kom till fel förvaltning och frågor som bytte händer mer än en gång räknas varje månad och gås igenom tillsammans.',
  documentSignatures: 'Underskrifter',
  documentCentre: 'Kontaktcentret',
  documentPlaceAndDate: 'Ort och datum',
  documentSignature: 'Underskrift',
  documentNameAndTitle: 'Namn och befattning',
};
