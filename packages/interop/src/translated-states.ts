import type { StateCategory } from "@evenkeel/core";

/** Names of Jira's own states and of common others in German, French, Spanish, Portuguese, Japanese and Chinese. */
const states: readonly (readonly [RegExp, StateCategory])[] = [
  [
    /^(?:zu erledigen|aufgaben|offen|neu|wiedereröffnet|erneut geöffnet|für entwicklung ausgewählt|à faire|ouverte?|nouveau|nouvelle|rouverte?|sélectionnée? pour le développement|(?:tareas )?por hacer|pendientes?|abiert[oa]|nuev[oa]|reabiert[oa]|a fazer|(?:tarefas|itens) pendentes|pendentes?|abert[oa]|nov[oa]|reabert[oa]|未着手|作業前|オープン|再オープン|バックログ|新規|待办|待辦|打开|开放|新建|重新打开|待处理|未开始)$/iu,
    "proposed",
  ],
  [
    /^(?:in (?:arbeit|bearbeitung|prüfung|überprüfung|entwicklung)|im test|en cours(?: de .+)?|en (?:développement|revue|test)|en (?:curso|progreso|proceso|revisión|desarrollo|pruebas)|em (?:andamento|progresso|análise|revisão|desenvolvimento|testes?)|進行中|作業中|レビュー中|処理中|対応中|进行中|正在进行|处理中|开发中|测试中|审核中)$/iu,
    "active",
  ],
  [
    /^(?:blockiert|wartend|(?:warten|wartet) .+|angehalten|zurückgestellt|bloquée?|en attente.*|bloquead[oa]|en espera.*|em espera.*|aguardando.*|ブロック.*|保留中?|待機中|阻塞|等待.*|挂起|暂停)$/iu,
    "waiting",
  ],
  [
    /^(?:fertig|erledigt|geschlossen|abgeschlossen|gelöst|behoben|terminée?s?|finie?|fermée?|close?|résolue?|fait|listo|hech[oa]|finalizad[oa]s?|terminad[oa]s?|cerrad[oa]|resuelt[oa]|completad[oa]s?|(?:itens )?concluíd[oa]s?|feito|fechad[oa]|resolvid[oa]|完了|完了済み?|クローズ|解決済み|終了|完成|已完成|关闭|已关闭|已解决)$/iu,
    "done",
  ],
  [
    /^(?:abgebrochen|storniert|abgelehnt|verworfen|wird nicht .+|nicht erledigt|duplikat|hinfällig|annulée?|abandonnée?|rejetée?|refusée?|ne sera pas .+|doublon|cancelad[oa]|anulad[oa]|rechazad[oa]|descartad[oa]|duplicad[oa]|no se hará|rejeitad[oa]|recusad[oa]|não será .+|キャンセル(?:済み)?|中止|却下|対応しない|重複|取り下げ|已取消|取消|已拒绝|拒绝|不做|重复|作废)$/iu,
    "dropped",
  ],
];

/** The category a name of a state in one of these languages suggests; undefined where it suggests none. */
export function categoryByTranslation(name: string): StateCategory | undefined {
  return states.find(([shape]) => shape.test(name.trim()))?.[1];
}
