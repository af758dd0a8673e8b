"use strict";
// What a waiting room's board shows and what it has to say next: without a page, a socket or a clock of its own.
// Plain enough for the browsers that televisions have.

var STALE_AFTER_MS = 15000;
// Who was called longer ago is not announced any more: a board that comes back would call people who are gone.
var FRESH_MS = 60000;
var MOST_SHOWN = 5;

function Board() {
  this.lines = [];
  this.shown = [];
  this.waiting = [];
  this.current = null;
  this.heardAt = null;
  this.known = {};
  this.isFirst = true;
}

Board.prototype.heard = function (nowMs) {
  this.heardAt = nowMs;
};

Board.prototype.secondsAgo = function (nowMs) {
  return this.heardAt === null ? null : Math.max(0, Math.floor((nowMs - this.heardAt) / 1000));
};

Board.prototype.isStale = function (nowMs) {
  return this.heardAt === null || nowMs - this.heardAt > STALE_AFTER_MS;
};

// How it stands at the server, whose moment `told.now` is: what it does not name any more was undone. What stands there
// at the beginning was announced before this board was switched on.
Board.prototype.told = function (told) {
  var serverMs = Date.parse(told.now), calls = told.calls.slice().reverse(), board = this;
  this.lines = told.lines;
  var still = {};
  calls.forEach(function (call) {
    still[call.short_number] = call;
    board.called(call, board.isFirst ? Infinity : serverMs);
  });
  this.isFirst = false;
  this.waiting = this.waiting.filter(function (call) { return still[call.short_number]; });
  this.shown = this.shown.filter(function (call) { return still[call.short_number]; }).map(function (call) {
    var now = still[call.short_number];
    return {short_number: call.short_number, room: now.room, called_at: call.called_at, is_missed: now.is_missed};
  });
};

// Somebody was called, or called again. Told twice, it is one call.
Board.prototype.called = function (call, serverMs) {
  var calledMs = Date.parse(call.called_at);
  var key = [call.short_number, call.recall_count, calledMs].join("/");
  if (this.known[key]) return;
  this.known[key] = true;
  if (serverMs - calledMs <= FRESH_MS && !call.is_missed) this.waiting.push(call);
  else this._show(call);
};

// Whom to announce now; null while an announcement lasts, or where there is nobody. `announced` ends it.
Board.prototype.next = function () {
  if (this.current || !this.waiting.length) return null;
  this.current = this.waiting.shift();
  this._show(this.current);
  return this.current;
};

Board.prototype.announced = function () {
  this.current = null;
};

Board.prototype._show = function (call) {
  var others = this.shown.filter(function (one) { return one.short_number !== call.short_number; });
  this.shown = [call].concat(others).slice(0, MOST_SHOWN);
};

// A sentence with {names} in it.
function filled(words, values) {
  return words.replace(/\{(\w+)\}/g, function (_whole, name) { return values[name]; });
}

// What is said of a call, in each of the languages that are spoken here: [{language, text}].
function spoken(call, languages, words) {
  return languages.map(function (language) {
    var sentence = call.room ? words[language].say : words[language].say_desk;
    return {language: language, text: filled(sentence, {number: call.short_number, room: call.room})};
  });
}
