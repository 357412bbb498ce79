import type { SaidWords } from "./draft";
import { folded } from "./plain-text";
import type { ReadingKind } from "./reading";
import { isAcceptanceLabel } from "./vocabulary";

/** What an item says about itself behind a label. */
export type ItemField = "acceptance" | keyof SaidWords;

/** What a line is read as that says it. */
export const FIELD_KINDS = {
  acceptance: "acceptance",
  why: "why",
  impact: "impact",
  files: "file",
} as const satisfies Record<ItemField, ReadingKind>;

/** Labels that say no more than the name of the field they become: a file is written with ours. */
const LABELS: readonly (readonly [ItemField, RegExp])[] = [
  [
    "why",
    /^(?:(?:the )?why(?: (?:it|this) matters| this| now)?|rationale|reason(?:s|ing)?|motivation|justification|warum|grund|begrundung|por que|razon|motivo|justificacion|razao|justificativa|pourquoi|raison|motif|justification|perche|ragione|motivazione|waarom|reden|dlaczego|uzasadnienie|neden|nicin|gerekce|原因|理由|为什么|為什麼|なぜ|이유|왜|почему|зачем|причина|обоснование|چرا|دلیل|لماذا|السبب)$/u,
  ],
  [
    "impact",
    /^(?:(?:expected )?impacts?|auswirkung(?:en)?|impactos?|impatto|gevolg(?:en)?|wplyw|etki(?:si)?|影响|影響|영향|влияние|تاثیر|التاثير|الاثر)$/u,
  ],
  [
    "files",
    /^(?:(?:affected |related |relevant |key |source )?files?|file\(s\)|file paths?|files (?:affected|involved)|datei(?:en)?|archivos?|ficheros?|arquivos?|ficheiros?|fichiers?|bestand(?:en)?|pliki?|dosya(?:lar)?|文件|ファイル|파일|файлы?|فایل(?:ها)?|الملفات|الملف)$/u,
  ],
];

/** The field a label names; null for any other. */
export function fieldOfLabel(label: string): ItemField | null {
  if (isAcceptanceLabel(label)) return "acceptance";
  const words = folded(label).replace(/[?؟]$/, "");
  return LABELS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
