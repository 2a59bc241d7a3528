import type { Row, WorkPlan } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";

/** Labels of the user-defined fields that the plan's kept tables declare; those in small letters were told apart when read. */
function labelsOf({ extensions }: WorkPlan): ReadonlySet<string> {
  const kept = extensions?.["xer"];
  const types =
    typeof kept === "object" && kept !== null && !Array.isArray(kept) ? (kept as Tables)["UDFTYPE"] : undefined;
  const rows = Array.isArray(types) ? (types as readonly Json[]) : [];
  const named = rows.flatMap((row) =>
    typeof row === "object" && row !== null && !Array.isArray(row) ? [(row as Tables)["udf_type_label"]] : [],
  );
  return new Set(named.filter((label) => typeof label === "string" && !/^[a-z]/.test(label)) as string[]);
}

type Tables = { readonly [name: string]: Json };

/** The plan without user-defined fields on its rows, which are no columns: the tables they came from are written as they were. */
export function withoutUserFields(plan: WorkPlan): WorkPlan {
  const labels = labelsOf(plan);
  if (labels.size === 0) return plan;
  const bare = <R extends Row>(rows: readonly R[] | undefined): R[] | undefined =>
    rows?.map((row) =>
      row.customFields === undefined
        ? row
        : {
            ...row,
            customFields: Object.fromEntries(Object.entries(row.customFields).filter(([name]) => !labels.has(name))),
          },
    );
  const made = {
    assignments: bare(plan.assignments),
    items: bare(plan.items),
    people: bare(plan.people),
    projects: bare(plan.projects),
    resources: bare(plan.resources),
  };
  const stated = Object.fromEntries(Object.entries(made).filter(([, rows]) => rows !== undefined));
  return { ...plan, ...stated };
}
