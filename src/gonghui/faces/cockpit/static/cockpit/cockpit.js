// Draws a chart above each table that asks for one, from the table itself, and folds the table away; where this does not run the table stands.
(function () {
  "use strict";
  var tables = [].slice.call(document.querySelectorAll("table[data-chart]"));
  if (!tables.length || !window.getComputedStyle || !document.documentElement.closest) return;
  var folded = [].slice.call(document.querySelectorAll("details"));
  var colour = getComputedStyle(document.documentElement);
  var of = function (name) { return colour.getPropertyValue(name).trim(); };
  var short = function (n) { return Math.abs(n) >= 1e8 ? n / 1e8 + "亿" : Math.abs(n) >= 1e4 ? n / 1e4 + "万" : "" + n; };
  var texts = function (cells) { return [].map.call(cells, function (cell) { return cell.textContent; }); };

  function draw(table) {
    var box = document.createElement("div"), fold = table.closest("details"), rows = [].slice.call(table.tBodies[0].rows);
    var heads = texts(table.tHead.rows[0].cells).slice(1), said = rows.map(function (row) { return texts(row.cells); });
    box.className = "chart";
    box.setAttribute("role", "img");
    box.setAttribute("aria-label", table.caption.textContent);
    fold.parentNode.insertBefore(box, fold);
    var ink = { color: of("--ink"), fontSize: parseFloat(colour.fontSize) * 0.8 }, line = { lineStyle: { color: of("--line") } };
    var chart = window.echarts.init(box);
    chart.setOption({
      animation: false, color: [of("--now"), of("--then")], textStyle: ink,
      grid: { left: 12, right: 16, top: heads.length > 1 ? 40 : 20, bottom: 8, containLabel: true },
      legend: { show: heads.length > 1, top: 6, textStyle: ink },
      // drawn, not HTML: the policy of the house takes no inline style
      tooltip: { trigger: "axis", renderMode: "richText", formatter: function (at) {
        return [said[at[0].dataIndex][0]].concat(at.map(function (one) { return one.seriesName + " " + said[one.dataIndex][one.seriesIndex + 1]; })).join("\n");
      } },
      xAxis: { type: "category", data: said.map(function (row) { return row[0]; }), axisLabel: ink, axisLine: line },
      yAxis: { type: "value", axisLabel: { color: ink.color, fontSize: ink.fontSize, formatter: short }, splitLine: line },
      series: heads.map(function (head, n) {
        return { name: head, type: table.getAttribute("data-chart"), barMaxWidth: 28, data: rows.map(function (row) {
          var number = row.cells[n + 1].getAttribute("data-n");
          return number === "" ? null : Number(number);
        }) };
      })
    });
    window.addEventListener("resize", function () { chart.resize(); });
  }

  var library = document.createElement("script");
  library.src = document.currentScript.getAttribute("data-charts");
  library.onload = function () {
    tables.forEach(function (table) { draw(table); table.closest("details").open = false; });
    document.documentElement.classList.add("drawn");
  };
  document.head.appendChild(library);
  window.addEventListener("beforeprint", function () { folded.forEach(function (fold) { fold.open = true; }); });
})();
