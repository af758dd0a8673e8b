pragma Singleton

import QtQuick
import Anteroom.Screens
import "../../controls"

// Whatever the queue's screens say of somebody's place, in words: states, reasons, and what came of a step.
QtObject {
    function range(shortest: int, longest: int): string {
        return longest < 0 ? "" : qsTr("%1–%2 min", "how long until they are called").arg(shortest).arg(longest);
    }

    function spent(minutes: int): string {
        return qsTr("%1 min", "how long somebody has waited").arg(minutes);
    }

    function state(standing: int, room: string, recalls: int): string {
        switch (standing) {
        case PlaceList.Standing.INSIDE:
            return qsTr("Being seen");
        case PlaceList.Standing.CALLED:
            return room === "" ? qsTr("Called") : (recalls > 0 ? qsTr("Called again to %1") : qsTr("Called to %1")).arg(Theme.isolated(room));
        case PlaceList.Standing.PARKED:
            return qsTr("Held back");
        case PlaceList.Standing.ABSENT:
            return qsTr("Did not come");
        case PlaceList.Standing.EMERGENCY:
            return qsTr("Emergency: see at once");
        case PlaceList.Standing.OVER:
            return qsTr("Visit over");
        default:
            return qsTr("Waiting");
        }
    }

    // How somebody came who waits, and the most urgent thing to know besides; short enough for a card.
    function waiting(booked: string, remark: string): string {
        if (remark === "")
            return booked === "" ? qsTr("Walk-in") : booked;
        return booked === "" ? remark : booked + "  ·  " + remark;
    }

    function remark(flags: int, over: int, triage: int): string {
        if (flags & PlaceList.Flag.PUT_FIRST)
            return qsTr("put first");
        if (over > 0)
            return qsTr("+%1 min", "beyond the target").arg(over);
        if (flags & PlaceList.Flag.LATE)
            return qsTr("came late");
        return triage > 0 ? qsTr("level %1", "of triage").arg(triage) : flags & PlaceList.Flag.NOT_VERIFIED ? qsTr("not verified") : "";
    }

    function level(level: int): string {
        switch (level) {
        case 1:
            return qsTr("Emergency: at once");
        case 2:
            return qsTr("Very urgent");
        case 3:
            return qsTr("Urgent");
        case 4:
            return qsTr("Less urgent");
        default:
            return qsTr("Not urgent");
        }
    }

    function factor(key: string, first: string, second: string, third: string, by: string): string {
        switch (key) {
        case "waited":
            return qsTr("Waited %1 min").arg(first);
        case "before_their_time":
            return qsTr("%1 min before their time").arg(first);
        case "triage":
            return qsTr("Level %1: target %2, not %3 min").arg(first).arg(second).arg(third);
        case "not_triaged":
            return qsTr("No level yet, as routine: target %1 min").arg(first);
        case "appointment":
            return qsTr("Appointment: target %1, not %2 min").arg(first).arg(second);
        case "special_age":
            return qsTr("75 or older: target %1, not %2 min").arg(first).arg(second);
        case "special_infant":
            return qsTr("Under one year: target %1, not %2 min").arg(first).arg(second);
        case "special_pregnant":
            return qsTr("Pregnant: target %1, not %2 min").arg(first).arg(second);
        case "special_disability":
            return qsTr("Disability: target %1, not %2 min").arg(first).arg(second);
        case "beyond_target":
            return qsTr("%1 min beyond the target: each counts %2 times").arg(first).arg(second);
        case "late":
            return qsTr("More than %1 min late: waits as a walk-in").arg(first);
        case "requeued":
            return qsTr("Missed their call: the wait counts anew");
        case "override":
            return qsTr("Put first by %1: %2").arg(Theme.isolated(by)).arg(second);
        case "clock_unverified":
            return qsTr("The time of arrival is not certain: that machine's clock was never checked");
        default:
            return key;
        }
    }

    function said(word: QueueWord): string {
        return word.refused ? refusal(word) : done(word);
    }

    function done(word: QueueWord): string {
        const number = Theme.isolated(word.number);
        switch (word.said) {
        case QueueWord.Said.CALLED:
            return word.room === "" ? qsTr("%1 was called").arg(number) : qsTr("%1 was called to %2").arg(number).arg(Theme.isolated(word.room));
        case QueueWord.Said.RECALLED:
            return qsTr("%1 was called again").arg(number);
        case QueueWord.Said.ABSENT:
            return qsTr("%1 did not come and waits anew").arg(number);
        case QueueWord.Said.MISSED:
            return qsTr("%1 did not come the third time: off the list").arg(number);
        case QueueWord.Said.PARKED:
            return qsTr("%1 is held back").arg(number);
        case QueueWord.Said.BACK:
            return qsTr("%1 may be called again").arg(number);
        case QueueWord.Said.STARTED:
            return qsTr("%1 has gone in").arg(number);
        case QueueWord.Said.COMPLETED:
            return qsTr("%1: visit completed").arg(number);
        case QueueWord.Said.LEFT:
            return qsTr("%1 has left").arg(number);
        case QueueWord.Said.HANDED_OVER:
            return qsTr("%1 was handed over").arg(number);
        case QueueWord.Said.TRIAGED:
            return qsTr("%1 has a new level").arg(number);
        case QueueWord.Said.UNDONE:
            return qsTr("%1: taken back").arg(number);
        case QueueWord.Said.PRINTED:
            return qsTr("%1: ticket sent to the printer").arg(number);
        case QueueWord.Said.ALARMED:
            return qsTr("%1 is an emergency: the alarm is raised").arg(number);
        default:
            return "";
        }
    }

    function refusal(word: QueueWord): string {
        const number = Theme.isolated(word.number);
        switch (word.said) {
        case QueueWord.Said.GONE:
            return qsTr("This number is no longer in the queue.");
        case QueueWord.Said.NO_DOCTOR:
            return qsTr("This doctor does not work here any more.");
        case QueueWord.Said.MOVED_ON:
            return elsewhere(word, number);
        case QueueWord.Said.NOBODY_WAITS:
            return qsTr("Nobody is waiting who may be called.");
        case QueueWord.Said.NO_MORE_RECALLS:
            return qsTr("%1 was called again three times. Mark as absent.").arg(number);
        case QueueWord.Said.NOTHING_TO_UNDO:
            return qsTr("%1: another desk has gone on since. Nothing to take back.").arg(number);
        case QueueWord.Said.NOT_YOURS:
            return qsTr("Your role may not do this.");
        case QueueWord.Said.NO_PRINTER:
            return qsTr("This machine has no printer.");
        case QueueWord.Said.CALLED_TWICE:
            return qsTr("Two desks called %1. They go to %2, called by %3.").arg(number).arg(Theme.isolated(word.room)).arg(Theme.isolated(word.by));
        default:
            return qsTr("That could not be done. Nothing was changed. Please try again.");
        }
    }

    function elsewhere(word: QueueWord, number: string): string {
        if (word.standing === PlaceList.Standing.CALLED && word.by !== "" && word.room !== "")
            return qsTr("%1 has just been called to %2 by %3.").arg(number).arg(Theme.isolated(word.room)).arg(Theme.isolated(word.by));
        return qsTr("%1 has moved on meanwhile: %2.", "%2 is a state, such as Being seen").arg(number).arg(state(word.standing, word.room, 0));
    }
}
