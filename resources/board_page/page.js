"use strict";
// The page around the board: its key, the live socket, the chime and the voice.
(function () {
  var KEY = "anteroom-board-key", PING_MS = 5000, LOOK_EVERY_MS = 30000, LOOK_SPACING_MS = 2000;
  var LEAST_ANNOUNCED_MS = 6000, LONGEST_SENTENCE_MS = 15000, LINES_A_PAGE_MS = 12000, LONGEST_AWAY_MS = 8000, CALLING_MS = 60000;
  var settings = JSON.parse(document.getElementById("settings").textContent);
  var words = settings.words[settings.languages[0]], board = new Board(), place = null;
  var socket, cursor, backAfterMs = 1000, serverAheadMs = 0, looking = false, lookAgain, audio, firstLine = 0;
  var memory = "";

  function element(id) { return document.getElementById(id); }
  function say(target, text) { if (target.textContent !== text) target.textContent = text; }
  function serverNow() { return Date.now() + serverAheadMs; }

  // --- The key ---------------------------------------------------------------------------------------------------
  function key() { try { return localStorage.getItem(KEY) || memory; } catch (_refused) { return memory; } }
  function keep(value) {
    memory = value;
    try { if (value) localStorage.setItem(KEY, value); else localStorage.removeItem(KEY); } catch (_refused) { return; }
  }
  function show(which) {
    element("joining").hidden = which !== "joining";
    element("board").hidden = which !== "board";
  }
  function askForCode(why) {
    show("joining");
    say(element("why"), why || "");
    element("code").focus();
  }
  function join(code) {
    say(element("why"), "");
    fetch("api/devices/enrol", {method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify({code: code})})
      .then(function (reply) { return reply.json(); })
      .then(function (reply) {
        if (!reply.success) askForCode(words[reply.error.code === "code_refused" ? "wrong_code" : "later"]);
        else if (reply.data.kind !== "board") askForCode(words.not_board);
        else { keep(reply.data.device_key); begin(); }
      }, function () { askForCode(words.later); });
  }
  element("joining").addEventListener("submit", function (event) {
    event.preventDefault();
    var code = element("code").value.trim();
    element("code").value = "";
    if (code) join(code);
  });

  // --- The server ------------------------------------------------------------------------------------------------
  function look() {
    clearTimeout(lookAgain);
    if (looking) return;
    looking = true;
    fetch("api/queue/board", {headers: {Authorization: "Bearer " + key()}, cache: "no-store"})
      .then(function (reply) {
        if (reply.status === 401) { keep(""); location.hash = ""; location.reload(); }
        return reply.ok ? reply.json() : Promise.reject(reply);
      })
      .then(function (reply) {
        place = reply.data;
        serverAheadMs = Date.parse(place.now) - Date.now();
        board.heard(Date.now());
        board.told(place);
        tick();
        draw();
        announce();
      })
      .catch(function () { return; })
      .then(function () { looking = false; lookAgain = setTimeout(look, LOOK_EVERY_MS); });
  }
  // A thousand boards hear of one commit at once, and need not all ask at once.
  function lookSoon() {
    clearTimeout(lookAgain);
    lookAgain = setTimeout(look, LOOK_SPACING_MS * (0.5 + Math.random()));
  }
  function connect() {
    var address = new URL("ws/queue", location.href);
    address.protocol = address.protocol.replace("http", "ws");
    address.hash = "";
    address.search = "";
    socket = new WebSocket(address.href);
    var pinging;
    socket.onopen = function () {
      socket.send(JSON.stringify({token: key()}));
      socket.send(JSON.stringify({subscribe: cursor ? {cursor: cursor} : {}}));
      pinging = setInterval(function () { socket.send('{"ping":true}'); }, PING_MS);
      look();
    };
    socket.onmessage = function (event) {
      var message = JSON.parse(event.data);
      board.heard(Date.now());
      backAfterMs = 1000;
      cursor = message.cursor || cursor;
      if (message.type === "patient_called") {
        board.called(message.data, serverNow());
        draw();
        announce();
      } else if (message.type === "queue_update") lookSoon();
      else if (message.type === "pong") serverAheadMs = Date.parse(message.now) - Date.now();
    };
    socket.onclose = function (event) {
      clearInterval(pinging);
      // Whether it is the key, the other question says; a server that is only busy says 1013.
      if (event.code === 4401) look();
      setTimeout(connect, backAfterMs * (0.7 + 0.6 * Math.random()));
      backAfterMs = Math.min(backAfterMs * 2, LONGEST_AWAY_MS);
    };
  }

  // --- Sound -----------------------------------------------------------------------------------------------------
  function unlock() {
    var Context = window.AudioContext || window.webkitAudioContext;
    if (Context && !audio) audio = new Context();
    if (audio && audio.resume) audio.resume().then(mute);
    mute();
  }
  function mute() { element("sound").hidden = !!audio && audio.state === "running"; }
  function tone(frequency, atS) {
    var source = audio.createOscillator(), gain = audio.createGain(), startS = audio.currentTime + atS;
    source.frequency.value = frequency;
    gain.gain.setValueAtTime(0.0001, startS);
    gain.gain.exponentialRampToValueAtTime(0.35, startS + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.0001, startS + 0.9);
    source.connect(gain);
    gain.connect(audio.destination);
    source.start(startS);
    source.stop(startS + 0.95);
  }
  function speak(sentences, done) {
    var voice = window.speechSynthesis, one = sentences[0];
    if (!one || !voice || !window.SpeechSynthesisUtterance) { done(); return; }
    var utterance = new SpeechSynthesisUtterance(one.text), ended = false, patience;
    function end() {
      if (ended) return;
      ended = true;
      clearTimeout(patience);
      speak(sentences.slice(1), done);
    }
    utterance.lang = one.language;
    utterance.rate = 0.85;
    utterance.onend = utterance.onerror = end;
    patience = setTimeout(function () { voice.cancel(); end(); }, LONGEST_SENTENCE_MS);
    voice.speak(utterance);
  }
  function announce() {
    var call = board.next();
    if (!call) return;
    draw();
    blink();
    var ended = 0;
    function end() {
      ended += 1;
      if (ended < 2) return;
      board.announced();
      announce();
    }
    setTimeout(end, LEAST_ANNOUNCED_MS);
    if (!audio || audio.state !== "running") { end(); return; }
    tone(880, 0);
    tone(659.25, 0.35);
    setTimeout(function () { speak(spoken(call, settings.languages, settings.words), end); }, 1300);
  }
  function blink() {
    var card = element("newest");
    card.classList.remove("blinks");
    void card.offsetWidth;
    card.classList.add("blinks");
  }

  // --- Drawing ---------------------------------------------------------------------------------------------------
  // Names and rooms may be written the other way round than the page; they stand where its reader looks for them.
  function isolated(content) { return content ? "\u2068" + content + "\u2069" : ""; }
  function text(parent, kind, content) {
    var child = document.createElement("span");
    child.className = kind;
    child.textContent = content;
    parent.appendChild(child);
  }
  function draw() {
    if (place) { say(element("clinic"), isolated(place.clinic)); document.title = place.clinic; }
    drawNewest(board.shown[0]);
    var earlier = element("earlier");
    earlier.textContent = "";
    board.shown.slice(1).forEach(function (call) {
      var card = document.createElement("li");
      text(card, "number", isolated(call.short_number));
      text(card, "room", where(call));
      earlier.appendChild(card);
    });
    drawLines();
  }
  function where(call) { return call.is_missed ? words.missed : isolated(call.room) || words.desk; }
  function drawNewest(call) {
    var isNew = !!call && (board.current || serverNow() - Date.parse(call.called_at) < CALLING_MS);
    var isCalling = isNew && !call.is_missed;
    element("newest").classList.toggle("calling", !!isCalling);
    element("newest").classList.toggle("nobody", !call);
    say(element("said"), !place ? words.connecting : !call ? words.nobody : isCalling ? words.now_calling : words.last_called);
    say(element("number"), call ? isolated(call.short_number) : "");
    // "B 17" fills the card; a longer number is drawn smaller.
    element("number").style.fontSize = call ? Math.min(1, 4 / call.short_number.length) + "em" : "";
    say(element("room"), call ? where(call) : "");
    element("room").classList.toggle("long", element("room").textContent.length > 16);
  }
  function perPage() { return Math.max(1, Math.floor(element("lines").clientHeight / (7.8 * rem()))); }
  function rem() { return parseFloat(getComputedStyle(document.documentElement).fontSize); }
  function drawLines() {
    var list = element("lines"), most = perPage(), lines = board.lines;
    if (firstLine >= lines.length) firstLine = 0;
    list.textContent = "";
    lines.slice(firstLine, firstLine + most).forEach(function (line) {
      var card = document.createElement("li"), wait = line.wait;
      text(card, "doctor", isolated(line.doctor_name) || words.anyone);
      text(card, wait ? "range" : "range unknown", wait ? filled(words.range, {lower: wait.lower_min, upper: wait.upper_min}) : words.unknown);
      text(card, "serving", line.now_serving.length ? filled(words.serving, {numbers: served(line)}) : isolated(line.room));
      text(card, "count", filled(words.waiting, {count: line.waiting}));
      list.appendChild(card);
    });
    var pages = Math.ceil(lines.length / most);
    say(element("pages"), pages > 1 ? Math.floor(firstLine / most) + 1 + " / " + pages : "");
    element("quiet").hidden = !place || lines.length > 0;
  }
  function served(line) { return line.now_serving.map(isolated).join(", "); }
  function turn() {
    firstLine += perPage();
    if (firstLine >= board.lines.length) firstLine = 0;
    drawLines();
  }
  function clock() {
    var options = {hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false};
    if (place) options.timeZone = place.time_zone;
    say(element("clock"), new Date(serverNow()).toLocaleTimeString(settings.languages[0], options));
  }
  function tick() {
    var ago = board.secondsAgo(Date.now()), isStale = board.isStale(Date.now());
    clock();
    say(element("updated"), ago === null ? words.connecting : filled(words.updated, {seconds: ago}));
    element("stale").hidden = !place || !isStale;
    say(element("stale-since"), ago === null ? "" : filled(words.updated, {seconds: ago}));
    drawNewest(board.shown[0]);
  }

  function begin() {
    show("board");
    unlock();
    tick();
    draw();
    connect();
  }
  ["click", "keydown", "pointerdown"].forEach(function (kind) { document.addEventListener(kind, unlock); });
  setInterval(tick, 1000);
  setInterval(turn, LINES_A_PAGE_MS);
  window.addEventListener("resize", draw);
  mute();
  var linked = location.hash.slice(1);
  if (linked) history.replaceState(null, "", location.pathname + location.search);
  if (key()) begin();
  else if (linked) { askForCode(""); join(linked); }
  else askForCode("");
})();
