/** A title as it stands before a comma: without the full stop that ends its sentence. An abbreviation keeps its own. */
export function beforeComma(title: string): string {
  return title.replace(/(?<=[\p{L}\d]{4}|[)\]"'’”])\.\s*$/u, '');
}
