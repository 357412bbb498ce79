/** How other languages say "at least", "at most", "more than", "less than" in front of a number. */
const BEFORE: ReadonlyArray<[string, string]> = [
  [
    "at least",
    "mindestens|wenigstens|nicht weniger als|al menos|por lo menos|como mínimo|mínimo|mínimo de|mayor o igual a|mayor o igual que|no menos de|au moins|au minimum|minimum de|pas moins de|supérieur ou égal à|supérieure ou égale à|no mínimo|pelo menos|ao menos|maior ou igual a|almeno|non meno di|minstens|ten minste|co najmniej|minst|en az|asgari|至少|不少于|不低于|大于等于|最少|少なくとも|最低|최소|적어도|не менее|не менее чем|не меньше|не ниже|минимум|как минимум|حداقل|دست‌کم|على الأقل",
  ],
  [
    "at most",
    "höchstens|maximal|nicht mehr als|bis zu|como máximo|máximo|máximo de|a lo sumo|no más de|hasta|menor o igual a|menor o igual que|au plus|au maximum|maximum de|pas plus de|jusqu'à|inférieur ou égal à|inférieure ou égale à|no máximo|até|não mais de|não mais que|menor ou igual a|al massimo|massimo|non più di|fino a|hoogstens|maximaal|co najwyżej|en fazla|azami|至多|最多|不超过|不超過|不高于|不大于|小于等于|최대|не более|не более чем|не больше|не выше|максимум|حداکثر",
  ],
  [
    "more than",
    "mehr als|über|größer als|más de|mayor que|mayor a|superior a|por encima de|plus de|supérieur à|supérieure à|au-dessus de|mais de|mais que|maior que|acima de|più di|oltre|superiore a|meer dan|więcej niż|powyżej|超过|超過|大于|高于|多于|более|более чем|больше|свыше|выше|بیش از|بیشتر از|أكثر من",
  ],
  [
    "less than",
    "weniger als|unter|kleiner als|menos de|menor que|menor a|inferior a|por debajo de|moins de|inférieur à|inférieure à|en dessous de|en-dessous de|sous|menos que|abaixo de|meno di|inferiore a|sotto i|minder dan|mniej niż|poniżej|低于|小于|少于|不到|менее|менее чем|меньше|ниже|کمتر از|أقل من",
  ],
];
/** What stands behind the number: "500ms以下", "90% 이상", "200 ms'nin altında". */
const BEHIND: ReadonlyArray<[string, string]> = [
  ["at least", "以上|이상"],
  ["at most", "以下|以内|이하|이내"],
  ["less than", "未満|未满|미만|(?:['’]?n?[iıuü]n )?altında|['’]?[dt][ea]n (?:az|düşük|kısa)"],
  [
    "more than",
    "を超える|を超え|超|초과|(?:['’]?n?[iıuü]n )?(?:üzerinde|üstünde)|['’]?[dt][ea]n (?:fazla|çok|yüksek)",
  ],
];

const ENGLISH = new Map(
  BEFORE.flatMap(([english, words]) => words.split("|").map((word): [string, string] => [word, english])),
);
// The longest first: "не менее" is not "менее".
const WORDS = [...ENGLISH.keys()].sort((a, b) => b.length - a.length).join("|");
const BEFORE_NUMBER = new RegExp(`(?<![A-Za-zÀ-ɏЀ-ӿ])(${WORDS})(?=\\s*[~$€£]?\\d)`, "giu");
const BEHIND_NUMBER = BEHIND.map(([english, words]): [string, RegExp] => [
  english,
  new RegExp(`([$€£]?\\d[\\d.,]*(?:\\s?/\\s?\\d+)?\\s?(?:%|[^\\s\\d%]{0,8}?))\\s?(?:${words})`, "giu"),
]);

/**
 * The comparisons of a sentence in English words and its figures as English writes them, so that one grammar
 * reads them all: "не более 1 000 мс" is "at most 1000 мс", "%90" is "90%". English comes back as it is.
 */
export function withEnglishComparisons(text: string): string {
  let compared = text
    .replace(
      /(?<![\d.,])(\d{1,3})((?: \d{3})+)(?![\d.,]*\d)/g,
      (_, head, rest) => head + rest.replaceAll(" ", ""),
    )
    .replace(/(?<![\d.,])\d{1,3}(?:['’]\d{3})+(?!\d)/g, (figure) => figure.replace(/['’]/g, ""))
    .replace(/(?<![\d.,])\d{1,3}(?:\.\d{3}){2,}(?![\d.])/g, (figure) => figure.replaceAll(".", ""))
    .replace(/(?<!\d\s?)%\s?(\d+(?:[.,]\d+)?)(?!\s?%)/g, "$1%");
  const before = compared;
  compared = compared.replace(BEFORE_NUMBER, (word) => `${ENGLISH.get(word.toLowerCase()) ?? word} `);
  for (const [english, pattern] of BEHIND_NUMBER) compared = compared.replace(pattern, ` ${english} $1 `);
  // Where the words are not English, neither is the point: "mehr als 1.000 Nutzer".
  return compared === before
    ? compared
    : compared.replace(/(?<![\d.,])([1-9]\d{0,2})\.(\d{3})(?=\s+\p{L}{4,})/gu, "$1$2");
}

const NOTHING =
  /^(?:keine?[mnrs]?|null|cero|ning[uú]n[ao]?s?|sin|zéro|aucune?|sans|nenhuma?|sem|nessun[oa']?|senza|geen|żadn\p{L}+|brak|sıfır|hiç(?:bir)?|零|无(?!需|法|关|论)|無(?!料|効|停)|没有|ноль|нуль|нет|никаких|без|بدون|صفر)(?![\p{Script=Latin}\p{Script=Cyrillic}])\s*/iu;
const NOTHING_BEHIND = /(?:なし|無し|ゼロ|がない|없음|없다|没有|为零|yok)[。.]?$/u;
const CHANGE =
  /anstieg|zunahme|änderung|verschlechter|aumento|cambio|augmentation|dégradation|changement|regres|mudança|artış|增加|变化|回归|増加|変化|рост|увелич|измен|ухудш/iu;

/** "Keine kritischen Fehler", "Sin incidentes", "無重大な不具合": nothing of a kind, said in a few words without a figure. */
export function saysNothingOf(text: string): boolean {
  const bare = text.replace(/^[^:：]{1,60}[:：]\s*/, "").trim();
  if (/\d/.test(bare) || CHANGE.test(bare) || bare.length > 80) return false;
  const rest = NOTHING.test(bare) ? bare.replace(NOTHING, "") : null;
  return rest === null ? NOTHING_BEHIND.test(bare) : rest.split(/\s+/).length <= 6;
}
