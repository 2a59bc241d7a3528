/** The one stylesheet of the page: light and dark, phone and paper. No colour carries meaning alone. */
export const style: string = `
:root{color-scheme:light dark;--ink:#1d2430;--soft:#5a6577;--line:#d9dee7;--paper:#fbfcfe;--card:#fff;--accent:#1f5fae;--mark:#b3401e;--calm:#3d7a57;--fill:#dbe6f5;--warn:#fdeee7;--bar:#8fb3e0;--bar2:#c8d3e3}
@media (prefers-color-scheme:dark){:root{--ink:#e6eaf1;--soft:#9aa6b8;--line:#333c4b;--paper:#12161d;--card:#1a202a;--accent:#8ab6f0;--mark:#f09a78;--calm:#85c7a1;--fill:#24344a;--warn:#3a2419;--bar:#4d79ad;--bar2:#3b4759}}
*{box-sizing:border-box}
html{font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:var(--ink);background:var(--paper);-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:62rem;padding:1.5rem clamp(1rem,4vw,2.5rem) 4rem;overflow-wrap:break-word}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem}
h1{font-size:clamp(1.6rem,5vw,2.3rem);line-height:1.15;margin:.5rem 0;letter-spacing:-.01em}
h2{font-size:1.35rem;margin:3rem 0 .75rem;padding-top:1.25rem;border-top:2px solid var(--line)}
h3{font-size:1.05rem;margin:2rem 0 .6rem}
p{margin:.4rem 0;max-width:46rem}.soft{color:var(--soft)}
ol.first{list-style:none;padding:0;margin:0;counter-reset:n;display:grid;gap:.8rem}
ol.first>li{counter-increment:n;background:var(--card);border:1px solid var(--line);border-left:4px solid var(--accent);border-radius:.5rem;padding:.9rem 1.1rem .9rem 3.2rem;position:relative}
ol.first>li::before{content:counter(n);position:absolute;left:1.1rem;top:.7rem;font-size:1.5rem;font-weight:650;color:var(--accent)}
ol.first .what{font-weight:600}.loss{color:var(--mark);font-weight:550}
ul{padding-left:1.2rem;margin:.3rem 0}li{margin:.25rem 0}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.7rem;margin:.6rem 0;padding:0;list-style:none}
.figures>li{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.7rem .9rem;margin:0}
.figures b{display:block;font-size:1.7rem;font-weight:650;line-height:1.15;font-variant-numeric:tabular-nums}.figures span{color:var(--soft);font-size:.88rem}
.wide{overflow-x:auto;margin:.5rem 0;-webkit-overflow-scrolling:touch}
table{border-collapse:collapse;width:100%;font-size:.93rem;background:var(--card);font-variant-numeric:tabular-nums}
th,td{text-align:left;padding:.45rem .7rem;border-bottom:1px solid var(--line);vertical-align:top}
thead th{font-weight:600;color:var(--soft);font-size:.85rem;white-space:nowrap}tbody th{font-weight:550}
td.num{text-align:right;white-space:nowrap}td.day{white-space:nowrap}
.tag{display:inline-block;padding:.05rem .5rem;border-radius:1rem;border:1px solid currentColor;font-size:.8rem;font-weight:600;white-space:nowrap}
.tag.late,.tag.at-risk,.tag.critical,.tag.serious{color:var(--mark)}.tag.safe{color:var(--calm)}.tag.unknown,.tag.info,.tag.minor,.tag.moderate{color:var(--soft)}
figure{margin:1.4rem 0;background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:1rem 1.1rem}
figcaption{font-weight:600;margin-bottom:.2rem}figure p{color:var(--soft);font-size:.92rem;margin:.2rem 0 .8rem}
figure svg{display:block;min-width:34rem;width:100%;height:auto;color:var(--ink)}
details{margin:.6rem 0}summary{cursor:pointer;color:var(--accent);font-size:.92rem}
details .wide{max-height:22rem;overflow:auto}
.check{margin:1rem 0;padding-left:.9rem;border-left:3px solid var(--line)}.check p{margin:.15rem 0}
footer{margin-top:3rem;padding-top:1rem;border-top:2px solid var(--line);color:var(--soft);font-size:.9rem}
.g-row{fill:var(--paper)}.g-label{fill:var(--ink);font-size:12px}.g-axis{fill:var(--soft);font-size:11px}.g-grid{stroke:var(--line);stroke-width:1}
.g-bar{fill:var(--bar)}.g-critical{fill:var(--mark)}.g-summary{fill:var(--soft)}.g-float{stroke:var(--soft);stroke-width:1;stroke-dasharray:2 3}.g-link{fill:none;stroke:var(--soft);stroke-width:1}.g-today{stroke:var(--accent);stroke-width:1.5;stroke-dasharray:5 3}
@media (max-width:34rem){ol.first>li{padding:2.6rem 1rem .9rem}h2{margin-top:2.2rem}th,td{padding:.4rem .5rem}}
@media print{html{font-size:10.5pt;background:#fff}body{max-width:none;padding:0}.skip,summary{display:none}figure,ol.first>li,.figures>li,tr{break-inside:avoid}figure svg{min-width:0}.wide{overflow:visible}h2{break-after:avoid}}
`;

/** Hash of the stylesheet for the Content-Security-Policy; a test computes it anew. */
export const styleHash = "sha256-Mobz5eMdrG56EV6qGdEAeJCaWPtLZIC3wX+IBpX5dqA=";
