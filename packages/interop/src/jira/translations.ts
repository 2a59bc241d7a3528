/** Headers of the CSV export as the tool translates them, by today's English one: German, French, Spanish, Portuguese, Japanese, Chinese. */
const headers: { readonly [english: string]: readonly string[] } = {
  assignee: [
    ...["zugewiesene person", "bearbeiter", "responsable", "personne assignée", "persona asignada", "responsável"],
    ...["担当者", "经办人"],
  ],
  "assignee id": [
    ...["id der zugewiesenen person", "id du responsable", "id de la persona asignada", "id do responsável"],
    ...["担当者 id", "经办人 id"],
  ],
  created: [
    ...["erstellt", "création", "créé", "créée", "creada", "creado", "criado", "criado(a)"],
    ...["作成日", "作成日時", "创建日期", "创建时间", "已创建"],
  ],
  description: ["beschreibung", "descripción", "descrição", "説明", "描述"],
  "due date": [
    ...["fälligkeitsdatum", "fällig", "date d'échéance", "échéance", "fecha de vencimiento", "fecha de entrega"],
    ...["data de vencimento", "data limite", "data de entrega", "期限", "期日", "到期日", "截止日期"],
  ],
  "issue id": [
    ...["vorgangs-id", "vorgangs id", "id de ticket", "id de la incidencia", "id de incidencia", "id da item"],
    ...["id do item", "課題 id", "課題id", "问题 id", "问题id"],
  ],
  "issue key": [
    ...["vorgangsschlüssel", "clé de ticket", "clé du ticket", "clave de incidencia", "clave de la incidencia"],
    ...["chave da item", "chave do item", "課題キー", "问题关键字", "问题密钥"],
  ],
  key: ["schlüssel", "clé", "clave", "chave", "キー", "关键字"],
  "issue type": [
    ...["vorgangstyp", "type de ticket", "tipo de incidencia", "tipo de item", "tipo do item"],
    ...["課題タイプ", "问题类型"],
  ],
  labels: ["stichwörter", "étiquettes", "etiquetas", "rótulos", "categorias", "ラベル", "标签"],
  "log work": [
    "arbeit protokollieren",
    "journal de travail",
    "registro de trabajo",
    "registro de trabalho",
    "作業ログ",
  ],
  "original estimate": [
    ...["ursprüngliche schätzung", "estimation initiale", "estimation originale", "estimación original"],
    ...["estimativa original", "初期見積り", "初期見積もり", "初始预估", "原始预估"],
  ],
  parent: ["übergeordnet", "übergeordneter vorgang", "principal", "padre", "pai", "親", "親課題", "父", "父级"],
  "project key": [
    ...["projektschlüssel", "clé de projet", "clé du projet", "clave de proyecto", "clave del proyecto"],
    ...["chave do projeto", "chave de projeto", "プロジェクト キー", "プロジェクトキー", "项目关键字", "项目密钥"],
  ],
  "project name": [
    ...["projektname", "nom du projet", "nom de projet", "nombre del proyecto", "nombre de proyecto"],
    ...["nome do projeto", "プロジェクト名", "项目名称"],
  ],
  "remaining estimate": [
    ...["verbleibende schätzung", "estimation restante", "estimación restante", "trabajo restante"],
    ...["estimativa de trabalho restante", "estimativa restante", "残余見積り", "剩余预估", "剩余的估算"],
  ],
  resolved: [
    ...["erledigt", "résolu", "résolue", "resuelta", "resuelto", "resolvido", "resolvido(a)"],
    ...["解決日", "解決済み", "解決日時", "解决日期", "已解决"],
  ],
  status: ["état", "etat", "estado", "ステータス", "状态"],
  "status category": [
    ...["statuskategorie", "catégorie d'état", "catégorie de statut", "categoría de estado"],
    ...["categoria de status", "categoria do status", "ステータス カテゴリ", "ステータス カテゴリー", "状态类别"],
  ],
  summary: ["zusammenfassung", "résumé", "resumen", "resumo", "要約", "摘要", "概要"],
  updated: [
    ...["aktualisiert", "mise à jour", "mis à jour", "actualizada", "actualizado", "atualizado", "atualizado(a)"],
    ...["更新日", "更新日時", "更新日期", "更新时间", "已更新"],
  ],
};

const english = new Map(Object.entries(headers).flatMap(([name, words]) => words.map((word) => [word, name] as const)));

const customField =
  /^(?:benutzerdefinierte[sn]? felde?r?|champs? personnalisés?|campo personalizado|カスタム ?フィールド|自定义字段) ?\((.+)\)$/u;
const inward =
  /^(?:eingehende vorgangsverknüpfung|lien de ticket entrant|lien entrant de ticket|enlace de (?:la )?incidencia entrante|enlace entrante de (?:la )?incidencia|link de item interno|link interno de item|内向き課題リンク|内部问题链接) ?\((.+)\)$/u;
const outward =
  /^(?:ausgehende vorgangsverknüpfung|lien de ticket sortant|lien sortant de ticket|enlace de (?:la )?incidencia saliente|enlace saliente de (?:la )?incidencia|link de item externo|link externo de item|外向き課題リンク|外部问题链接) ?\((.+)\)$/u;

/** Today's English header of a translated one, in lower case; undefined where it is none. */
export function englishHeader(header: string): string | undefined {
  const lower = header.toLowerCase().replaceAll("\u2019", "'");
  const plain = english.get(lower);
  if (plain !== undefined) return plain;
  for (const [shape, name] of [
    [customField, "custom field"],
    [inward, "inward issue link"],
    [outward, "outward issue link"],
  ] as const) {
    const inner = shape.exec(lower)?.[1];
    // Names of fields and of kinds of links are the instance's own, in its own letters.
    if (inner !== undefined) return `${name} (${header.slice(lower.lastIndexOf(`(${inner}`) + 1, -1)})`;
  }
  return undefined;
}

const types: readonly (readonly [RegExp, "Sub-task" | "Epic" | "Bug"])[] = [
  [/^(?:unteraufgabe|teilaufgabe|sous-tâche|sub-?tarea|sub-?tarefa|サブタスク|子任务)$/iu, "Sub-task"],
  [/^(?:epos|épopée|épica|épico|エピック|长篇故事|史诗)$/iu, "Epic"],
  [/^(?:fehler|bogue|anomalie|error|erro|defecto|defeito|バグ|缺陷|故障)$/iu, "Bug"],
];

/** The English name of a type of issue that stands for a kind of its own, or the name as it is. */
export function englishType(name: string): string {
  return types.find(([shape]) => shape.test(name))?.[1] ?? name;
}

const months: readonly (readonly string[])[] = [
  ["janv", "januar", "janvier", "ene", "enero", "janeiro", "一月"],
  ["févr", "fév", "februar", "février", "febrero", "fev", "fevereiro", "二月"],
  ["mär", "mrz", "märz", "mars", "marzo", "março", "三月"],
  ["avr", "avril", "abr", "abril", "四月"],
  ["mai", "mayo", "maio", "五月"],
  ["juni", "juin", "junio", "junho", "六月"],
  ["juli", "juil", "juillet", "julio", "julho", "七月"],
  ["août", "aoû", "ago", "agosto", "八月"],
  ["sept", "septembre", "septiembre", "set", "setembro", "九月"],
  ["okt", "oktober", "octobre", "octubre", "out", "outubro", "十月"],
  ["novembre", "noviembre", "novembro", "十一月"],
  ["dez", "dezember", "déc", "décembre", "dic", "diciembre", "dezembro", "十二月"],
];
const englishMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const monthNumber = new Map(months.flatMap((names, index) => names.map((name) => [name, index] as const)));

/** A date as the tool shows it in one of these languages, with the month and the half of the day in English. */
export function englishTime(text: string): string {
  return text
    .replace(/(\d{1,2})月/u, (whole, digits: string) => englishMonths[Number(digits) - 1] ?? whole)
    .replace(/[\p{L}]{3,}|[一二三四五六七八九十]{1,2}月/u, (name) => {
      const index = monthNumber.get(name.toLowerCase());
      return index === undefined ? name : (englishMonths[index] as string);
    })
    .replace(/\s*(?:午前|上午)/u, " AM")
    .replace(/\s*(?:午後|下午)/u, " PM")
    .replace(/\b([ap])\.\s+m\./iu, "$1m");
}
