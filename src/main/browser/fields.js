// What stands in fields, and how it gets back into them.

const all = (roots) => roots.flatMap((root) => Array.from(root.querySelectorAll("input[name], select[name], textarea[name]")));

const isTick = (field) => field.type === "checkbox" || field.type === "radio";

// roots: elements with fields in them, in the page or not.
export function fieldsOf(...roots) {
  const fields = {};
  for (const field of all(roots)) {
    if (!isTick(field) || field.checked) (fields[field.name] ??= []).push(field.value);
  }
  return fields;
}

// Everything that was typed and ticked elsewhere; what is not there becomes empty.
export function fill(roots, fields) {
  for (const field of all(roots)) {
    const values = fields[field.name] ?? [];
    if (field.type === "hidden") continue;
    if (!isTick(field)) field.value = values[0] ?? "";
    else if (field.type === "checkbox") field.checked = values.includes(field.value);
    else if (values.length > 0) field.checked = values[0] === field.value;
  }
}

// As the page came: nothing of what was typed stays.
export function clear(roots) {
  for (const field of all(roots)) {
    if (isTick(field)) field.checked = field.defaultChecked;
    else if (field.tagName === "SELECT") field.selectedIndex = 0;
    else field.value = field.defaultValue;
  }
}
