// A vote or a claim through the gate, so that a crowd at one moment is taken in; without it the form does the same.
(function () {
  "use strict";
  var form = document.getElementById("vote"), says = document.getElementById("vote-says");
  if (!form || !form.dataset.ticket || !window.XMLHttpRequest) return;
  var button = form.querySelector("button"), waits = 1000;

  function tell(text) { says.hidden = false; says.textContent = text; }

  function send(options) {
    var ask = new XMLHttpRequest();
    ask.open("POST", form.dataset.gate);
    ask.setRequestHeader("Content-Type", "application/json");
    ask.timeout = 10000;
    ask.onload = function () {
      var answer = null;
      try { answer = JSON.parse(ask.responseText); } catch (error) { /* not from the gate */ }
      if (!answer || ask.status === 404) { form.submit(); return; }
      if (ask.status === 429 || answer.code === "busy") { again(options); return; }
      form.dataset.code = answer.code;
      tell(answer.code === "done" && !answer.again ? form.dataset.done + answer.says : answer.says || form.dataset.full);
      button.hidden = answer.code === "done";
      button.disabled = false;
    };
    ask.onerror = ask.ontimeout = function () { again(options); };
    ask.send(JSON.stringify({ ticket: form.dataset.ticket, turn: Number(form.dataset.turn), options: options }));
  }

  function again(options) {
    tell(form.dataset.net);
    window.setTimeout(function () { send(options); }, waits + Math.random() * waits);
    waits = Math.min(waits * 2, 16000);
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    button.disabled = true;
    send(Array.prototype.map.call(form.querySelectorAll("input[name=options]:checked"), function (box) { return Number(box.dataset.number); }));
  });
})();
