import { columnLike } from "./table-cells";

/** A table of secrets, with the columns that matter (-1: there is none). */
export interface SecretColumns {
  kind: "secrets";
  name: number;
  /** whose secret it is, where the name alone ("API key") does not tell */
  service: number;
  variable: number;
  owner: number;
  rotation: number;
  storage: number;
  /** when it was changed last */
  rotated: number;
}

const SECRET =
  /^(?:the )?(?:secrets?|credentials?|tokens?|passwords?|api[ -]keys?|certificates?|keys?|secret (?:name|id|key)|key name|credential name|token name|geheimniss?e?|passworte?|zugangsdaten|schlussel|secretos?|credencial(?:es)?|segredos?|credenciais|secrets? \p{L}+|cles?|gizli (?:anahtar|bilgi)|sir|anahtar|密钥|密鑰|凭据|凭证|シークレット|秘密情報|認証情報|비밀|секрет|пароль|ключ)$|^(?:secret|credential|token|api key)\b/u;
/** Beside one of these a column of plain keys or tokens need not be an inventory. */
const LOOSE = /^(?:tokens?|keys?|certificates?|passwords?)$/;
const SERVICE =
  /^(?:services?|providers?|systems?|platforms?|applications?|apps?|vendors?|integrations?|dienst|anbieter|servicios?|proveedor|servicos?|provedor|fournisseur|fornitore|系统|服务|サービス|서비스|сервис)$/;
const ROTATION =
  /rotat|rotac|rotaz|rotasyon|wechsel|renouvellement|cadence|lifetime|ttl|轮换|更换周期|更新周期|ローテーション|更新頻度|교체|ротаци|смена/;
const NO_PERIOD = /next|last|due|procedure|process|method|status|\bby$|rotated$|date$/;
/** What only a list of secrets tells of its rows. */
const DATED = /(?:last|next) (?:rotat|due|renew|chang)|rotated|rotation due|expir|renewal/;
const TOLD =
  /^(?:purpose|description|used (?:by|in|for)|usage|scope|environments?|required|notes?|where|services?|providers?|types?|status|how to (?:get|obtain)|source|zweck|beschreibung|proposito|descripcion|descricao|uso|usage|utilisation|用途|说明|説明|용도|назначение|описание)\??$/;
const OWNER =
  /^(?!.*backup)(?:(?:.*\bowner|.*responsible|owned by|custodian|team)\b|(?:responsab|responsav|verantwort|zustandig|inhaber|propriet|propiet|duen|sorumlu|负责人|所有者|担当|責任者|담당|ответствен|владел))/;
const STORAGE =
  /storage|stored|vault|location|^where|secret store|manager$|ablage|speicher|aufbewahr|almacen|guardad|armazen|stock(?:age|e)|emplacement|archiviazione|saklama|konum|存储|存放|保管|保存|보관|저장|хранен|хранилищ/;

/** Whether a table is an inventory of secrets, by its folded header. Null where it is not. */
export function secretsOf(header: readonly string[]): SecretColumns | null {
  const secret = columnLike(header, SECRET);
  const named = columnLike(header, /^(?:name|variable|env(?:ironment)?[ -]?var(?:iable)?s?|parameter)$/);
  const rotation = header.findIndex((cell) => ROTATION.test(cell) && !NO_PERIOD.test(cell));
  const owner = columnLike(header, OWNER);
  const storage = columnLike(header, STORAGE);
  const name = secret >= 0 ? secret : rotation >= 0 ? named : -1;
  const word = header[name] ?? "";
  const known = rotation >= 0 || owner >= 0 || storage >= 0 || columnLike(header, DATED) >= 0;
  const plain = secret >= 0 && !LOOSE.test(word) && columnLike(header, TOLD) >= 0;
  if (name < 0 || (!known && !plain)) return null;
  // A column that is only called "key" may hold anything; rotation tells.
  if (/^keys?$/.test(word) && rotation < 0) return null;
  const variable = header.findIndex(
    (cell, index) => index !== name && /\benv[ -]?var|environment variable|variable|\bvar\b/.test(cell),
  );
  const service = /types?$|^(?:api )?keys?$|^tokens?$|^credentials?$/.test(word)
    ? columnLike(header, SERVICE)
    : -1;
  const rotated = columnLike(
    header,
    /^last (?:rotat|chang|renew)|^(?:last )?rotated(?: on| at)?$|^letzte rotation|^ultima rotac|^derniere rotation|^上次轮换|^最終更新|^последняя ротация/,
  );
  return { kind: "secrets", name, service, variable, owner, rotation, storage, rotated };
}
