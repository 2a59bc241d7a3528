/**
 * The style sheet of the page: one constant text, so that its hash is a constant too. Colours of charts are named
 * here by what the drawing states (see draw-chart), so that light, dark and printed pages each have their own.
 */
export const styleSheet = `
:root{--back:#f6f7f9;--card:#fff;--ink:#1b2430;--soft:#56616f;--line:#dfe4ea;--stripe:#f3f5f8;--series:#2563a8;--tint:#c9dcf0;--accent:#b45309;--strong:#374151;--bad:#a3262a;--badback:#fbeaea;--warn:#8a4b00;--warnback:#fdf1dd;--good:#1f6b3a;--link:#1d5fa6;--r0:#d9e6f5;--r1:#bcd3ec;--r2:#9fc0e2;--r3:#7fa9d6;--r4:#5f92c9;--r5:#437bb6;--r6:#2d659f;--r7:#1d4f84;--r8:#103a68;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--back:#11151b;--card:#191f28;--ink:#e5e9ef;--soft:#a3aebb;--line:#2e3743;--stripe:#1e252f;--series:#6ea8e6;--tint:#2f4a68;--accent:#eda64f;--strong:#cdd5df;--bad:#ff9c94;--badback:#3a2023;--warn:#f1bd70;--warnback:#372a17;--good:#7fd09b;--link:#8abdf0;--r0:#2c425e;--r1:#365073;--r2:#416088;--r3:#4d719e;--r4:#5a83b4;--r5:#6995c9;--r6:#7ba6d9;--r7:#8fb6e5;--r8:#a5c7f0}}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0;background:var(--back);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
header.top,main,footer{max-width:68rem;margin:0 auto;padding:0 1.25rem}
header.top{padding-top:2.5rem}
section{background:var(--card);border:1px solid var(--line);border-radius:.875rem;padding:1.5rem 1.75rem 1.75rem;margin:1.5rem 0;scroll-margin-top:1rem}
h1,h2,h3,h4,p,ul,ol,dl,figure{margin:0}
h1{font-size:clamp(1.6rem,1.1rem + 2.2vw,2.4rem);line-height:1.15;letter-spacing:-.02em;font-weight:680;text-wrap:balance}
h2{font-size:1.4rem;line-height:1.25;letter-spacing:-.012em;font-weight:660}
h3{font-size:1.08rem;line-height:1.35;font-weight:640;margin:2rem 0 .6rem}
h4{font-size:.95rem;line-height:1.4;font-weight:620}
table+p{margin-top:.6rem}
table+h4,.note+h4,.charts+h4{margin-top:1.25rem}
.charts+details.finding,.note+details.finding,p+details.finding,table+details.finding,.scroll+details.finding{margin-top:1rem}
.outcomes+p,.note+.chart{margin-top:1rem}
p+p{margin-top:.5rem}
p+h4{margin-top:.9rem}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--series);outline-offset:2px;border-radius:.25rem}
.over{color:var(--soft);font-size:.9rem;font-weight:560}
.lede{font-size:1.12rem;color:var(--strong);margin:.6rem 0 0;max-width:46rem}
.sub,.note,small,.more,.count{color:var(--soft)}
.sub{margin-top:.15rem}
.note,small,.more{font-size:.86rem}
.note{margin:.5rem 0 0;max-width:48rem}
small{display:block;font-weight:400}
code{font:.86em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;color:var(--soft)}
.skip{position:absolute;left:-999rem;top:0;background:var(--card);padding:.6rem 1rem;z-index:2}
.skip:focus{left:.5rem;top:.5rem}
nav{margin-top:1.25rem}
nav ul{display:flex;flex-wrap:wrap;gap:.35rem .5rem;list-style:none;padding:0}
nav a{display:block;padding:.35rem .8rem;border:1px solid var(--line);border-radius:2rem;background:var(--card);text-decoration:none;font-size:.92rem}
nav a:hover{border-color:var(--series)}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:.75rem;margin-top:1.1rem}
.tiles>div{background:var(--card);border:1px solid var(--line);border-radius:.7rem;padding:.7rem .9rem}
.top .tiles{grid-template-columns:repeat(4,1fr)}
section .tiles>div{background:var(--stripe);border-color:transparent}
.tiles dt{font-size:.84rem;color:var(--soft);line-height:1.3}
.tiles dd{margin:.15rem 0 0}
.tiles b{font-size:1.5rem;font-weight:660;letter-spacing:-.01em;line-height:1.2}
.tiles span{font-size:.86rem;color:var(--soft)}
.actions{list-style:none;padding:0;margin-top:1rem;counter-reset:action;display:grid;gap:.8rem}
.actions>li{counter-increment:action;position:relative;border:1px solid var(--line);border-left:4px solid var(--soft);border-radius:.6rem;padding:.9rem 1.1rem .9rem 3.4rem}
.actions>li.critical{border-left-color:var(--bad)}
.actions>li.serious{border-left-color:var(--accent)}
.actions>li::before{content:counter(action);position:absolute;left:1.05rem;top:.85rem;width:1.6rem;height:1.6rem;border-radius:50%;background:var(--ink);color:var(--card);font-size:.9rem;font-weight:650;line-height:1.6rem;text-align:center}
.what{font-weight:620;line-height:1.4}
.remedy{color:var(--strong)}
.actions .remedy{margin-top:.2rem}
.actions dl{display:flex;flex-wrap:wrap;gap:.35rem 2rem;margin-top:.6rem;font-size:.92rem}
.actions dl .wide{flex:1 1 16rem}
.actions dt{color:var(--soft);font-size:.8rem}
.actions dd{margin:0}
.chip{display:inline-block;font-size:.78rem;font-weight:600;line-height:1.35;padding:.05rem .5rem;border:1px solid currentColor;border-radius:1rem;color:var(--soft);white-space:nowrap}
.chip.critical{color:var(--bad);background:var(--badback)}
.chip.serious{color:var(--warn);background:var(--warnback)}
.chip.moderate{color:var(--strong)}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:0 2.5rem}
.lines{list-style:none;padding:0}
.lines>li{padding:.5rem 0;border-top:1px solid var(--line)}
.lines>li:first-child{border-top:0}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,27rem),1fr));gap:2rem;margin-top:1.25rem;align-items:start}
.charts>*{min-width:0}
.charts:empty{display:none}
.chart .scroll{margin-top:.6rem}
.chart svg{display:block;height:auto;max-width:100%;min-width:18.5rem}
.load svg{min-width:46rem}.load svg[data-narrow]{min-width:0}
.load,.loadHeat{grid-column:1/-1}
.scroll{overflow-x:auto;max-width:100%}
svg text{font-family:inherit}
svg [fill="#2563a8"]{fill:var(--series)}svg [stroke="#2563a8"]{stroke:var(--series)}
svg [fill="#b45309"]{fill:var(--accent)}svg [stroke="#b45309"]{stroke:var(--accent)}
svg [fill="#5b6470"],svg [fill="#000"]{fill:var(--soft)}svg [stroke="#5b6470"]{stroke:var(--soft)}
svg [fill="#374151"]{fill:var(--strong)}svg [stroke="#374151"]{stroke:var(--strong)}
svg [stroke="#e3e7ec"]{stroke:var(--line)}
svg [fill="#d9e6f5"]{fill:var(--r0)}svg [fill="#bcd3ec"]{fill:var(--r1)}svg [fill="#9fc0e2"]{fill:var(--r2)}svg [fill="#7fa9d6"]{fill:var(--r3)}svg [fill="#5f92c9"]{fill:var(--r4)}svg [fill="#437bb6"]{fill:var(--r5)}svg [fill="#2d659f"]{fill:var(--r6)}svg [fill="#1d4f84"]{fill:var(--r7)}svg [fill="#103a68"]{fill:var(--r8)}
svg [stroke="white"]{stroke:var(--card)}
table{border-collapse:collapse;width:100%;font-size:.93rem;line-height:1.4}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{text-align:left;vertical-align:top;padding:.45rem .9rem .45rem 0;border-bottom:1px solid var(--line)}
th:last-child,td:last-child{padding-right:0}
thead th{color:var(--soft);font-weight:560;font-size:.84rem;vertical-align:bottom}
tbody th{font-weight:560}
.n{text-align:right;white-space:nowrap}
.plain th,.plain td{overflow-wrap:normal}
.plain tbody th{overflow-wrap:anywhere;min-width:9rem;max-width:26rem}
.stacks td,.stacks thead th{min-width:4.8rem}
time{white-space:nowrap}
.standing{white-space:nowrap;font-weight:600}
.safe{color:var(--good)}.at-risk{color:var(--warn)}.late{color:var(--bad)}
summary{cursor:pointer}
details.data{margin-top:.6rem}
details.data>summary{color:var(--link);font-size:.86rem}
details.data[open]>.scroll{max-height:26rem;overflow:auto;margin-top:.5rem}
details.finding{border:1px solid var(--line);border-radius:.6rem;margin-top:.5rem;padding:.15rem 1rem}
details.finding>summary{padding:.5rem 0}
details.finding[open]{padding-bottom:.9rem}
.finding .name{font-weight:600;margin-right:.35rem}
.finding .count{font-size:.88rem;white-space:nowrap}
.finding .remedy{margin-top:.4rem}
.answer{font-size:1.3rem;font-weight:640;line-height:1.3;letter-spacing:-.01em;margin:.35rem 0 .5rem}
.answer+p{margin-bottom:.9rem}
.outcomes{list-style:none;padding:0;margin-top:.8rem;display:grid;gap:.8rem}
.outcomes li{display:grid;grid-template-columns:minmax(58%,1fr) auto;gap:.2rem 1rem}
.outcomes .name{font-weight:560}
.outcomes .value{color:var(--strong);text-align:right}
.bar{grid-column:1/-1;width:100%;height:.5rem;border-radius:.25rem}
.bar .track{fill:var(--line)}.bar .done{fill:var(--series)}
.shares{display:block;height:1.1rem;margin-top:.5rem}
.shares+.keys{margin:.5rem 0 .6rem}
.share.active{fill:var(--series)}.share.waiting{fill:var(--tint)}.share.blocked{fill:var(--accent)}.share.proposed{fill:var(--soft)}.share.paused,.share.untold{fill:var(--line)}
.gantt+.gantt{margin-top:2.5rem;border-top:1px solid var(--line)}
.plot{display:flex;margin-top:.9rem;border:1px solid var(--line);border-radius:.6rem;overflow:hidden}
.names{list-style:none;padding:26px 0 8px;flex:1 1 12rem;min-width:0;border-right:1px solid var(--line)}
.names li{height:26px;line-height:26px;font-size:.84rem;padding:0 .75rem;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.names li:nth-child(odd){background:var(--stripe)}
.names .group{font-weight:640}
.plot .scroll{flex:0 1 auto;min-width:0}
.plot svg{display:block}
.plot text,.plot .tick{font-size:11px;fill:var(--soft)}
.tick{stroke:var(--line)}
.stripe{fill:var(--stripe)}
.task.plain{fill:var(--tint);stroke:var(--series);stroke-width:1}
.task.critical,.milestone.critical{fill:var(--series);stroke:var(--series);stroke-width:1}
.milestone.plain{fill:var(--card);stroke:var(--series);stroke-width:1.5}
.summary{fill:var(--strong)}
.float{fill:none;stroke:var(--soft);stroke-dasharray:2 2}
.link{fill:none;stroke:var(--soft);opacity:.75}
.arrow{fill:var(--soft);opacity:.75}
.link.critical{stroke:var(--series);stroke-width:1.75;opacity:1}
.arrow.critical{fill:var(--series);opacity:1}
.today{stroke:var(--accent);stroke-width:1.5;stroke-dasharray:5 3}
.today-head{fill:var(--accent)}
.keys{display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;list-style:none;padding:0;margin-top:.7rem;font-size:.86rem;color:var(--soft)}
.key{display:inline-block;width:1.1rem;height:.7rem;margin-right:.4rem;border-radius:2px;vertical-align:baseline}
.key.critical{background:var(--series)}
.key.plain{background:var(--tint);border:1px solid var(--series)}
.key.float{height:0;border-top:2px dotted var(--soft);vertical-align:middle}
.key.milestone{width:.62rem;height:.62rem;border:1.5px solid var(--series);transform:rotate(45deg);border-radius:0}
.key.summary{height:.3rem;background:var(--strong);vertical-align:middle;border-radius:0}
.key.today{width:0;height:.9rem;border-left:2px dashed var(--accent);vertical-align:middle}
.key.active{background:var(--series)}.key.waiting{background:var(--tint)}.key.blocked{background:var(--accent)}.key.proposed{background:var(--soft)}.key.paused,.key.untold{background:var(--line)}
footer{padding-bottom:3rem;color:var(--soft);font-size:.88rem}
@media screen and (max-width:46rem){
header.top,main,footer{padding-left:.75rem;padding-right:.75rem}
header.top{padding-top:1.5rem}
section{padding:1.15rem 1rem 1.3rem;margin:1rem 0;border-radius:.7rem}
.tiles,.top .tiles{grid-template-columns:1fr 1fr;gap:.5rem}
.pair{grid-template-columns:1fr}
.actions>li{padding:.85rem .9rem .85rem 2.9rem}
.actions>li::before{left:.7rem}
.actions dl{gap:.45rem 1.25rem}
.actions dl .wide{flex-basis:100%}
.names{flex:0 0 38%}
.names li{padding:0 .5rem;font-size:.78rem}
.plot .scroll{flex:1 1 0}
table.stacks,.stacks tbody,.stacks tr,.stacks th,.stacks td{display:block;width:100%}
.stacks thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.stacks tr{padding:.7rem 0;border-bottom:1px solid var(--line)}
.stacks th,.stacks td{border:0;min-width:0;padding:.12rem 0;text-align:left;white-space:normal}
.stacks td{display:grid;grid-template-columns:8.5rem 1fr;gap:0 .75rem}
.stacks td::before{content:attr(data-label);color:var(--soft);font-size:.86rem}
.stacks td>*{grid-column:2}
}
@media print{
:root{--back:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--stripe:#f4f4f4;--series:#1f4f86;--tint:#dbe6f2;--accent:#8a3f00;--strong:#222;--bad:#8a1418;--badback:#fff;--warn:#6b3a00;--warnback:#fff;--good:#14502a;--link:#000;--r0:#d9e6f5;--r1:#bcd3ec;--r2:#9fc0e2;--r3:#7fa9d6;--r4:#5f92c9;--r5:#437bb6;--r6:#2d659f;--r7:#1d4f84;--r8:#103a68;color-scheme:light}
@page{margin:14mm 13mm}
html{font-size:10pt}
body{line-height:1.42;-webkit-print-color-adjust:exact;print-color-adjust:exact}
nav,.skip,details.data{display:none}
header.top,main,footer{max-width:none;padding:0}
section{border:0;border-top:1.5pt solid var(--ink);border-radius:0;padding:8pt 0 0;margin:14pt 0}
.tiles{grid-template-columns:repeat(auto-fit,minmax(6.2rem,1fr));gap:4pt}
.tiles>div{padding:4pt 6pt}
.tiles b{font-size:14pt}
h2,h3,h4,summary{break-after:avoid}
.actions>li,.chart,tr,.outcomes li,.lines>li{break-inside:avoid}
.plot{zoom:.68}
.charts{grid-template-columns:1fr 1fr;gap:12pt}
.chart svg{min-width:0;width:100%}
.scroll{overflow:visible}
details.finding::details-content{content-visibility:visible;display:block;height:auto}
}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
@media (forced-colors:active){.task.critical,.milestone.critical,.bar .done{fill:Highlight}.task.plain{fill:Canvas;stroke:CanvasText}}
`;

/** Of the text above, as a Content-Security-Policy names it; a test compares the two. */
export const styleHash = "sha256-rsLbH07NPmLMe3/ukVc8YO1eNoGXv4iHsjBUBtow9pQ=";
