import { type Graph, instance } from '@viz-js/viz';
import { escaped } from './label.ts';

/** The graph as an SVG file that can be read aloud: it says what it is, and its words stay words. */
export async function svgOf(graph: Graph, title: string, description: string): Promise<string> {
  const viz = await instance();
  const names = `<title id="title">${escaped(title)}</title>\n<desc id="description">${escaped(description)}</desc>`;
  return viz
    .renderString(graph, { format: 'svg' })
    .replace(/<svg/, '<svg lang="nl" role="graphics-document" aria-labelledby="title" aria-describedby="description"')
    .replace(/<g /, (group) => `${names}\n${group}`);
}
