/**
 * Facts that several pages show: the municipality, its departments and opening hours, as in the demo data that
 * the relay is seeded with. Names and words per language; everything else is said in content/.
 */

/** @typedef {'sv' | 'en' | 'ar'} Lang */

export const phone = '0980-319 200';
export const urgentPhone = '0980-319 299';
export const email = 'kontakt@ekhamra.example';

/** Department id -> name per language, e-mail, phone, and what Ekhamra Direkt asks it about. */
export const departments = {
  KLF: {
    sv: ['Kommunledningsförvaltningen', 'Synpunkter, allmänna handlingar, kommunens organisation'],
    en: ['Municipal Executive Office', 'Comments, public documents, how the municipality works'],
    ar: ['المكتب التنفيذي للبلدية', 'الملاحظات والوثائق العامة وتنظيم البلدية'],
    phone: '0980-319 201',
    email: 'klf@ekhamra.example',
  },
  UBF: {
    sv: ['Utbildningsförvaltningen', 'Förskola, skola, skolskjuts, vuxenutbildning'],
    en: ['Education Department', 'Preschool, school, school transport, adult education'],
    ar: ['إدارة التعليم', 'الروضة والمدرسة والنقل المدرسي وتعليم الكبار'],
    phone: '0980-319 202',
    email: 'ubf@ekhamra.example',
  },
  SOF: {
    sv: ['Socialförvaltningen', 'Ekonomiskt bistånd, stöd till barn och familj, skuldrådgivning'],
    en: ['Social Services Department', 'Financial assistance, family support, debt counselling'],
    ar: ['إدارة الخدمات الاجتماعية', 'المساعدة المالية ودعم الأسرة والاستشارة بشأن الديون'],
    phone: '0980-319 203',
    email: 'sof@ekhamra.example',
  },
  VOF: {
    sv: ['Vård- och omsorgsförvaltningen', 'Hemtjänst, trygghetslarm, färdtjänst'],
    en: ['Health and Care Department', 'Home care, safety alarms, paratransit'],
    ar: ['إدارة الرعاية والعناية', 'الرعاية المنزلية وأجهزة الإنذار والنقل الخاص'],
    phone: '0980-319 204',
    email: 'vof@ekhamra.example',
  },
  SBF: {
    sv: ['Samhällsbyggnadsförvaltningen', 'Bygglov, detaljplaner, kartor'],
    en: ['Urban Planning and Building Department', 'Building permits, zoning plans, maps'],
    ar: ['إدارة التخطيط العمراني والبناء', 'رخص البناء والمخططات والخرائط'],
    phone: '0980-319 205',
    email: 'sbf@ekhamra.example',
  },
  MHF: {
    sv: ['Miljö- och hälsoskyddsförvaltningen', 'Livsmedel, eldning, skadedjur, badvatten'],
    en: ['Environment and Health Protection Department', 'Food businesses, burning, pests, bathing water'],
    ar: ['إدارة البيئة والحماية الصحية', 'المنشآت الغذائية والحرق والآفات ومياه السباحة'],
    phone: '0980-319 206',
    email: 'mhf@ekhamra.example',
  },
  TEF: {
    sv: ['Tekniska förvaltningen', 'Sophämtning, gator, snö, vatten och avlopp'],
    en: ['Technical Services Department', 'Waste, streets, snow, water and sewage'],
    ar: ['إدارة الخدمات التقنية', 'النفايات والشوارع والثلوج والمياه والصرف الصحي'],
    phone: '0980-319 207',
    email: 'tef@ekhamra.example',
  },
  KFF: {
    sv: ['Kultur- och fritidsförvaltningen', 'Bibliotek, idrottshallar, föreningar, kulturskola'],
    en: ['Culture and Leisure Department', 'Library, sports halls, clubs, culture school'],
    ar: ['إدارة الثقافة والترفيه', 'المكتبة والصالات الرياضية والجمعيات ومدرسة الثقافة'],
    phone: '0980-319 208',
    email: 'kff@ekhamra.example',
  },
};

const closed = { sv: 'Stängt', en: 'Closed', ar: 'مغلق' };

const hoursRows = {
  sv: ['Måndag–onsdag', 'Torsdag', 'Fredag', 'Lördag', 'Söndag'],
  en: ['Monday–Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  ar: ['الاثنين – الأربعاء', 'الخميس', 'الجمعة', 'السبت', 'الأحد'],
};

const hoursColumns = {
  sv: ['Dag', 'Chatt', 'Telefon', 'Besök'],
  en: ['Day', 'Chat', 'Phone', 'Visit'],
  ar: ['اليوم', 'المحادثة', 'الهاتف', 'الزيارة'],
};

const hoursTimes = [
  ['8–17', '8–17', '8–16.30'],
  ['8–17', '8–17', '8–18'],
  ['8–17', '8–17', '8–16.30'],
  ['10–14', '', ''],
  ['', '', ''],
];

const headings = {
  sv: { hours: 'Öppettider', departments: 'Förvaltningar', columns: ['Förvaltning', 'Telefon', 'E-post'] },
  en: { hours: 'Opening hours', departments: 'Departments', columns: ['Department', 'Phone', 'E-mail'] },
  ar: { hours: 'ساعات العمل', departments: 'الإدارات', columns: ['الإدارة', 'الهاتف', 'البريد الإلكتروني'] },
};

/** A phone number as a link; `bdi` keeps its digits in order in a right-to-left page. */
export function phoneLink(/** @type {string} */ number) {
  return `<a class="nowrap" href="tel:${number.replace(/\D/g, '').replace(/^0/, '+46')}"><bdi dir="ltr">${number}</bdi></a>`;
}

/** An e-mail address as a link, with a place to break it on a narrow screen. */
export function emailLink(/** @type {string} */ address) {
  return `<a href="mailto:${address}"><bdi dir="ltr">${address.replace('@', '@<wbr>')}</bdi></a>`;
}

/** A table in a box of its own that scrolls sideways, reachable by keyboard. */
function table(/** @type {string} */ name, /** @type {string[]} */ columns, /** @type {string} */ rows) {
  const head = columns.map((column) => `<th scope="col">${column}</th>`).join('');
  return `<div class="table-box" role="region" aria-label="${name}" tabindex="0"><table>
<thead><tr>${head}</tr></thead>
<tbody>${rows}</tbody>
</table></div>`;
}

/** The contact centre's opening hours in one language. */
export function hoursTable(/** @type {Lang} */ lang) {
  const rows = hoursTimes.map((times, day) => {
    const cells = times
      .map((time) => `<td>${time ? `<bdi class="nowrap" dir="ltr">${time}</bdi>` : closed[lang]}</td>`)
      .join('');
    return `<tr><th scope="row">${hoursRows[lang][day]}</th>${cells}</tr>`;
  });
  return table(headings[lang].hours, hoursColumns[lang], rows.join('\n'));
}

/** All departments with their phone and e-mail in one language. */
export function departmentsTable(/** @type {Lang} */ lang) {
  const rows = Object.values(departments).map((one) => {
    const [name, about] = one[lang];
    return `<tr><th scope="row">${name}<span class="sub">${about}</span></th><td>${phoneLink(one.phone)}</td><td>${emailLink(one.email)}</td></tr>`;
  });
  return table(headings[lang].departments, headings[lang].columns, rows.join('\n'));
}
