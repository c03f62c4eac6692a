/** A date that a text gives: what it says and no more. */
export interface DateInWords {
  readonly year: number;
  /** Whether only the last two figures of the year are there. */
  readonly isShortYear: boolean;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

const months = [
  'january januar jänner janvier enero gennaio января januarius january jan',
  'february februar feber février febrero febbraio февраля feb',
  'march märz mars marzo марта mar',
  'april avril abril aprile апреля apr',
  'may mai mayo maggio мая',
  'june juni juin junio giugno июня jun',
  'july juli juillet julio luglio июля jul',
  'august août agosto августа aug',
  'september septembre septiembre settembre сентября sept sep',
  'october oktober octobre octubre ottobre октября oct okt',
  'november novembre noviembre ноября nov',
  'december dezember décembre diciembre dicembre декабря dec dez',
];
const numbers = new Map(months.flatMap((names, i) => names.split(' ').map((name) => [name, i + 1] as const)));
const roman = new Map('i ii iii iv v vi vii viii ix x xi xii'.split(' ').map((name, i) => [name, i + 1]));

/** Reads a whole text as one date, in the usual forms of English, German, French, Spanish, Italian and Russian; undefined where it is anything else. */
export function readDateInWords(text: string): DateInWords | undefined {
  const plain = text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
  if (/^\d{4}$/.test(plain)) return made(plain, undefined, undefined);
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(plain);
  if (iso !== null) return made(iso[1]!, Number(iso[2]), iso[3]);
  const figures = /^(\d{1,2})\. ?(\d{1,2}|[ivx]+)\. ?(\d{4}|\d\d)\.?$/.exec(plain);
  if (figures !== null) return made(figures[3]!, roman.get(figures[2]!) ?? Number(figures[2]), figures[1]);
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th|er|º|°)?\.? (?:de |of )?(\p{L}+)\.?,? (?:de |del )?(\d{4})(?: ?г\.?)?\.?$/u.exec(
      plain,
    );
  if (dayFirst !== null) return made(dayFirst[3]!, numbers.get(dayFirst[2]!), dayFirst[1]);
  const monthFirst = /^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\.?$/u.exec(plain);
  if (monthFirst !== null) return made(monthFirst[3]!, numbers.get(monthFirst[1]!), monthFirst[2]);
  return undefined;
}

function made(year: string, month: number | undefined, day: string | undefined): DateInWords | undefined {
  if (
    day !== undefined &&
    (month === undefined || month < 1 || month > 12 || Number(day) < 1 || Number(day) > 31)
  )
    return undefined;
  return {
    year: Number(year),
    isShortYear: year.length === 2,
    month,
    day: day === undefined ? undefined : Number(day),
  };
}
