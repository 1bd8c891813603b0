type Field = HTMLSelectElement & { readonly shown?: string };

/**
 * After each render: a field with `.shown` shows that, whatever was typed or chosen meanwhile. Does
 * for the first look what lit's `live` does, at a fifth of its weight.
 */
export function showValues(root: ParentNode | null): void {
  for (const field of root?.querySelectorAll<Field>('select,textarea') ?? []) {
    const { value, shown = value } = field;
    if (value !== shown) field.value = shown;
  }
}
