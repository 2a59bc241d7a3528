import { type Draft, defined } from "../draft.js";
import { compileFates, type FateRule } from "../tally.js";
import { type FateOf, unnamedIn } from "../trackers/account.js";

/** The rules of rows `records names > target`: each name of each record, commas between them; a row without a target is dropped. */
function rulesOf(why: string | undefined, ...rows: readonly string[]): FateRule[] {
  const fate = why === undefined ? "mapped" : "dropped";
  return rows.flatMap((row) => {
    const [places = "", to] = row.split(" > ");
    const [records = [], names = []] = places.split(" ").map((words) => words.split(","));
    return records.flatMap((record) =>
      names.map((name) => defined<FateRule>({ source: `${record}/${name}`, fate, to, why })),
    );
  });
}

const rules = /* @__PURE__ */ (() => [
  ...rulesOf(
    undefined,
    "board,list,swimlane,checklist id,_id > containers.id",
    "card,checkItem id,_id > items.id",
    "member id,_id > people.id",
    "action id,_id > events.id",
    "label id,_id,name,title,color > items.labels",
    "board,list,swimlane,checklist name,title > containers.name",
    "card,checkItem name,title > items.title",
    "board url,shortUrl > containers.sources",
    "board,list,swimlane closed,archived > containers.archived",
    "list,swimlane pos,sort > containers.rank",
    "card,checkItem pos,sort > items.rank",
    "board cards,lists,checklists,checklistItems,members,users,labels,actions,activities,swimlanes > report",
    "card closed,archived,dueComplete > items.stateId",
    "card desc,description > items.body",
    "card idList,listId,swimlaneId > items.memberships",
    "card idMembers,idMembers/*,members,members/*,assignees,assignees/* > assignments.personId",
    "card idLabels,idLabels/*,labelIds,labelIds/*,labels,labels/*/name,labels/*/id > items.labels",
    "card,checkItem due,dueAt > items.dueDate",
    "card start,startAt > items.constraints",
    "card endAt > items.finishedAt",
    "card,checkItem createdAt > items.createdAt",
    "card dateLastActivity,modifiedAt > items.updatedAt",
    "card shortLink,url,idShort,cardNumber > items.sources",
    "card parentId > items.parentId",
    "checklist idCard,cardId > items.parentId",
    "checklist checkItems > items",
    "checkItem state,isFinished > items.stateId",
    "checkItem idMember > assignments.personId",
    "checkItem idChecklist,checklistId > items.memberships",
    "checkItem cardId > items.parentId",
    "member fullName,username,profile/fullname > people.name",
    "member emails/*/address > people.email",
    "action type,activityType > events.type",
    "action date,createdAt > events.at",
    "action idMemberCreator,userId > events.actor",
    "action/memberCreator,action/member fullName,username,id > people.name",
    "action data/** > events",
  ),
  ...rulesOf(
    "address, picture or setting for the tool's own screens",
    "board prefs/**,limits/**,descData/**,labelNames/**,powerUps/**",
    "list limits/**,subscribed,idBoard,boardId",
    "card limits/**,descData/**,cover/**,shortUrl,email,labels/**,subscribed,checkItemStates/**,manualCoverAttachment",
    "checkItem nameData/**",
    "checklist,label **",
    "action appCreator/**,limits/**,display/**",
  ),
  ...rulesOf(
    "counted by the tool from other fields",
    "card badges/**,idChecklists,idChecklists/*,idBoard,boardId,checklists",
  ),
  ...rulesOf("of the person, not of the work", "member,action/memberCreator,action/member **"),
  ...rulesOf(undefined, "action ** > events"),
])();

/** Where each field of a board goes; what no rule names stays on its board, list, card or check item. */
export const trelloFates = (draft: Draft): FateOf => compileFates(rules, unnamedIn(draft));
