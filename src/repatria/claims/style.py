"""The look of a checked report: colour is never alone, it reads on a phone, in the dark, and on paper."""

# Everything is under ``.checked``; a site may set the variables for its own colours.
CSS = """
.checked{--ck-true:#1c6b3a;--ck-false:#a3241c;--ck-unknown:#6b5300;--ck-ink:#1d2730;--ck-soft:#4b5963;
--ck-line:#d5dbe0;--ck-true-paper:#e8f4ec;--ck-false-paper:#fbe9e7;--ck-unknown-paper:#fdf6df;color:var(--ck-ink)}
.checked .facts{color:var(--ck-soft);margin-block:0 .4rem}
.checked .tally{list-style:none;padding:0;margin-block:0 1.2rem;display:flex;flex-wrap:wrap;gap:.3rem 1.4rem}
.checked .tally li,.checked .verdict{font-weight:600}
.checked .tally .true,.checked li.true .verdict{color:var(--ck-true)}
.checked .tally .false,.checked li.false .verdict{color:var(--ck-false)}
.checked .tally .unknown,.checked li.unknown .verdict{color:var(--ck-unknown)}
.checked .sheet{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:2rem}
.checked .report{white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:plaintext;line-height:1.9}
.checked mark{background:none;color:inherit;padding-block:.1em;border-block-end:3px solid}
.checked mark.true{border-color:var(--ck-true);background:var(--ck-true-paper)}
.checked mark.false{border-color:var(--ck-false);border-block-end:5px double var(--ck-false);
background:var(--ck-false-paper)}
.checked mark.unknown{border-color:var(--ck-unknown);border-block-end-style:dashed;
background:var(--ck-unknown-paper)}
.checked mark a{text-decoration:none;font-weight:700;font-size:.78em;padding-inline:.25em;white-space:nowrap;
unicode-bidi:isolate}
.checked mark a.true{color:var(--ck-true)}.checked mark a.false{color:var(--ck-false)}
.checked mark a.unknown{color:var(--ck-unknown)}
.checked .claims{list-style:none;padding:0;margin:0}
.checked .claims li{border:1px solid var(--ck-line);border-inline-start:.4rem solid;border-radius:.3rem;
padding:.55rem .8rem;margin-block-end:.7rem;font-size:.93rem;line-height:1.5;overflow-wrap:anywhere}
.checked .claims li.true{border-inline-start-color:var(--ck-true)}
.checked .claims li.false{border-inline-start-color:var(--ck-false);border-inline-start-style:double}
.checked .claims li.unknown{border-inline-start-color:var(--ck-unknown);border-inline-start-style:dashed}
.checked .claims li:target{outline:3px solid #1f5f8b}
.checked .claims p{margin:0}.checked .type{color:var(--ck-soft)}.checked .type::before{content:"· "}
.checked blockquote{margin:.25rem 0;padding:0;border:0;font-style:normal;font-weight:500}
.checked .rows{color:var(--ck-soft);font-size:.88em;margin-block-start:.25rem}
.checked .more{padding-inline-start:1.2rem;font-size:.93rem}.checked .more li{margin-block-end:.4rem}
@media(max-width:48rem){.checked .sheet{grid-template-columns:minmax(0,1fr);gap:1.2rem}}
@media(prefers-color-scheme:dark){.checked{--ck-true:#7fd6a0;--ck-false:#ff9c92;--ck-unknown:#e3c668;--ck-ink:#e6eaed;
--ck-soft:#a9b4bc;--ck-line:#3a444c;--ck-true-paper:#16301f;--ck-false-paper:#3c1a17;--ck-unknown-paper:#332b10}}
@media print{.checked .sheet{display:block}.checked .claims li{break-inside:avoid}}
"""

# Around it, where the report is a page of its own.
PAGE_CSS = """
*{box-sizing:border-box}body{margin:0;color:#1d2730;background:#fff;
font:1.05rem/1.65 system-ui,'Noto Sans','Noto Sans Arabic',sans-serif}
main{max-width:72rem;margin-inline:auto;padding:1.2rem}
h1{font-size:1.4rem;margin-block:0 .3rem}h2{font-size:1.1rem;margin-block:1.4rem .5rem}a{color:inherit}
@media(max-width:48rem){main{padding:.8rem}}
@media(prefers-color-scheme:dark){body{color:#e6eaed;background:#14191d}}
"""
