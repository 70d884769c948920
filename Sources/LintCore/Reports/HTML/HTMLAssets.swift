/// What the pages are drawn and driven by.
enum HTMLAssets {
  static let style = """
    :root { --error: #b3261e; --warning: #a15c00; --info: #1f5fa8; --good: #1b6e3c; --line: #d9dce1; --ink: #1c1f24;
      --error-soft: #fde7e5; --warning-soft: #fff1d6; --info-soft: #e3effc; --term: #fff7b0; }
    * { box-sizing: border-box; }
    body { margin: 0; background: #f2f3f5; color: var(--ink); line-height: 1.6;
      font: 15px/1.6 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif; }
    h1 { margin: 0; padding: 18px 28px; font-size: 22px; background: #fff; border-bottom: 1px solid var(--line); }
    main { display: flex; flex-direction: column; gap: 20px; padding: 20px 28px; }
    #summary { order: -1; background: #fff; border: 1px solid var(--line); border-radius: 8px; padding: 20px; }
    #summary h2 { font-size: 16px; margin: 18px 0 6px; }
    .cards { display: flex; flex-wrap: wrap; gap: 12px; }
    .card { min-width: 120px; padding: 8px 16px; border: 1px solid var(--line); border-radius: 8px; }
    .card b { display: block; font-size: 26px; line-height: 1.2; }
    .card.error b, td.error { color: var(--error); } .card.warning b, td.warning { color: var(--warning); }
    .card.info b, td.info { color: var(--info); }
    .filters { margin-top: 14px; } .filters label { margin: 0 8px; cursor: pointer; }
    .filters button { display: none; font: inherit; } .filtered .filters button { display: inline; }
    .chart { list-style: none; margin: 0; padding: 0; max-width: 760px; }
    .chart li { display: flex; align-items: center; gap: 10px; padding: 1px 4px; cursor: pointer; border-radius: 4px; }
    .chart li:hover, .chart li.chosen { background: #eef1f5; }
    .chart .name { flex: 0 0 42%; overflow-wrap: anywhere; } h2 small { margin-left: 1em; font-weight: 400; color: #5a6270; }
    .back { float: right; font-size: 15px; font-weight: 400; line-height: 2; }
    .chart .bar { flex: 1; } .chart i { display: block; height: 12px; border-radius: 3px; background: #5b7fb4; }
    .chart .count { flex: 0 0 48px; text-align: right; font-variant-numeric: tabular-nums; }
    table { border-collapse: collapse; } td, th { border: 1px solid #c4c9d0; padding: 3px 8px; vertical-align: top; }
    th { background: #f0f2f5; font-weight: 600; text-align: center; vertical-align: middle; }
    td.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    td.c { white-space: nowrap; } .scroll td.l { min-width: 9em; }
    .drafts td:first-child { overflow-wrap: anywhere; }
    .search { margin: 0 0 8px; } .search input[type=search] { font: inherit; padding: 2px 8px; }
    a { color: #1f5fa8; }
    .draft { background: #fff; border: 1px solid var(--line); border-radius: 8px; }
    .draft > header { display: flex; flex-wrap: wrap; align-items: center; gap: 10px; padding: 12px 20px;
      border-bottom: 1px solid var(--line); border-left: 5px solid var(--good); border-radius: 8px 0 0 0; }
    .draft > header.error { border-left-color: var(--error); } .draft > header.warning { border-left-color: var(--warning); }
    .draft > header.info { border-left-color: var(--info); }
    .draft h2 { margin: 0; font-size: 17px; overflow-wrap: anywhere; unicode-bidi: isolate; }
    .profile { color: #5a6270; }
    .badge { display: inline-block; padding: 0 8px; border-radius: 10px; color: #fff; font-size: 13px; line-height: 20px; }
    .badge.error { background: var(--error); } .badge.warning { background: var(--warning); }
    .badge.info { background: var(--info); }
    .body { display: grid; grid-template-columns: minmax(0, 1fr) 380px; }
    .paper { padding: 20px 28px; min-width: 0; overflow-wrap: anywhere; }
    .paper p { margin: 0 0 .5em; text-indent: 2em; } .paper p.contents, .paper p.loose { text-indent: 0; margin: 0; }
    .paper p.caption { text-align: center; text-indent: 0; font-weight: 600; margin: 1em 0 .3em; }
    .paper h3, .paper h4, .paper h5, .paper h6 { margin: 1em 0 .4em; font-size: 16px; }
    .paper h3 { font-size: 19px; text-align: center; }
    .scroll { overflow-x: auto; margin: .4em 0 1em; }
    .scroll td:not(:empty) { min-width: 3.4em; }
    .scroll .form td:not(:empty) { min-width: 5em; } .scroll .form td.w { min-width: 14em; }
    .scroll table { font-size: 13px; line-height: 1.45; min-width: 60%; }
    tr.total td { font-weight: 700; }
    tr.preamble td, tr.numbers td { color: #5a6270; border-color: #e3e6ea; } tr.numbers td { text-align: center; }
    tr.uncertain td { font-style: italic; color: #5a6270; } td.none { border: 0; }
    .m, .finding { cursor: pointer; } mark { background: none; color: inherit; padding: 0 1px; }
    .m.error { background: var(--error-soft); box-shadow: inset 0 -2px var(--error); }
    .m.warning { background: var(--warning-soft); box-shadow: inset 0 -2px var(--warning); }
    .m.info { background: var(--info-soft); box-shadow: inset 0 -2px var(--info); }
    td.m.error, td.m.warning, td.m.info { box-shadow: inset 0 0 0 2px; }
    td.m.error { color: var(--error); } td.m.warning { color: var(--warning); } td.m.info { color: var(--info); }
    [data-f]:not(.off)::after { content: attr(data-f); font-size: 10px; vertical-align: super; margin-left: 2px; opacity: .75; }
    .number { display: inline-block; min-width: 1.4em; font-weight: 700; color: #5a6270; }
    .caret { font-weight: 700; } td[data-s] { cursor: pointer; } td[data-s]:hover { background: #f4f7fb; }
    .off { background: none !important; box-shadow: none !important; color: inherit !important; }
    .lit { background: var(--term) !important; box-shadow: inset 0 0 0 2px #c9a800 !important; color: inherit !important; }
    .here { outline: 3px solid #c9a800; outline-offset: -1px; }
    .findings { border-left: 1px solid var(--line); background: #fafbfc; padding: 14px; font-size: 14px;
      position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; border-radius: 0 0 8px 0; }
    .findings ol { list-style: none; margin: 0; padding: 0; } .good { color: var(--good); font-weight: 600; margin: 0; }
    .finding { background: #fff; border: 1px solid var(--line); border-left: 4px solid; border-radius: 6px;
      padding: 8px 10px; margin-bottom: 10px; unicode-bidi: isolate; }
    .finding.error { border-left-color: var(--error); } .finding.warning { border-left-color: var(--warning); }
    .finding.info { border-left-color: var(--info); } .finding.chosen { background: #fffdea; border-color: #c9a800; }
    .finding p { margin: 4px 0 0; overflow-wrap: anywhere; } .finding .line { color: #5a6270; font-size: 12px; }
    .finding .rule { color: #8a919c; font-size: 12px; } .fix { color: var(--good); }
    .finding.chosen .related { max-height: none; }
    .related { margin: 4px 0 0; padding: 0; list-style: none; font-size: 13px; max-height: 11em; overflow-y: auto; }
    #panel { position: fixed; left: 28px; right: 28px; bottom: 14px; padding: 10px 16px; background: #2b2f36; color: #fff;
      border-radius: 8px; font-variant-numeric: tabular-nums; box-shadow: 0 4px 18px #0005; white-space: pre-line; max-height: 30vh; overflow: auto; }
    [hidden] { display: none !important; }
    @media (max-width: 1000px) { .body { display: block; } .findings { position: static; max-height: none;
      border-left: 0; border-top: 1px solid var(--line); } main { padding: 10px; } }
    @media print {
      @page { margin: 14mm; }
      body { background: #fff; font-size: 10.5pt; } h1 { padding: 0 0 8px; }
      main { padding: 0; gap: 0; } .filters, .search, .back, h2 small, #panel { display: none; }
      #summary, .draft { border: 0; padding: 0; } .draft { break-after: page; } .paper { padding: 8px 0; }
      .cards { padding-top: 10px; } .draft > header { margin-top: 12px; }
      .findings { position: static; max-height: none; overflow: visible; border: 0; background: none; padding: 0;
        align-self: stretch; }
      .body { display: flex; flex-direction: column; } .findings { order: -1; padding: 8px 0; }
      .related { max-height: none; } .finding, tr { break-inside: avoid; } thead { display: table-header-group; }
      .scroll { overflow: visible; } .scroll table { font-size: 8pt; width: 100%; } .scroll td, .scroll th { padding: 1px 3px; }
      .scroll { padding-right: 1px; } .scroll .form td:not(:empty) { min-width: 4em; } .scroll .form td.w { min-width: 11em; }
      .scroll td:not(:empty) { min-width: 2.2em; } .scroll td.l { min-width: 4em; }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }
    """

  static let script = """
    (function () {
      "use strict";
      var panel = document.getElementById("panel");
      function all(root, selector) { return Array.prototype.slice.call(root.querySelectorAll(selector)); }
      function clear() {
        all(document, ".lit, .here, .finding.chosen").forEach(function (e) { e.classList.remove("lit", "here", "chosen"); });
        panel.hidden = true;
      }
      function word(name, value) { return "[" + name + "~='" + value + "']"; }
      // Shows findings: their places, the places that take part, and their entries in the list.
      function choose(draft, numbers, from) {
        clear();
        var places = [], entries = [];
        numbers.forEach(function (number) {
          places = places.concat(all(draft, word("data-f", number)));
          entries = entries.concat(all(draft, ".finding[data-n='" + number + "']:not([hidden])"));
          all(draft, word("data-t", number)).forEach(function (e) { e.classList.add("lit"); });
        });
        places.forEach(function (e) { e.classList.add("here"); });
        entries.forEach(function (e) { e.classList.add("chosen"); });
        panel.textContent = entries.map(function (e) { return e.querySelector(".message").textContent; }).join("\\n");
        panel.hidden = from === "list" || !entries.length;
        if (from === "list" && places[0]) { places[0].scrollIntoView({ block: "center" }); }
        if (from === "paper" && entries[0]) { entries[0].scrollIntoView({ block: "nearest" }); }
      }
      // Shows what a total is made of.
      function showSum(draft, total) {
        clear();
        var sum = total.dataset.s, text = "";
        total.classList.add("here");
        all(draft, word("data-p", sum) + ", " + word("data-p", "-" + sum)).forEach(function (e) {
          var isTakenOff = e.dataset.p.split(" ").indexOf(sum) < 0;
          e.classList.add("lit");
          text += (isTakenOff ? " − " : text && " + ") + e.textContent.trim();
        });
        var own = total.textContent.trim();
        function number(text) { return Number(text.replace(/,/g, "")); }
        // A rounding tail is no mistake, but the two figures must not look like one.
        var isTail = Math.abs(number(own) - number(total.dataset.c)) > 0;
        panel.textContent = text.trim() + " = " + total.dataset.c + (isTail ? " ≈ " + own : "");
        panel.hidden = false;
      }
      document.addEventListener("click", function (event) {
        var target = event.target;
        var bar = target.closest(".chart li");
        if (bar) { return toggleRule(bar); }
        var draft = target.closest(".draft");
        if (!draft || target.closest("a")) { return; }
        var entry = target.closest(".finding");
        if (entry) { return choose(draft, [entry.dataset.n], "list"); }
        var mark = target.closest("[data-f]:not(.off)");
        if (mark) { return choose(draft, mark.dataset.f.split(" "), "paper"); }
        var total = target.closest("[data-s]");
        if (total) { return showSum(draft, total); }
        clear();
      });
      document.addEventListener("keydown", function (event) {
        if (event.key === "Escape") { clear(); }
        if (event.key === "Enter" && event.target.matches("[data-f], .finding, .chart li")) { event.target.click(); }
      });
      var rule = null;
      function toggleRule(bar) {
        rule = bar.classList.contains("chosen") ? null : bar.dataset.rule;
        all(document, ".chart li").forEach(function (e) { e.classList.toggle("chosen", e.dataset.rule === rule); });
        filter();
      }
      // Hides the findings that the filters leave out, in the lists and on the paper, and the drafts without any other.
      function filter() {
        var shown = {}, isActive = rule !== null;
        all(document, ".filters input").forEach(function (e) {
          shown[e.value] = e.checked;
          isActive = isActive || !e.checked;
        });
        document.body.classList.toggle("filtered", rule !== null);
        all(document, ".draft").forEach(function (draft) {
          var visible = {}, count = 0;
          all(draft, ".finding").forEach(function (e) {
            var isShown = shown[e.dataset.v] !== false && (rule === null || e.dataset.r === rule);
            e.hidden = !isShown;
            visible[e.dataset.n] = isShown;
            count += isShown;
          });
          all(draft, "[data-f]").forEach(function (e) {
            e.classList.toggle("off", !e.dataset.f.split(" ").some(function (n) { return visible[n]; }));
          });
          draft.hidden = isActive && !count;
        });
        rows.forEach(function (r) { r.isLeftOut = isActive && !holds(r, shown); });
        search();
        clear();
      }
      // Tells whether a draft in the list has a finding that is shown; of one on another page only the kinds are known.
      function holds(r, shown) {
        if (r.page) { return !r.page.hidden; }
        return (rule === null || r.rules.indexOf(rule) >= 0) && all(r.row, "[data-v]").some(function (e) {
          return shown[e.dataset.v] !== false && e.textContent !== "0";
        });
      }
      // Leaves the drafts in the list whose name holds what was typed; it may be ten thousand names long.
      var rows = all(document, ".drafts tbody tr").map(function (row) {
        var link = row.querySelector("a"), href = link ? link.getAttribute("href") : "";
        return { row: row, name: row.cells[0].textContent.toLowerCase(), rules: (row.dataset.r || "").split(" "),
          clean: row.dataset.r === "", page: href[0] === "#" ? document.getElementById(href.slice(1)) : null };
      });
      function search() {
        var form = document.querySelector(".search");
        var word = form ? form.elements.draft.value.trim().toLowerCase() : "";
        var only = form && form.elements.only.checked;
        rows.forEach(function (r) { r.row.hidden = r.isLeftOut || (only && r.clean) || r.name.indexOf(word) < 0; });
      }
      all(document, ".search").forEach(function (form) {
        form.addEventListener("input", search);
        form.addEventListener("submit", function (event) { event.preventDefault(); });
      });
      all(document, ".filters").forEach(function (form) {
        form.addEventListener("change", filter);
        form.addEventListener("reset", function () {
          rule = null;
          all(document, ".chart li").forEach(function (e) { e.classList.remove("chosen"); });
          setTimeout(filter, 0);
        });
      });
    })();
    """
}
