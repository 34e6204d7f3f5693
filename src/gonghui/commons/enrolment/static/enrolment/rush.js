// The waiting room: counts down by the server's clock, asks once when its moment has come, and asks again after a lost line. A box a person.
(function () {
  "use strict";
  if (!window.XMLHttpRequest) return;
  var boxes = document.querySelectorAll(".rush");
  for (var n = 0; n < boxes.length; n++) room(boxes[n]);

  function room(box) {
    var says = box.querySelector(".rush-says"), left = box.querySelector(".rush-left"), form = box.querySelector(".rush-puzzle");
    var told = box.dataset, ahead = 0, until = null, text = told.early, waits = 1000, puzzle = null;

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
      window.setTimeout(seconds > 30 ? begin : function () { ask(); }, Math.min(seconds, 25) * 1000 + 20);
    }

    function again(sentence) {
      left.textContent = sentence;
      until = null;
      window.setTimeout(function () { ask(); }, waits + Math.random() * waits);
      waits = Math.min(waits * 2, 16000);
    }

    // Asked too often: the page works the puzzle out where it can, and whoever sits before it may answer the sum.
    function work(asked, tried) {
      if (puzzle !== asked || !window.crypto || !window.crypto.subtle || !window.TextEncoder) return;
      var line = asked.puzzle.split(".")[1] + " " + tried;
      window.crypto.subtle.digest("SHA-256", new window.TextEncoder().encode(line)).then(function (made) {
        if (new DataView(made).getUint32(0) >>> (32 - asked.bits) === 0) solve("w" + tried); else work(asked, tried + 1);
      });
    }

    function solve(answer) {
      var solved = puzzle;
      if (!solved) return;
      puzzle = null;
      form.hidden = true;
      ask({ puzzle: solved.puzzle, answer: answer });
    }

    form.onsubmit = function (event) {
      event.preventDefault();
      solve(form.elements.answer.value);
    };

    function ask(more) {
      var sent = { ticket: told.ticket };
      if (more && more.puzzle) { sent.puzzle = more.puzzle; sent.answer = more.answer; }
      request("POST", told.gate, sent, function (answer, status) {
        if (answer.puzzle) {
          puzzle = answer;
          until = null;
          left.textContent = told.busy;
          form.querySelector(".rush-sum").textContent = answer.question;
          form.elements.answer.value = "";
          form.hidden = false;
          work(answer, 0);
          return;
        }
        if (answer.code === "early" || answer.code === "room") {
          text = answer.code === "room" ? told.room.replace("{n}", answer.people) : told.early;
          wait(answer.wait);
        } else if (status === 429 || answer.code === "busy") {
          again(told.busy);
        } else {
          until = null;
          left.textContent = "";
          box.dataset.code = answer.code;
          says.textContent = answer.code === "done" ? told.done + answer.says : answer.code === "waiting" ? told.waiting + answer.says : answer.code === "applied" ? told.applied + answer.says : answer.code === "full" ? told.full : answer.says;
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
  }
})();
