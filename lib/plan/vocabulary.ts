import { folded } from "./plain-text";

/** What the text under a heading or label is about. "section" names nothing in particular. */
export type Role =
  | "section"
  | "items"
  | "criteria"
  | "no-go"
  | "goals"
  | "scope"
  | "out of scope"
  | "rollback"
  | "triggers"
  | "risks"
  | "sign-off"
  | "recommendations"
  | "aside";

/** First match wins; the texts are folded (lower case, no accents). */
const ROLES: ReadonlyArray<[Role, RegExp]> = [
  [
    "triggers",
    /^(?:auto(?:matic|mated)? )?(?:roll-?back|back-?out|fall-?back|abort|kill[ -]?switch) (?:triggers?|criteria|conditions?|thresholds?)$|^(?:triggers?|criteria|conditions?) for (?:a )?(?:roll-?back|abort)|^when to (?:roll ?back|abort|revert|stop)|^roll ?back (?:if|when)$|^(?:gatilhos|disparadores|criterios?|criteres?|condiciones|condicoes|conditions) (?:de |di |du |para )?(?:roll-?back|reversion|reversao|retour|repli|vuelta atras)|^回滚(?:触发)?(?:条件|标准)|^(?:ロールバック|切り戻し)(?:判断)?(?:条件|基準|判断|トリガー)|^롤백 ?(?:조건|기준|트리거)|^(?:критерии|условия) отката/u,
  ],
  [
    "rollback",
    /^(?:the )?(?:roll-?back|back-?out|fall-?back|revert)\b(?!.*\b(?:events?|history|log|tested)\b)|\b(?:roll-?back|back-?out|fall-?back) (?:plan|procedures?|strategy|steps|triggers?|criteria|conditions?)\b|\bcriteria for roll-?back|^(?:plan[oe]?|procedimentos?|procedimientos?|procedures?|procedura|etapas|etapes|passos|pasos|passi|estrategia|strategie|strategia|gatilhos|disparadores|criterios?|criteres?) (?:de |di |du |para |per |zum )?(?:roll-?back|reversion|reversao|reprise|retour|repli|ripristino|vuelta atras)|^(?:auto(?:matic|mated)? )?(?:kill[ -]?switch|abort|stop|bail-?out)(?:es)?(?: (?:criteria|triggers?|conditions?|procedures?))?$|^ruck(?:fall|bau|roll)|^notfallplan|^geri (?:alma|donus)|回滚|回退|ロールバック|切り戻し|롤백|(?:^|план |порядок |процедура )откат|بازگشت|العودة/u,
  ],
  [
    "no-go",
    /^(?:no[- ]?go|stop ship|launch[- ]blocking|abbruch-?|abandon|kill) ?(?:criteria|criterion|conditions?|triggers?|kriterien|if)?$/,
  ],
  [
    "criteria",
    /\b(?:success|exit|entry|entrance|graduation|acceptance|completion|launch|release|gate|go ?[/-]? ?no-?go|promotion|advancement|pass(?:ing)?|quality|readiness|done)[\s/-]+(?:criteria|criterion)\b|\bcriteria (?:for|to) (?:success|exit|graduat|advanc|promot|launch|go\b|mov)|^(?:key )?criteria$|\bdefinitions? of (?:done|ready)\b|^do[dr]\b|\bready definition\b|\bquality (?:bar|gates?)\b|\bsuccess (?:metrics?|measures?|indicators?|kpis?|targets?)\b|^(?:key )?kpis?\b|^key performance indicators|^(?:slos?|service level objectives?)$|^measures?(?: of success)?$|^(?:performance|reliability|quality) targets$|^exit gates?$|^criterios? de |^criterios?$|^criteres? de |^criteri di |kriterien$|^(?:succes|acceptatie)criteria|criteria$|^kryteria|^kriteria |basari kriterleri|(?:成功|验收|完成|退出|通过|准入|發布|发布)(?:标准|標準|指标|条件)|(?:成功|完了|終了|合格|卒業|移行)(?:基準|条件|指標)|(?:성공|완료|종료|통과) ?(?:기준|조건|지표)|критери|показатели успеха|معیار|معايير|^(?:exit|entry|validation|verification|advancement|promotion|gate) (?:conditions?|requirements?|checks?)$|^validation criteria|^(?:metricas|metriques|metriche|kpis?|indicadores|indicateurs)(?: (?:y|e|et) \p{L}+)? (?:de|du|di) (?:exito|sucesso|succes|successo)|^erfolgs(?:messung|kennzahlen|faktoren)$|^(?:basari|kabul|cikis) (?:kriter|olcut)|^definicion de (?:hecho|terminado)|^definicao de pronto|完成の定義|^criteres?(?: |$)|(?:エントリー?|エグジット|開始|受け?入れ?|リリース|判定|検収)(?:基準|条件)|(?:验收|准入|准出|放行)(?:条件|门槛)|(?:검증|인수|합격|달성|판정) ?(?:기준|조건)|^tieu chi|^kriteria|^(?:go|proceed)(?: only)? if$/u,
  ],
  [
    "sign-off",
    /^(?:[\p{L}-]+ ){0,2}(?:sign-?offs?|approvals?|approvers?|approved by|signatures?|signatories)(?: rules?| required| needed| matrix| table| sheet| from| by)?$|^(?:who )?signs? off$|^(?:freigaben?|abnahmen?|genehmigung(?:en)?|unterschriften|aprobacion(?:es)?|firmas|aprovac(?:ao|oes)|aprovador(?:es)?|aprobador(?:es)?|assinaturas|approbations?|approbateurs?|validations?|signatures|approvazion[ei]|firme|onay(?:lar)?|imzalar|签字|签核|審批|审批|批准|承認|승인|согласовани[ея]|утверждени[ея]|подписи|تایید)$/u,
  ],
  [
    "risks",
    /\brisks?\b(?! level)|\briesgos?\b|\briscos?\b|\brisques?\b|\brisiken\b|\brischi\b|\brisico|\bryzyk|\briskler|风险|風險|リスク|위험|리스크|риск|ریسک|مخاطر/,
  ],
  [
    "recommendations",
    /(?:^|\s)recommendations?$|^recommend(?:ations? (?:for|to|on)\b|ed (?:actions?|next steps?|fixes|improvements|remediation)$)|^(?:remediation|corrective actions?)(?: (?:plan|steps|items))?$|^empfehlungen|^recomendaciones|^recomendac(?:oes|ao)|^recommandations|^raccomandazioni|^oneriler|^(?:改进|优化|整改)?建议$|^(?:推奨事項|提言|改善提案)|^(?:권고|권장) ?사항|^рекомендации|^توصیه|^التوصيات/u,
  ],
  [
    "out of scope",
    /^(?:non-?goals?|out[ -]of[ -]scope|not in scope|exclusions?|fuera de alcance|fora do escopo|hors perimetre)$/,
  ],
  [
    "goals",
    /^(?:(?:key|main|primary|project|phase|our|the|business|overall) )?(?:goals?|objectives?|aims?|purpose|objetivos?|objectifs?|ziele?|obiettiv[io]|doel(?:en|stellingen)?|cele?|hedef(?:ler)?|amac)(?: (?:and|&) (?:objectives|scope))?$|^(?:objetivos? (?:de|del|do|da|principal)\b.*|hedefler|目标|目標|目的|목표|цел[ьи]|задача этапа|اهداف|هدف|الأهداف)$/,
  ],
  [
    "scope",
    /^(?:in[ -]scope|scope|audience|who|users?|participants?|scope (?:and|&) audience|(?:target )?(?:users|audience)|alcance|escopo|perimetre|umfang|ambito|zakres|kapsam|范围|範囲|범위|область|охват|دامنه|النطاق)$/,
  ],
  [
    "aside",
    /^(?:table of contents|contents|toc|index|references?|resources?|related\b.*|links?|(?:change|revision|version|document) ?(?:log|history)|changelog|glossary|faqs?|frequently asked.*|appendix\b.*|bibliography|further reading|contributors?|licen[cs]e|support|contacts?|emergency contacts?|acknowledge?ments?|legend|legende|leyenda|legenda|目录|目次|목차|图例|凡例|범례|содержание|легенда)$/,
  ],
  [
    "items",
    /^(?:.*\b)?(?:check-?lists?|tasks?|to-?dos?|action items?|deliverables|activities|work items|tareas|tarefas|taches|aufgaben|attivita|taken|zadania|gorevler|任务|清单|タスク|チェックリスト|작업|체크리스트|задачи|чек-?лист|работы|мероприятия|actividades|atividades|activites|massnahmen|arbeitspakete|schritte|pasos|passos|yapilacaklar|adimlar|isler|工作项|待办事项|実施内容|作業項目|할 ?일|وظایف|چک ?لیست)$/,
  ],
];

function roleOfKey(text: string): Role {
  const key = text
    .replace(/^[\d.)\s]+/, "")
    .replace(/\s*\(.*?\)\s*$/, "")
    .trim();
  return key === "" ? "section" : (ROLES.find(([, pattern]) => pattern.test(key))?.[0] ?? "section");
}

/** What a heading or label announces; one in two languages ("Ziele / Goals") what either of them does. */
export function roleOf(text: string): Role {
  const whole = roleOfKey(folded(text));
  if (whole !== "section") return whole;
  // "게이트 조건 (Exit criteria)" says it again for those who read no Korean.
  const again = /^[^a-z(（]*[（(]([a-z][^()（）]*)[)）]\s*$/iu.exec(text)?.[1];
  if (again) return roleOfKey(folded(again));
  if (!/\s[/|]\s/.test(text)) return whole;
  return (
    text
      .split(/\s[/|]\s/)
      .map((part) => roleOfKey(folded(part)))
      .find((role) => role !== "section") ?? "section"
  );
}

/** What a heading or label below another is about: under a rollback plan, criteria are what sets it off. */
export function roleWithin(above: Role, own: Role, text: string): Role {
  if (above !== "rollback" && above !== "triggers") return own === "section" ? above : own;
  const triggers =
    /trigger|condition|\bif\b|\bwhen\b|gatilho|disparador|auslos|触发|条件|判断|триггер|услови/u;
  if (own === "criteria" || (own === "section" && triggers.test(folded(text)))) return "triggers";
  return own === "section" ? "rollback" : own;
}

/** A heading above stages of maturity ("Feature stages", "Platform stability"): what stands under each is what it asks for. */
export function saysStages(text: string): boolean {
  return /\bgraduat|\bmaturity\b|\bstability\b|\b(?:feature|api|release) (?:stages?|levels?|lifecycle)\b/.test(
    folded(text),
  );
}

/** Whether a title calls its document a checklist, wherever in it: "Launch checklist for web apps". */
export function namesChecklist(title: string): boolean {
  return /check-? ?list|lista de (?:verificac|comprobac|chequeo)|清单|チェックリスト|체크리스트|чек-?лист|چک.?لیست/.test(
    folded(title),
  );
}

/** Headings under which a checklist tells about itself before it begins. */
export function isPreamble(text: string): boolean {
  return /^(?:overview|introduction|background|about\b.*|how to use.*|legend|instructions|usage|ubersicht|einleitung|legende|introduccion|introducao|sobre\b.*|leyenda|legenda|概述|简介|说明|图例|概要|はじめに|凡例|개요|소개|범례|введение|обзор|легенда|مقدمه|درباره.*)$/.test(
    folded(text),
  );
}

/** Who, when and how much, said in front of a colon: facts of a phase, not work. */
export function isMetadata(label: string): boolean {
  return folded(label)
    .split(/\s?\/\s?/)
    .every((part) => METADATA.test(part));
}

const METADATA =
  /^(?:(?:current |overall |estimated |expected |target |start |end |launch |due |last )*(?:status|state|owners?|leads?|dri|duration|timeline|time ?frame|time|dates?|start|end|due|deadline|eta|effort|estimate|priority|risk(?: level)?|complexity|cost|budget|teams?|assignees?|responsible|version|authors?|depends on|dependenc(?:y|ies)|contacts?|phone|email|slack|updated|progress|team size)|datum|fecha|data|日期|日付|날짜|дата|تاریخ|dauer|zeitraum|verantwortlich|aufwand|duracion|responsable|plazo|estado|esfuerzo|duracao|prazo|responsavel|duree|echeance|statut|durata|scadenza|sure|sorumlu|durum|状态|负责人|时间|工期|预计时间|担当|期間|期限|状態|담당|기간|상태|срок|ответственный|длительность|статус|مدت|مسئول|وضعیت)$/;

/** Headings that sum up or index what stands elsewhere; phases named below them are mentions. */
export function isRecap(text: string): boolean {
  return /\b(?:summar(?:y|ies)|recap|overview|metrics|dashboard|status|timeline|schedule|index|retrospective|lessons|history|glance|appendix|example|related|reference|contents|changelog|comparison|glossary|faq|other plans?|previous|next steps?|resumen|resumo|sommaire|uberblick|ubersicht)\b|总结|概要|目录|目次|요약|обзор|خلاصه/.test(
    folded(text),
  );
}

const CHOICE =
  /^(?:go|no[\s-]?go|conditional go|go live|(?:(?:conditional |no[\s-]?)?go|approved?|conditional(?:ly approved)?|rejected?)(?:\s[–—-]\s|:\s| with | if | after | for ).*|conditional(?:ly approved)?|hold|stop|delay|recycle|proceed|rollback|yes|no|n\/a|not applicable|maybe|pass(?:ed)?|fail(?:ed)?|approved?|rejected?|approve with conditions|declined?|accept(?:ed)?|true|false|low|medium|high|other(?: .*)?|option \w+|none(?: of the above)?|sim|nao|si|oui|non|ja|nein|evet|hayir|是|否|はい|いいえ|예|아니오)$/;

/** An answer to choose, not work to do: "GO", "No", "Option 2". */
export function isChoice(text: string): boolean {
  return CHOICE.test(
    folded(text)
      .replace(/\s*[([].*$/, "")
      .replace(/[.!:]+$/, "")
      .trim(),
  );
}

/** Whether a nested line states how one knows the item is done ("Test: ...", "Acceptance criteria: ..."). */
export function isAcceptanceLabel(label: string): boolean {
  return /^(?:test|tests|accept|acceptance(?: criteria| criterion| test)?|criteria|criterion|success criteria|done when|verify|verification|how we know|validated by|definition of done|dod|expected(?: result)?)$/.test(
    folded(label),
  );
}

/** Labels that introduce a list and add nothing as a section's name. */
export function isGenericLabel(label: string): boolean {
  return /^(?:required|requirements?|steps?|tasks?|actions?|to-?dos?|checklist|items?|implementation|enhance|details?|includes?|prerequisites?|what (?:we|you) need|notes?)$/.test(
    folded(label),
  );
}
