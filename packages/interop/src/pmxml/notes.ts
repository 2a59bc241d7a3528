import { nodeId } from "../primavera/breakdown.js";
import type { P6Note } from "../primavera/notes.js";
import { children, childText, type XmlElement } from "../xml-tree.js";

/** The notes of the notebooks of a file: objects of a project or beside it that name their activity or node. */
export function notesOf(root: XmlElement): P6Note[] {
  const topics = new Map(
    children(root, "NotebookTopic").map((topic) => [childText(topic, "ObjectId"), childText(topic, "Name")]),
  );
  const holders = [...children(root, "Project"), root];
  const holding = [...holders, ...holders.flatMap((each) => [...children(each, "Activity"), ...children(each, "WBS")])];
  const notesIn = (holder: XmlElement): P6Note[] =>
    holder.children.flatMap((note): P6Note[] => {
      if (note.name !== "ActivityNote" && note.name !== "ProjectNote") return [];
      const isActivity = note.name === "ActivityNote";
      const own = isActivity ? childText(note, "ActivityObjectId") : childText(note, "WBSObjectId");
      const id = own ?? (holder.name === (isActivity ? "Activity" : "WBS") ? childText(holder, "ObjectId") : undefined);
      const text = childText(note, "Note") ?? childText(note, "RawTextNote");
      if (id === undefined || text === undefined) return [];
      const topic = childText(note, "NotebookTopicName") ?? topics.get(childText(note, "NotebookTopicObjectId"));
      return [{ itemId: isActivity ? id : nodeId(id), topic, text }];
    });
  return holding.flatMap(notesIn);
}
