/** The administration, in Swedish. */
export const adminSv = {
  administration: 'Administration',
  skipToAdmin: 'Till administrationen',
  adminGroup_organisation: 'Organisation',
  adminGroup_opening: 'Öppet och tillgängligt',
  adminGroup_texts: 'Texter',
  adminGroup_people: 'Personer',
  adminGroup_records: 'Handlingar',
  adminGroup_system: 'System',
  adminFetchFailed: 'Sidan kunde inte hämtas',
  adminChooseTitle: 'Välj vad du vill ändra',
  adminChooseText: 'Det du sparar gäller direkt, för invånare och kollegor, och skrivs i åtkomstloggen.',
  adminNoSuchTitle: 'Sidan finns inte',
  adminNoSuchText: 'Antingen finns den inte, eller så ingår den inte i din roll.',
  unsavedTitle: 'Du har ändringar som inte är sparade',
  unsavedText: 'Lämnar du sidan nu försvinner de.',
  unsavedStay: 'Stanna kvar',
  unsavedLeave: 'Lämna utan att spara',
  error_changed_meanwhile:
    'Någon annan har ändrat det här sedan du öppnade det. Det du har skrivit finns kvar.',
  error_changed_meanwhile_by: (p: { name: string }) =>
    `${p.name} har ändrat det här sedan du öppnade det. Det du har skrivit finns kvar.`,
  error_in_use: (p: { id: string }) =>
    `Det används fortfarande av ${p.id}. Ändra det först, så går det att ta bort.`,
  error_last_administrator: 'Det måste finnas minst en aktiv administratör. Utse någon annan först.',
};
