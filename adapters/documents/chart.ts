import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Chart } from '../../src/paper.ts';

use([BarChart, AriaComponent, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

const SIZE = { width: 960, height: 480 };
/** Sharp on a screen with small dots, and on paper. */
const SHARP = 2;
/** Told apart without colour as well: each series has a pattern of its own. */
const COLOURS = ['#0b4f9e', '#e08a1e', '#2f8f5b', '#8c3f8c', '#b5423c', '#7a7a7a'];
const FONT = 'Open Sans';
const FONT_FILE = fileURLToPath(import.meta.resolve('@expo-google-fonts/open-sans/400Regular/OpenSans_400Regular.ttf'));

/** Drawn with a font that comes along: what is installed here makes no difference. */
export function pictureOf(chart: Chart, scale = SHARP): Uint8Array {
  const drawn = new Resvg(svgOf(chart), {
    fitTo: { mode: 'zoom', value: scale },
    font: { fontFiles: [FONT_FILE], loadSystemFonts: false, defaultFontFamily: FONT },
  });
  return drawn.render().asPng();
}

function svgOf({ title, labels, series, stacked = false }: Chart): string {
  const drawing = init(null, null, { renderer: 'svg', ssr: true, ...SIZE });
  const text = { fontFamily: FONT, color: '#1a1a1a', fontSize: 14 };
  drawing.setOption({
    animation: false,
    backgroundColor: '#ffffff',
    color: COLOURS,
    textStyle: text,
    aria: { enabled: true, decal: { show: true } },
    title: { text: title, textStyle: { ...text, fontSize: 18, fontWeight: 'normal' }, left: 16, top: 12 },
    legend: { top: 48, left: 16, textStyle: text },
    grid: { left: 48, right: 24, top: 96, bottom: 24 },
    xAxis: { type: 'category', data: [...labels], axisLabel: text, axisTick: { alignWithLabel: true } },
    yAxis: { type: 'value', minInterval: 1, axisLabel: text },
    series: series.map(({ name, values }) => ({
      type: 'bar' as const,
      name,
      data: [...values],
      barMaxWidth: 48,
      ...(stacked ? { stack: 'all' } : {}),
      label: { show: values.length <= 12 && !stacked, position: 'top' as const, ...text, fontSize: 12 },
    })),
  });
  const svg = drawing.renderToSVGString();
  drawing.dispose();
  return svg;
}
