"""The page behind a ticket's QR code: one number, its place and its range, in the reader's language, without a name."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from html import escape

from server_sync.clinic.visits import QueueStatus
from server_sync.desk.queue.view import FollowedPlace

REFRESH_S = 15


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words; `{...}` stand for what the place says."""

    title: str
    number: str
    next_one: str
    ahead: str
    wait: str
    wait_unknown: str
    called: str
    called_nowhere: str
    in_room: str
    over: str
    keep: str
    unknown: str
    unknown_hint: str


WORDS = {
    "en": Words(
        "Your place in the queue",
        "Your number",
        "You are next",
        "People ahead of you: {ahead}",
        "About {lower} to {upper} minutes",
        "We can't say how long yet",
        "It is your turn: please go to {room}",
        "It is your turn: please go to the desk",
        "You are being seen",
        "This visit is over",
        "This page renews itself. Please watch the board as well.",
        "We don't know this number",
        "It may be from another day. The desk is glad to help you.",
    ),
    "es": Words(
        "Su lugar en la cola",
        "Su número",
        "Usted es el siguiente",
        "Personas antes que usted: {ahead}",
        "Entre {lower} y {upper} minutos, aproximadamente",
        "Todavía no sabemos cuánto tardará",
        "Es su turno: pase a {room}",
        "Es su turno: pase por recepción",
        "Le están atendiendo",
        "Esta visita ha terminado",
        "Esta página se actualiza sola. Mire también la pantalla de la sala.",
        "No conocemos este número",
        "Puede que sea de otro día. En recepción le ayudarán con gusto.",
    ),
    "fr": Words(
        "Votre place dans la file",
        "Votre numéro",
        "C'est bientôt à vous : vous êtes le prochain numéro",
        "Personnes avant vous : {ahead}",
        "Environ {lower} à {upper} minutes",
        "Nous ne pouvons pas encore estimer l'attente",
        "C'est à vous : rendez-vous en {room}",
        "C'est à vous : présentez-vous à l'accueil",
        "Vous êtes en consultation",
        "Cette visite est terminée",
        "Cette page se met à jour seule. Regardez aussi l'écran de la salle.",
        "Nous ne connaissons pas ce numéro",
        "Il date peut-être d'un autre jour. L'accueil vous aidera volontiers.",
    ),
    "hi": Words(
        "कतार में आपकी जगह",
        "आपका नंबर",
        "अगली बारी आपकी है",
        "आपसे पहले लोग: {ahead}",
        "लगभग {lower} से {upper} मिनट",
        "अभी समय नहीं बताया जा सकता",
        "आपकी बारी है: कृपया {room} में जाएँ",
        "आपकी बारी है: कृपया काउंटर पर आएँ",
        "आपको देखा जा रहा है",
        "यह मुलाक़ात पूरी हो चुकी है",
        "यह पृष्ठ अपने आप नया होता है। कृपया बोर्ड भी देखते रहें।",
        "हम इस नंबर को नहीं जानते",
        "यह शायद किसी और दिन का है। काउंटर पर आपकी मदद की जाएगी।",
    ),
    "ar": Words(
        "مكانك في الدور",
        "رقمك",
        "أنت التالي",
        "عدد من قبلك: {ahead}",
        "حوالي {lower} إلى {upper} دقيقة",
        "لا يمكننا تقدير الانتظار بعد",
        "حان دورك: تفضل إلى {room}",
        "حان دورك: تفضل إلى الاستقبال",
        "أنت الآن عند الطبيب",
        "انتهت هذه الزيارة",
        "تتحدث هذه الصفحة تلقائيًا. يرجى متابعة الشاشة أيضًا.",
        "لا نعرف هذا الرقم",
        "ربما كان من يوم آخر. يسعد موظفو الاستقبال بمساعدتك.",
    ),
    "zh": Words(
        "您的排队位置",
        "您的号码",
        "下一位就是您",
        "您前面的人数：{ahead}",
        "大约 {lower} 至 {upper} 分钟",
        "暂时无法估计等候时间",
        "轮到您了：请到 {room}",
        "轮到您了：请到服务台",
        "您正在就诊",
        "本次就诊已结束",
        "本页会自动更新，也请留意叫号屏。",
        "我们没有找到这个号码",
        "可能是其他日期的号码，服务台很乐意帮助您。",
    ),
}

_STYLE = """
body{margin:0;background:#F5F2EC;color:#12292E;font:600 1.2rem/1.5 system-ui,sans-serif;text-align:center}
main{max-width:32rem;margin:0 auto;padding:2.5rem 1.5rem}
.number{font-size:5rem;font-weight:800;line-height:1.15;margin:.2em 0}
.card{background:#fff;border-radius:1.75rem;padding:2rem 1.5rem}
.quiet{color:#3B535B;font-weight:400;font-size:1rem}
"""

# Changes the lines as the server tells; asks now and then where no stream comes through. A line that stays as it was is
# left alone, so that a screen reader says only what is new.
_SCRIPT = """
(function () {
  "use strict";
  var lines = document.getElementById("lines"), at = location.pathname, lang = "?lang=" + document.documentElement.lang;
  var source, asking, over = false;
  function show(place) {
    place.lines.forEach(function (text, number) {
      var line = lines.children[number] || lines.appendChild(document.createElement("p"));
      if (line.textContent !== text) line.textContent = text;
    });
    while (lines.children.length > place.lines.length) lines.removeChild(lines.lastChild);
    over = place.status === "completed" || place.status === "cancelled";
    if (over && source) source.close();
    if (over) clearInterval(asking);
  }
  function ask() {
    fetch(at + "/place" + lang, {cache: "no-store"})
      .then(function (answer) { return answer.ok ? answer.json() : Promise.reject(answer); })
      .then(function (answer) { show(answer.data); }, function () {});
  }
  function listen() {
    source = new EventSource(at + "/events" + lang);
    source.onmessage = function (event) {
      clearInterval(asking);
      asking = 0;
      show(JSON.parse(event.data));
    };
    source.onerror = function () {
      if (over) return;
      if (!asking) asking = setInterval(ask, REFRESH_MS);
      if (source.readyState === 2) setTimeout(listen, 4 * REFRESH_MS);
    };
  }
  if (window.EventSource) listen(); else asking = setInterval(ask, REFRESH_MS);
  document.addEventListener("visibilitychange", function () { if (!document.hidden && !over) ask(); });
})();
""".replace("REFRESH_MS", str(REFRESH_S * 1000))


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


CONTENT_SECURITY_POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; connect-src 'self'; "
    f"style-src {_hash(_STYLE)}; script-src {_hash(_SCRIPT)}"
)

_PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
{refresh}<title>{title}</title><style>{style}</style></head>
<body><main>{content}</main>{script}</body></html>
"""


def language_for(wanted: str | None, accepted: str) -> str:
    """One of ours: as asked for in the address, else the first of Accept-Language that we speak, else English."""
    listed = [part.partition(";") for part in accepted.split(",")[:20]]
    ranked = sorted(listed, key=lambda part: -_weight(part[2]))
    for tag in [wanted or "", *(part[0] for part in ranked)]:
        language = tag.strip().lower().split("-")[0]
        if language in WORDS:
            return language
    return "en"


def place_page(place: FollowedPlace, language: str) -> str:
    """The page of a known number."""
    words = WORDS[language]
    lines = "".join(f"<p>{escape(line)}</p>" for line in place_lines(place, language))
    content = (
        f"<p>{escape(place.clinic)}</p><div class=card><p>{escape(words.number)}</p>"
        f'<p class="number" dir="ltr">{escape(place.short_number)}</p>'
        f'<div id="lines" role="status" aria-live="polite">{lines}</div></div>'
        f'<p class="quiet">{escape(words.keep)}</p>'
    )
    return _page(language, words.title, content, is_live=True)


def unknown_page(language: str) -> str:
    """The page of a code that is none of ours."""
    words = WORDS[language]
    content = f'<div class=card><p>{escape(words.unknown)}</p><p class="quiet">{escape(words.unknown_hint)}</p></div>'
    return _page(language, words.title, content)


def place_lines(place: FollowedPlace, language: str) -> list[str]:
    """What the page says of a place, line by line."""
    words = WORDS[language]
    match place.status:
        case QueueStatus.WAITING:
            is_urgent = place.wait is not None and place.wait.is_next
            return [_ahead(place, words), *([] if is_urgent else [_wait(place, words)])]
        case QueueStatus.CALLED:
            return [words.called.format(room=place.room) if place.room else words.called_nowhere]
        case QueueStatus.IN_CONSULTATION:
            return [words.in_room]
        case QueueStatus.COMPLETED | QueueStatus.CANCELLED:
            return [words.over]


def _ahead(place: FollowedPlace, words: Words) -> str:
    return words.ahead.format(ahead=place.people_ahead) if place.people_ahead else words.next_one


def _wait(place: FollowedPlace, words: Words) -> str:
    if place.wait is None:
        return words.wait_unknown
    return words.wait.format(lower=place.wait.lower_min, upper=place.wait.upper_min)


def _weight(parameter: str) -> float:
    try:
        return float(parameter.strip().removeprefix("q="))
    except ValueError:
        return 1.0


def _page(language: str, title: str, content: str, *, is_live: bool = False) -> str:
    refresh = f'<meta http-equiv="refresh" content="{REFRESH_S}">'
    return _PAGE.format(
        language=language,
        direction="rtl" if language == "ar" else "ltr",
        refresh=f"<noscript>{refresh}</noscript>" if is_live else refresh,
        script=f"<script>{_SCRIPT}</script>" if is_live else "",
        title=escape(title),
        style=_STYLE,
        content=content,
    )
