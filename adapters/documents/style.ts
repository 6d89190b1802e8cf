/** Changing it changes every card that was given out: a page is held to its very bytes. */
export const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin:1.2rem 0 .2rem}p,ul,dl{margin:.2rem 0}
dl{display:grid;grid-template-columns:minmax(9rem,14rem) 1fr;gap:.1rem 1rem}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}li,code{overflow-wrap:anywhere}
footer{margin-top:1.5rem;border-top:1px solid #666;padding-top:.5rem;font-size:.85rem}
@media print{body{margin:0;font-size:11px;max-width:none}h1{font-size:16px}h2{font-size:12px;margin:.5rem 0 0}}`;
