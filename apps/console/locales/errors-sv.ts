import { plural } from '@lotsa/ui';

const count = plural('sv');

/** What went wrong, in Swedish. */
export const errorsSv = {
  error_already_claimed: (p: { name: string }) => `${p.name} har redan tagit frågan.`,
  error_at_capacity: (p: { n: number }) =>
    `Du har redan ${p.n} frågor, så många du kan ha samtidigt. Avsluta eller lämna över en först.`,
  error_handoff_taken: (p: { name: string }) => `${p.name} hann före och har accepterat överlämningen.`,
  error_handoff_over: 'Överlämningen är redan avslutad.',
  error_forbidden: 'Du har inte rätt att göra det här.',
  error_not_found: 'Det här finns inte längre, eller så får du inte läsa det.',
  error_conversation_closed: 'Frågan är redan avslutad.',
  error_changed_meanwhile: 'Någon annan har sparat under tiden. Hämta på nytt och gör om din ändring.',
  error_wrong_status: 'Frågan har ändrats sedan du öppnade den. Titta igen och försök på nytt.',
  error_unknown_target: 'Det finns ingen att lämna över till där. Välj någon annan.',
  error_too_many_handoffs: (p: { n: number }) =>
    `Frågan har redan ${p.n} överlämningar och kan inte få fler. Ta hjälp av din chef.`,
  error_rate_limited: (p: { wait: string }) => `Det blev för många försök. Vänta ${p.wait} och försök igen.`,
  error_wrong_credentials: 'Användarnamnet eller lösenordet stämmer inte.',
  error_unauthenticated: 'Du är inte längre inloggad. Logga in igen.',
  error_storage_unavailable: 'Lotsa svarar inte just nu. Försök igen om en stund.',
  error_invalid_payload: 'Något i det du fyllde i går inte att använda. Kontrollera och försök igen.',
  error_foreign_origin: 'Sidan är öppnad från en adress som Lotsa inte känner igen.',
  error_other: 'Något gick fel hos oss. Försök igen.',
  errorReference: (p: { id: string }) => `Något gick fel hos oss. Ange ${p.id} om du ber om hjälp.`,
  seconds: (p: { n: number }) => count(p.n, { one: '1 sekund', other: `${p.n} sekunder` }),
};
