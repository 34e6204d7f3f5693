// The waiting room: counts down by the server's clock, asks once when its moment has come, and asks again after a lost line.
(function () {
  "use strict";
  var box = document.getElementById("rush"), says = document.getElementById("rush-says"), left = document.getElementById("rush-left");
  if (!box || !window.XMLHttpRequest) return;
  var told = box.dataset, ahead = 0, until = null, text = told.early, waits = 1000;

  function request(method, path, body, then, lost) {
    var ask = new XMLHttpRequest();
    ask.open(method, path);
    ask.timeout = 10000;
    ask.onload = function () {
      var answer = null;
      try { answer = JSON.parse(ask.responseText); } catch (error) { /* not from the gate */ }
      if (answer) then(answer, ask.status); else lost();
    };
    ask.onerror = ask.ontimeout = lost;
    if (body) { ask.setRequestHeader("Content-Type", "application/json"); ask.send(JSON.stringify(body)); } else ask.send();
  }

  function serverTime() { return Date.now() / 1000 + ahead; }

  function show() {
    if (until === null) return;
    var seconds = Math.max(0, Math.ceil(until - serverTime()));
    left.textContent = text + " " + (seconds > 3599 ? Math.floor(seconds / 3600) + ":" : "") + ("0" + Math.floor(seconds % 3600 / 60)).slice(-2) + ":" + ("0" + seconds % 60).slice(-2);
  }

  function wait(seconds) {
    until = serverTime() + seconds;
    show();
    window.setTimeout(seconds > 30 ? begin : ask, Math.min(seconds, 25) * 1000 + 20);
  }

  function again(sentence) {
    left.textContent = sentence;
    until = null;
    window.setTimeout(ask, waits + Math.random() * waits);
    waits = Math.min(waits * 2, 16000);
  }

  function ask() {
    request("POST", told.gate, { ticket: told.ticket }, function (answer, status) {
      if (answer.code === "early" || answer.code === "room") {
        text = answer.code === "room" ? told.room.replace("{n}", answer.people) : told.early;
        wait(answer.wait);
      } else if (status === 429 || answer.code === "busy") {
        again(told.busy);
      } else {
        until = null;
        left.textContent = "";
        box.dataset.code = answer.code;
        says.textContent = answer.code === "done" ? told.done + answer.says : answer.code === "waiting" ? told.waiting + answer.says : answer.code === "full" ? told.full : answer.says;
      }
    }, function () { again(told.net); });
  }

  function begin() {
    var sent = Date.now();
    request("GET", "/gate/now", null, function (answer) {
      ahead = answer.now - (sent + Date.now()) / 2000;
      var seconds = Number(told.opens) - serverTime();
      if (seconds > 0) wait(seconds); else ask();
    }, function () { window.setTimeout(begin, 3000); });
  }

  window.setInterval(show, 500);
  begin();
})();
